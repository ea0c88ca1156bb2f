/// Why a command has no answer.
public enum RedisFailure: Error, Equatable, Sendable {
    /// There is no connection, so the command was not sent; the text says what the last attempt met.
    case unavailable(String)
    /// The connection was lost after the command was, or may have been, sent: the server may have done it.
    case connectionLost
    /// The command's time has passed; when it was sent already, the server may have done it.
    case timedOut
    /// Too many commands wait for their answers already; not sent.
    case queueFull
    /// The server refuses user or password; not sent. Further attempts go on, since the server's ACL may change.
    case authentication(String)
    /// The server sent what is no RESP2, or a reply beyond the limits.
    case protocolViolation(String)
    /// The client was closed before or during the command.
    case closed
}
