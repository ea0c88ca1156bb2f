/// A reply with what the server wrote, to the byte.
public struct Reply<Value: Sendable>: Sendable {
    public let value: Value
    public let status: Int
    /// The JSON as it came; empty where nothing was answered (204).
    public let body: [UInt8]
    /// The server's name for the request; nil when it gave none.
    public let requestID: String?

    public init(value: Value, status: Int, body: [UInt8], requestID: String?) {
        self.value = value
        self.status = status
        self.body = body
        self.requestID = requestID
    }
}
