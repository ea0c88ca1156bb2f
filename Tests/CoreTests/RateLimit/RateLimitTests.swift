import Testing

@testable import Core

@Suite("Rate limits")
struct RateLimitTests {
    private func limit(_ perMinute: Int) throws -> RateLimit { try #require(RateLimit(perMinute: perMinute)) }

    private func second(_ seconds: Double) -> Timestamp { Timestamp(microseconds: Int64(seconds * 1_000_000)) }

    @Test("The limit counts down to nothing, then refuses until the minute is over")
    func countsDown() throws {
        let limit = try limit(3)
        var window: RateWindow?
        let steps: [(Double, Bool, remaining: Int, reset: Int, retry: Int?)] = [
            (0, true, 2, 60, nil), (0.5, true, 1, 60, nil), (30, true, 0, 30, nil), (30.000001, false, 0, 30, 30),
            (59, false, 0, 1, 1), (59.999999, false, 0, 1, 1), (60, true, 2, 60, nil), (119, true, 1, 1, nil),
            (180, true, 2, 60, nil),
        ]
        for (time, isAllowed, remaining, reset, retry) in steps {
            let (decision, next) = limit.take(from: window, at: second(time))
            window = next
            #expect(
                decision
                    == RateDecision(isAllowed: isAllowed, limit: 3, remaining: remaining, resetSeconds: reset),
                "\(time)")
            #expect(decision.retryAfterSeconds == retry)
        }
    }

    @Test("A refused request is not counted, and the answer to it names every figure")
    func headers() throws {
        let window = RateWindow(startedAt: second(0), count: 3)
        let (decision, next) = try limit(3).take(from: window, at: second(18))
        #expect(next == window)
        #expect(
            decision.headers.map { "\($0.name): \($0.value)" } == [
                "ratelimit-limit: 3", "ratelimit-remaining: 0", "ratelimit-reset: 42", "retry-after: 42",
            ])
        #expect(try limit(3).take(from: nil, at: second(0)).decision.headers.count == 3)
    }

    @Test("Whoever waits as long as Retry-After says is let through", arguments: [1, 7, 100, 1_000_000])
    func retryAfterHolds(perMinute: Int) throws {
        var generator = SplitMix(state: UInt64(perMinute))
        let limit = try limit(perMinute)
        for _ in 0..<2000 {
            let started = Timestamp(microseconds: Int64.random(in: 0..<4_000_000_000_000_000, using: &generator))
            let now = Timestamp(
                microseconds: started.microseconds + Int64.random(in: -60_000_000..<60_000_000, using: &generator))
            let full = RateWindow(startedAt: started, count: perMinute)
            let (refused, window) = limit.take(from: full, at: now)
            #expect(!refused.isAllowed && (1...60).contains(refused.resetSeconds))
            // A window of another machine's near future is over a minute after it began there.
            let waited = max(now, started).adding(seconds: Int64(try #require(refused.retryAfterSeconds)))
            #expect(limit.take(from: window, at: waited).decision.isAllowed)
        }
    }

    @Test("At most twice the limit passes in any sixty seconds, however the requests come", arguments: 0..<20)
    func neverMore(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let perMinute = Int.random(in: 1...20, using: &generator)
        let limit = try limit(perMinute)
        var window: RateWindow?
        var now: Int64 = 1_800_000_000_000_000
        var passed: [Int64] = []
        for _ in 0..<3000 {
            now += Int64.random(in: 0...6_000_000, using: &generator) >> Int64.random(in: 0...12, using: &generator)
            let (decision, next) = limit.take(from: window, at: Timestamp(microseconds: now))
            window = next
            #expect((0..<perMinute).contains(decision.remaining))
            if decision.isAllowed { passed.append(now) }
            #expect(passed.suffix(2 * perMinute + 1).count { $0 > now - 60_000_000 } <= 2 * perMinute)
        }
        #expect(passed.count >= perMinute)
    }

    @Test(
        "No figures overflow, and a window of a wrong clock locks nobody out",
        arguments: [Int64.min, -1, 0, 1, 1_800_000_000_000_000, .max - 1, .max]
    )
    func extremes(now: Int64) throws {
        for started in [Int64.min, 0, 1_800_000_000_000_000, .max] {
            for count in [Int.min, -1, 0, 1, 1_000_000, .max] {
                let window = RateWindow(
                    startedAt: Timestamp(microseconds: started), count: count)
                let (decision, _) = try limit(1_000_000).take(from: window, at: Timestamp(microseconds: now))
                #expect((1...60).contains(decision.resetSeconds))
                if window.isOver(at: Timestamp(microseconds: now)) { #expect(decision.isAllowed) }
            }
        }
        let future = RateWindow(startedAt: second(3600), count: 9)
        #expect(try limit(3).take(from: future, at: second(0)).decision.isAllowed)
    }

    @Test("A limit that was lowered refuses at once, and one that was raised lets through")
    func changedLimit() throws {
        let window = RateWindow(startedAt: second(0), count: 50)
        #expect(try !limit(10).take(from: window, at: second(1)).decision.isAllowed)
        #expect(try limit(100).take(from: window, at: second(1)).decision.remaining == 49)
    }

    @Test(
        "A limit is 1 to 1,000,000 a minute",
        arguments: [(0, false), (-1, false), (1, true), (1_000_000, true), (1_000_001, false)])
    func bounds(perMinute: Int, isLimit: Bool) {
        #expect((RateLimit(perMinute: perMinute) != nil) == isLimit)
    }

    @Test(
        "Addresses of one person are counted together: one IPv4 address, one /64 of IPv6",
        arguments: [
            ("192.0.2.1", "address:192.0.2.1"), ("::ffff:192.0.2.1", "address:192.0.2.1"),
            ("2001:db8:0:1:2:3:4:5", "address:2001:db8:0:1::/64"), ("2001:db8:0:1::", "address:2001:db8:0:1::/64"),
            ("2001:db8::1", "address:2001:db8::/64"), ("::1", "address:::/64"),
        ]
    )
    func subjects(address: String, key: String) throws {
        #expect(RateSubject.address(try IPAddress(address)).key == key)
    }

    @Test("A user and an API key are counted by their ids")
    func ids() {
        #expect(RateSubject.user(identifier(1)).key == "user:00000000-0000-0000-0000-000000000001")
        #expect(RateSubject.apiKey(identifier(1)).key == "key:00000000-0000-0000-0000-000000000001")
    }
}
