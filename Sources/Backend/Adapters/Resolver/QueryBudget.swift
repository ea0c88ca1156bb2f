import Core
import Synchronization

/// Bounds how often one address is asked: whoever creates zones here must not be able to aim our questions at a stranger.
///
/// Kept per process. A class because it is shared by all checks; the lock is held for nanoseconds.
public final class QueryBudget: Sendable {
    private let limit: Int
    private let window: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let asked = Mutex<[IPAddress: [ContinuousClock.Instant]]>([:])

    /// So many addresses are remembered; beyond, those not asked within the window are forgotten.
    private static let mostAddresses = 4096

    public init(
        limit: Int = 20,
        window: Duration = .seconds(60),
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.limit = max(1, limit)
        self.window = window
        self.now = now
    }

    /// Counts one question to the address.
    ///
    /// - Throws: ``DNSFailure/putOff(seconds:)`` when the limit is reached, with the time after which one is free.
    func take(for address: IPAddress) throws(DNSFailure) {
        let now = now()
        let wait: Duration? = asked.withLock { asked in
            if asked.count >= Self.mostAddresses, asked[address] == nil {
                asked = asked.filter { $0.value.last.map { now - $0 < window } ?? false }
                // All of them in use: nobody new until one falls idle.
                if asked.count >= Self.mostAddresses { return window }
            }
            var times = asked[address, default: []].filter { now - $0 < window }
            if times.count >= limit, let first = times.first {
                asked[address] = times
                return window - (now - first)
            }
            times.append(now)
            asked[address] = times
            return nil
        }
        guard let wait else { return }
        throw .putOff(seconds: Int(wait.components.seconds) + 1)
    }
}
