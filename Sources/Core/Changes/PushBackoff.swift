/// How long the worker waits before it pushes a zone again: doubling from one second, capped at 5 minutes, with jitter.
public struct PushBackoff: Sendable {
    /// Seconds until the next attempt after `failures` in a row (1 or more); `jitter` is 0 to 255, at most a quarter more.
    public static func delay(afterFailures failures: Int64, jitter: UInt8) -> Int64 {
        let doublings = min(max(failures, 1) - 1, 9)
        let base = min(Int64(1) << doublings, 240)
        return base + base * Int64(jitter) / 1024
    }
}
