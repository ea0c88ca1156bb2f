/// When the worker looks again at a challenge that did not pass.
public struct CheckSchedule: Hashable, Sendable {
    /// Seconds between the first checks (`VALIDATION_CHECK_INTERVAL_SECONDS`), at least 1.
    public let interval: Int

    /// So many checks at the full pace, then each wait is twice the one before, up to an hour.
    private static let checksAtFullPace = 10
    private static let slowest = 3600

    public init(interval: Int) {
        self.interval = max(1, interval)
    }

    /// Seconds from the end of check number `attempts` (the first is 1) to the next one. An interval above an hour stays.
    public func delay(afterAttempts attempts: Int) -> Int {
        guard interval < Self.slowest else { return interval }
        let doublings = max(0, min(attempts - Self.checksAtFullPace, 12))
        return min(Self.slowest, interval << doublings)
    }

    /// The moment of the next check.
    public func nextCheck(afterAttempts attempts: Int, at now: Timestamp) -> Timestamp {
        now.adding(seconds: Int64(delay(afterAttempts: attempts)))
    }
}
