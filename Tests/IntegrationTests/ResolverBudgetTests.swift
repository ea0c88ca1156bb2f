import Core
import Synchronization
import Testing

@testable import Backend

@Suite("Query budget")
struct ResolverBudgetTests {
    @Test("Twenty questions a minute are allowed to one address, and the next after the first has aged a minute")
    func window() throws {
        let clock = ManualClock()
        let budget = QueryBudget { clock.now }
        let (one, other) = (try IPAddress("192.0.2.1"), try IPAddress("192.0.2.2"))
        for _ in 0..<20 {
            try budget.take(for: one)
            clock.advance(by: .seconds(1))
        }
        #expect(throws: DNSFailure.putOff(seconds: 41)) { try budget.take(for: one) }
        try budget.take(for: other)
        clock.advance(by: .seconds(40))
        try budget.take(for: one)
        #expect(throws: DNSFailure.putOff(seconds: 2)) { try budget.take(for: one) }
    }

    @Test("Addresses that fell idle are forgotten when thousands are remembered, busy ones are not")
    func bounded() throws {
        let clock = ManualClock()
        let budget = QueryBudget(limit: 1) { clock.now }
        for number in 0..<4096 { try budget.take(for: .v4(IPAddress.V4(value: UInt32(number)))) }
        let next = IPAddress.v4(IPAddress.V4(value: 5000))
        #expect(throws: DNSFailure.putOff(seconds: 61)) { try budget.take(for: next) }
        clock.advance(by: .seconds(60))
        try budget.take(for: next)
    }
}

/// A clock that stands still until it is moved.
private final class ManualClock: Sendable {
    private let time = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { time.withLock { $0 } }

    func advance(by duration: Duration) {
        time.withLock { $0 += duration }
    }
}
