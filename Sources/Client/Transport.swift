public import CurlHTTP

/// What carries a request to the server and brings the answer: curl in the programs, a script in tests.
public struct Transport: Sendable {
    public var send: @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse

    public init(send: @escaping @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse) {
        self.send = send
    }

    /// The network, with connections that are kept as long as the transport lives. The certificates of `caFile` (PEM) are
    /// trusted instead of the system's.
    public static func curl(userAgent: String, caFile: String? = nil) -> Transport {
        let client = HTTPClient(userAgent: userAgent, caFile: caFile)
        return Transport { (request) async throws(HTTPFailure) in try await client.send(request) }
    }
}
