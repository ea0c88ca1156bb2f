/// One HTTP request as the caller means it; ``HTTPClient`` adds `Host`, `User-Agent`, `Accept` and the length of the body.
///
/// ```swift
/// var request = HTTPRequest(method: "PATCH", url: "http://127.0.0.1:8081/api/v1/servers/localhost/zones/example.org.")
/// request.headers = [(name: "X-API-Key", value: key)]
/// request.body = Array(#"{"rrsets":[]}"#.utf8)
/// ```
public struct HTTPRequest: Sendable {
    /// A token of RFC 9110, at most 32 characters, sent as written.
    public var method: String
    /// An absolute `http` or `https` URL in ASCII without user name or password; its path is sent as written.
    public var url: String
    /// Sent in this order. Names are tokens, values hold no control characters.
    /// `Content-Length`, `Transfer-Encoding`, `Connection` and `Expect` belong to the client and are refused.
    public var headers: [(name: String, value: String)]
    /// nil sends no body; `POST`, `PUT` and `PATCH` then say `Content-Length: 0`.
    public var body: [UInt8]?
    /// For the whole call: the wait for a free connection, name resolution, connecting, sending and receiving.
    public var timeout: Duration
    /// The largest body that is accepted, in bytes; a larger one ends the call with ``HTTPFailure/tooLarge(limit:)``.
    public var maximumResponseBytes: Int
    /// How many redirects to the same scheme, host and port are followed; any other redirect is an answer like all others.
    public var maximumRedirects: Int
    /// True where the server may see the request twice without harm. False gives it a connection of its own: on a kept one
    /// that the server drops before it answers, curl would send it again by itself.
    public var mayBeRepeated: Bool

    /// A request that may be repeated when its method is idempotent (RFC 9110, section 9.2.2) and follows no redirects.
    public init(
        method: String = "GET",
        url: String,
        headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil,
        timeout: Duration = .seconds(30),
        maximumResponseBytes: Int = 16 << 20
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.maximumResponseBytes = maximumResponseBytes
        maximumRedirects = 0
        mayBeRepeated = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"].contains(method)
    }
}
