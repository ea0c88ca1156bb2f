/// How many requests a minute somebody may make (`api.md` 1.7).
public struct RateLimit: Hashable, Sendable {
    /// 1 to 1,000,000.
    public let perMinute: Int

    /// Nil outside 1 to 1,000,000.
    public init?(perMinute: Int) {
        guard (1...1_000_000).contains(perMinute) else { return nil }
        self.perMinute = perMinute
    }

    /// A minute in microseconds.
    static let minute: Int64 = 60_000_000
}

/// A minute that began with somebody's first request, and how many they have made in it.
///
/// The same figures are kept in Redis (a counter that vanishes a minute after it was made) and, with Redis down, in memory.
/// After a minute nothing is left of it, so the next request begins a new one; at most twice the limit falls into any 60
/// seconds.
public struct RateWindow: Hashable, Sendable {
    /// When the first request came.
    public let startedAt: Timestamp
    /// Requests that were counted, refused ones not among them.
    public let count: Int

    public init(startedAt: Timestamp, count: Int) {
        self.startedAt = startedAt
        self.count = count
    }

    /// Whether nothing of it counts at `now`.
    ///
    /// A window that begins more than a minute after `now` comes from a clock that was wrong: it would lock its owner out.
    public func isOver(at now: Timestamp) -> Bool { remainder(at: now) == nil }

    /// How many microseconds are left, at most a minute; nil when it is over.
    fileprivate func remainder(at now: Timestamp) -> Int64? {
        let (age, overflow) = now.microseconds.subtractingReportingOverflow(startedAt.microseconds)
        guard !overflow, age < RateLimit.minute, age >= -RateLimit.minute else { return nil }
        // Clocks of several machines differ a little: a window of the near future has only just begun.
        return RateLimit.minute - max(0, age)
    }
}

extension RateLimit {
    /// Counts one request at `now` into the window that stands, or into a new one.
    ///
    /// The window of the answer is to be kept; it is as it was when the request is refused.
    public func take(from window: RateWindow?, at now: Timestamp) -> (decision: RateDecision, window: RateWindow) {
        guard let window, let remainder = window.remainder(at: now) else {
            return (
                RateDecision(isAllowed: true, limit: perMinute, remaining: perMinute - 1, resetSeconds: 60),
                RateWindow(startedAt: now, count: 1)
            )
        }
        let isAllowed = window.count < perMinute
        // Less than the limit when it is counted up, so this cannot overflow; a limit may have been lowered meanwhile.
        let counted = isAllowed ? RateWindow(startedAt: window.startedAt, count: max(0, window.count) + 1) : window
        let decision = RateDecision(
            isAllowed: isAllowed,
            limit: perMinute,
            remaining: isAllowed ? perMinute - counted.count : 0,
            resetSeconds: Int((remainder + 999_999) / 1_000_000)
        )
        return (decision, counted)
    }
}

/// Whether a request may go on, and what its answer says of the limit.
public struct RateDecision: Equatable, Sendable {
    public let isAllowed: Bool
    /// `RateLimit-Limit`: requests a minute.
    public let limit: Int
    /// `RateLimit-Remaining`: requests that are left in this window, 0 when refused.
    public let remaining: Int
    /// `RateLimit-Reset`: whole seconds until the window is over, rounded up, 1 to 60.
    public let resetSeconds: Int

    /// `Retry-After` of a 429: a request after that many seconds finds a new window. Nil when allowed.
    public var retryAfterSeconds: Int? { isAllowed ? nil : resetSeconds }

    /// The headers of the answer; names in lower case.
    public var headers: [(name: String, value: String)] {
        var headers = [
            ("ratelimit-limit", String(limit)), ("ratelimit-remaining", String(remaining)),
            ("ratelimit-reset", String(resetSeconds)),
        ]
        if let retryAfterSeconds { headers.append(("retry-after", String(retryAfterSeconds))) }
        return headers
    }
}
