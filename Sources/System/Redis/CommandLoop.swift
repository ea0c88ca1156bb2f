/// One connection's thread: connects, writes whatever has queued up, reads the replies, and connects again after a loss.
///
/// States: connecting for the first time or right after a loss (commands wait); connected (commands are sent);
/// refused (an attempt has failed: commands fail at once with its reason until an attempt succeeds).
final class CommandLoop {
    private let configuration: RedisConfiguration
    private let queue: CommandQueue
    private let signal: WakeSignal
    private var waiting = CommandSequence()
    private var inFlight = CommandSequence()
    private var refusal: RedisFailure?
    private var hasServed = false

    /// More is not taken from the queue until the socket has taken some of it.
    private static let maximumPendingBytes = 256 << 10

    init(_ configuration: RedisConfiguration, queue: CommandQueue, signal: WakeSignal) {
        self.configuration = configuration
        self.queue = queue
        self.signal = signal
    }

    func run() {
        let wait = SocketWait(
            signal: signal,
            attend: { [unowned self] () throws(RedisFailure) in try attend() },
            nextDuty: { [unowned self] in waiting.first?.deadline }
        )
        let connector = Connector(configuration: configuration, wait: wait)
        var backoff = Backoff()
        while true {
            do throws(RedisFailure) {
                hasServed = false
                let link = try connector.connect()
                refusal = nil
                try serve(link, wait)
            } catch .closed {
                break
            } catch {
                answer(inFlight.removeAll(), .failure(error))
                if hasServed {
                    backoff.reset()
                    continue
                }
                refusal = error == .connectionLost ? .unavailable("the server ends every connection") : error
                answer(waiting.removeAll(), .failure(refusal ?? error))
                do throws(RedisFailure) {
                    try wait.pause(until: .now + backoff.pause())
                } catch {
                    break
                }
            }
        }
        answer(inFlight.removeAll() + waiting.removeAll(), .failure(.closed))
        queue.end()
    }

    /// Takes arrivals in and answers those whose time is over.
    private func attend() throws(RedisFailure) {
        let arrivals = try queue.take()
        if let refusal {
            answer(arrivals, .failure(refusal))
        } else {
            waiting.append(arrivals)
        }
        let now = ContinuousClock.now
        while let command = waiting.first, command.deadline <= now, let overdue = waiting.removeFirst() {
            answer([overdue], .failure(.timedOut))
        }
    }

    /// Sends and receives until the connection is lost.
    private func serve(_ link: Link, _ wait: SocketWait) throws(RedisFailure) -> Never {
        while true {
            while link.pendingBytes < CommandLoop.maximumPendingBytes, let command = waiting.removeFirst() {
                link.send(command.bytes)
                inFlight.append(command)
            }
            try link.flush()
            let deadline = inFlight.first?.deadline ?? .now + .seconds(60)
            if try wait.wait(for: link.interest, of: link.socket, until: deadline) {
                let arrived = try link.receive()
                try deliver(arrived.replies)
                if arrived.isLost { throw .connectionLost }
            }
            try endWhenSilent()
        }
    }

    private func deliver(_ replies: [RedisReply]) throws(RedisFailure) {
        guard !replies.isEmpty else { return }
        hasServed = true
        var answered: [(Command, RedisReply)] = []
        for reply in replies {
            guard let command = inFlight.removeFirst() else { break }
            answered.append((command, reply))
        }
        queue.answered(answered.count)
        for (command, reply) in answered { command.continuation.resume(returning: .success(reply)) }
        guard answered.count == replies.count else { throw .protocolViolation("a reply without a command") }
    }

    /// A first command without reply means that all behind it wait for a silent server: a new connection finds out sooner
    /// whether it lives than any of them would.
    private func endWhenSilent() throws(RedisFailure) {
        let now = ContinuousClock.now
        guard let first = inFlight.first, first.deadline <= now else { return }
        while let command = inFlight.first, command.deadline <= now, let overdue = inFlight.removeFirst() {
            answer([overdue], .failure(.timedOut))
        }
        throw .connectionLost
    }

    private func answer(_ commands: [Command], _ outcome: Command.Outcome) {
        guard !commands.isEmpty else { return }
        queue.answered(commands.count)
        for command in commands { command.continuation.resume(returning: outcome) }
    }
}
