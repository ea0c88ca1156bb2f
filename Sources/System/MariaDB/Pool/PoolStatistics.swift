/// How busy a pool is at one moment.
public struct PoolStatistics: Sendable, Equatable {
    /// The most connections there may be.
    public let size: Int
    /// Connections lent out, also while they are being made.
    public let inUse: Int
    /// Connections open and unused.
    public let idle: Int
    /// Callers waiting for a connection.
    public let waiting: Int
}
