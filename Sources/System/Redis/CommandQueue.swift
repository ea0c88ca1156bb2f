import Synchronization
import Threads

/// The door between tasks and one connection's thread, which the first command starts.
final class CommandQueue: Sendable {
    /// `idle` -> `running` with the first command; `running` -> `gone` once the thread has answered everything.
    private enum Thread {
        case idle
        case running(WakeSignal)
        case gone
    }

    private struct State {
        var arrivals: [Command] = []
        var unanswered = 0
        var isClosed = false
        var thread = Thread.idle
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let configuration: RedisConfiguration

    init(_ configuration: RedisConfiguration) { self.configuration = configuration }

    /// Hands the command to the thread; one that cannot be taken is answered at once.
    func add(_ command: Command) {
        let refusal: RedisFailure? = state.withLock { state in
            if state.isClosed { return .closed }
            if state.unanswered >= configuration.maximumQueued { return .queueFull }
            if case .idle = state.thread {
                guard let signal = start() else { return .unavailable("no thread or no descriptor for a connection") }
                state.thread = .running(signal)
            }
            state.unanswered += 1
            state.arrivals.append(command)
            // The thread takes all arrivals at once, so the first of them has woken it for the others.
            if state.arrivals.count == 1, case .running(let signal) = state.thread { signal.give() }
            return nil
        }
        if let refusal { command.continuation.resume(returning: .failure(refusal)) }
    }

    func close() {
        state.withLock { state in
            state.isClosed = true
            if case .running(let signal) = state.thread { signal.give() }
        }
    }

    /// Returns when the thread has ended after ``close()``, every command answered.
    func waitForEnd() async {
        await withCheckedContinuation { (closer: CheckedContinuation<Void, Never>) in
            let isOver = state.withLock { state in
                guard case .running = state.thread else { return true }
                state.closers.append(closer)
                return false
            }
            if isOver { closer.resume() }
        }
    }

    // MARK: The thread's side

    /// What has arrived since the last look.
    /// - Throws: ``RedisFailure/closed`` once the queue is closed; what had arrived stays for ``end()``.
    func take() throws(RedisFailure) -> [Command] {
        let arrivals: [Command]? = state.withLock { state in
            guard !state.isClosed else { return nil }
            defer { state.arrivals = [] }
            return state.arrivals
        }
        guard let arrivals else { throw .closed }
        return arrivals
    }

    func answered(_ count: Int) { state.withLock { $0.unanswered -= count } }

    /// The thread's last word.
    func end() {
        let (arrivals, closers) = state.withLock { state in
            defer {
                state.arrivals = []
                state.closers = []
                state.thread = .gone
            }
            return (state.arrivals, state.closers)
        }
        for command in arrivals { command.continuation.resume(returning: .failure(.closed)) }
        for closer in closers { closer.resume() }
    }

    private func start() -> WakeSignal? {
        let signal = WakeSignal()
        guard signal.descriptor >= 0 else { return nil }
        let started = startThread(named: "redis") { [self, configuration] in
            CommandLoop(configuration, queue: self, signal: signal).run()
        }
        return started ? signal : nil
    }
}
