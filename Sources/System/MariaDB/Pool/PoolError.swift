/// Why the pool gave no connection.
public enum PoolError: Error, Equatable, Sendable {
    /// All connections stayed in use for `acquireTimeout`, or too many were waiting for one already.
    case exhausted
    /// The pool was closed.
    case closed
}
