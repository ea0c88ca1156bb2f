/// One answer of the server (RESP2).
public enum RedisReply: Sendable, Equatable {
    case null
    case int(Int64)
    /// Any bytes, as they were stored.
    case bulk([UInt8])
    /// A simple string such as `OK`.
    case status(String)
    /// The server's refusal of one command, such as `WRONGTYPE ...`: an answer, not a ``RedisFailure``.
    case error(String)
    case array([RedisReply])

    /// The text of a bulk or status in UTF-8, nil for all else and where the bytes are no UTF-8.
    public var text: String? {
        switch self {
        case .bulk(let bytes): String(validating: bytes, as: UTF8.self)
        case .status(let text): text
        case .null, .int, .error, .array: nil
        }
    }
}
