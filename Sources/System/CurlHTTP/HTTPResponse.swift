/// A complete HTTP answer, whatever its status.
public struct HTTPResponse: Sendable {
    /// The final status, 200 to 999; informational answers are swallowed.
    public let status: Int
    /// In the order received, names as the server wrote them, values without surrounding blanks. Trailers are not among them.
    public let headers: [(name: String, value: String)]
    /// Without transfer coding; a content coding, never asked for, stays as it is.
    public let body: [UInt8]

    public init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The value of the first header of that name in any case, nil when there is none.
    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }
}
