import Glibc

/// What a socket is waited for.
struct SocketInterest: OptionSet {
    let rawValue: Int16

    static let reading = SocketInterest(rawValue: Int16(POLLIN))
    static let writing = SocketInterest(rawValue: Int16(POLLOUT))
}

/// Where a connection's thread sleeps: until its socket is ready, a deadline has come, or somebody has work for it.
struct SocketWait {
    let signal: WakeSignal
    /// Looks after what does not concern the socket, after every sleep: takes new work in, answers what is overdue. Ends
    /// whatever is going on by throwing ``RedisFailure/closed``.
    let attend: () throws(RedisFailure) -> Void
    /// When ``attend`` has something to do at the latest.
    let nextDuty: () -> ContinuousClock.Instant?

    /// - Returns: true when the socket is ready or has failed; otherwise something else ended the sleep: look again.
    func wait(
        for interest: SocketInterest,
        of socket: Int32?,
        until deadline: ContinuousClock.Instant
    ) throws(RedisFailure) -> Bool {
        var descriptors = [
            pollfd(fd: signal.descriptor, events: Int16(POLLIN), revents: 0),
            // poll passes over a negative descriptor.
            pollfd(fd: socket ?? -1, events: interest.rawValue, revents: 0),
        ]
        let end = min(deadline, nextDuty() ?? deadline)
        _ = poll(&descriptors, 2, Int32(ContinuousClock.now.duration(to: end).milliseconds))
        // First the signal, then the work: the other way round a signal between the two would be lost.
        if descriptors[0].revents != 0 { signal.take() }
        try attend()
        return descriptors[1].revents != 0
    }

    /// Returns at the deadline.
    func pause(until deadline: ContinuousClock.Instant) throws(RedisFailure) {
        while ContinuousClock.now < deadline { _ = try wait(for: [], of: nil, until: deadline) }
    }
}

extension Duration {
    /// In milliseconds rounded up, between 0 and a minute.
    var milliseconds: Int {
        guard self > .zero else { return 0 }
        guard self < .seconds(60) else { return 60_000 }
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
