public import Core
public import Logging
import Synchronization

/// Where this process hands in zones to be pushed, and waits for that.
///
/// Pushes run in ``run()`` and not in the request that asks: a request may stop waiting, the push goes on. A zone is
/// pushed once at a time; who asks meanwhile gets the pass after that one, which reads the rows anew.
public final class PushDesk: Sendable {
    private typealias Waiters = [UInt64: AsyncStream<Void>.Continuation]

    private struct Zone {
        /// Who waits for the pass that has not begun yet.
        var waiting: Waiters = [:]
        /// Who waits for the pass that runs.
        var served: Waiters = [:]
        var isRunning = false
        var isWanted = false
    }

    private struct State {
        var zones: [Identifier: Zone] = [:]
        var lastWaiter: UInt64 = 0
    }

    private let pusher: ZonePusher
    private let logger: Logger
    private let most: Int
    private let state = Mutex(State())
    private let inbox: AsyncStream<Identifier>
    private let intake: AsyncStream<Identifier>.Continuation

    /// `most` zones are pushed at once.
    public init(pusher: ZonePusher, most: Int, logger: Logger) {
        self.pusher = pusher
        self.most = max(1, most)
        self.logger = logger
        // Each zone stands in the inbox at most once, so the number of zones bounds it.
        (inbox, intake) = AsyncStream.makeStream()
    }

    /// Has the zone pushed, without waiting.
    public func push(_ domain: Identifier) {
        want(domain, waiter: nil)
    }

    /// Has the zone pushed and waits for one pass, no longer than `patience`.
    public func push(_ domain: Identifier, waiting patience: Duration) async {
        let (passes, waiter) = AsyncStream<Void>.makeStream()
        want(domain, waiter: waiter)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in passes { return } }
            // A cancelled wait is a wait that is over.
            group.addTask { try? await Task.sleep(for: patience) }
            await group.next()
            group.cancelAll()
        }
    }

    /// Pushes what is handed in until ``stop()``; then finishes what runs.
    public func run() async {
        await withDiscardingTaskGroup { group in
            let slots = Slots(most)
            for await domain in inbox {
                await slots.take()
                group.addTask {
                    await self.pass(domain)
                    await slots.give()
                }
            }
        }
    }

    /// Takes nothing more; ``run()`` returns when what was handed in is done.
    public func stop() {
        intake.finish()
    }

    private func want(_ domain: Identifier, waiter: AsyncStream<Void>.Continuation?) {
        let (isNew, number) = state.withLock { state in
            var zone = state.zones[domain] ?? Zone()
            state.lastWaiter += 1
            if let waiter { zone.waiting[state.lastWaiter] = waiter }
            let isNew = !zone.isWanted && !zone.isRunning
            zone.isWanted = true
            state.zones[domain] = zone
            return (isNew, state.lastWaiter)
        }
        waiter?.onTermination = { [self] _ in
            state.withLock { state in
                state.zones[domain]?.waiting[number] = nil
                state.zones[domain]?.served[number] = nil
            }
        }
        if isNew { intake.yield(domain) }
    }

    private func pass(_ domain: Identifier) async {
        state.withLock { state in
            guard var zone = state.zones[domain] else { return }
            zone.served = zone.waiting
            zone.waiting = [:]
            zone.isRunning = true
            zone.isWanted = false
            state.zones[domain] = zone
        }
        let outcome = await outcome(of: domain)
        if outcome == .busy, isAwaited(domain) {
            // Another process pushes this zone, and its pass may have read the rows before ours were there. It tells
            // nobody when it is done, so this is the one place that asks again.
            try? await Task.sleep(for: .milliseconds(50))
        }
        let (done, isWantedAgain) = finish(domain, outcome)
        for waiter in done.values { waiter.yield() }
        if isWantedAgain { intake.yield(domain) }
    }

    private func outcome(of domain: Identifier) async -> PushOutcome {
        do {
            return try await pusher.push(domain)
        } catch {
            logger.error("A push failed", metadata: ["domain": "\(domain)", "error": "\(error)"])
            return .failed("internal error")
        }
    }

    private func isAwaited(_ domain: Identifier) -> Bool {
        state.withLock { !($0.zones[domain]?.served.isEmpty ?? true) }
    }

    /// Who has waited long enough, and whether the zone is to be pushed again.
    private func finish(_ domain: Identifier, _ outcome: PushOutcome) -> (done: Waiters, again: Bool) {
        state.withLock { state in
            guard var zone = state.zones[domain] else { return ([:], false) }
            var done: Waiters = [:]
            switch outcome {
            case .busy, .more:
                zone.waiting.merge(zone.served) { waiting, _ in waiting }
                zone.isWanted = zone.isWanted || outcome == .more || !zone.waiting.isEmpty
            case .done, .failed: done = zone.served
            }
            zone.served = [:]
            zone.isRunning = false
            state.zones[domain] = zone.isWanted ? zone : nil
            return (done, zone.isWanted)
        }
    }
}

/// So many at once.
private actor Slots {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        free = count
    }

    func take() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func give() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        free += 1
    }
}
