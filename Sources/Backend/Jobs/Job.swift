public import Core

/// When a periodic job wants to run next.
public enum NextRun: Sendable, Equatable {
    /// So many seconds from now.
    case after(seconds: Int64)
    /// At once: there is more to do.
    case now
}

/// One step of background work that may be repeated: at least once, by one worker at a time (`operations.md` 2).
public protocol Job: Sendable {
    /// The `kind` of its row, and of its metrics.
    static var name: String { get }
    /// Does one step at that time and says when it wants to run again.
    func run(at now: Timestamp) async throws -> NextRun
}
