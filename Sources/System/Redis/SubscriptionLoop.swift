/// A subscription's thread: connects, subscribes, passes messages on, and begins again after a loss.
final class SubscriptionLoop {
    private let configuration: RedisConfiguration
    private let channels: [String]
    private let door: SubscriptionDoor
    private let events: AsyncStream<RedisSubscription.Event>.Continuation
    private let longestSilence: Duration
    private var isListening = false

    init(
        _ configuration: RedisConfiguration,
        channels: [String],
        longestSilence: Duration,
        door: SubscriptionDoor,
        events: AsyncStream<RedisSubscription.Event>.Continuation
    ) {
        self.configuration = configuration
        self.channels = channels
        self.longestSilence = longestSilence
        self.door = door
        self.events = events
    }

    func run() {
        let wait = SocketWait(
            signal: door.signal,
            attend: { [door] () throws(RedisFailure) in if door.isClosed { throw .closed } },
            nextDuty: { nil }
        )
        let connector = Connector(configuration: configuration, wait: wait)
        var backoff = Backoff()
        var lastTold: RedisFailure?
        while true {
            do throws(RedisFailure) {
                let link = try connector.connect()
                try listen(link, wait)
            } catch .closed {
                break
            } catch {
                if isListening {
                    backoff.reset()
                    lastTold = nil
                }
                isListening = false
                if error != lastTold { events.yield(.interrupted(error)) }
                lastTold = error
                do throws(RedisFailure) {
                    try wait.pause(until: .now + backoff.pause())
                } catch {
                    break
                }
            }
        }
        events.finish()
    }

    /// Subscribes and passes messages on until the connection is lost.
    private func listen(_ link: Link, _ wait: SocketWait) throws(RedisFailure) -> Never {
        link.send(commandBytes((["SUBSCRIBE"] + channels).map { Array($0.utf8) }) ?? [])
        var unconfirmed = Set(channels)
        var lastHeard = ContinuousClock.now
        var asked: ContinuousClock.Instant? = lastHeard
        while true {
            try link.flush()
            let deadline = asked.map { $0 + configuration.commandTimeout } ?? lastHeard + longestSilence
            if try wait.wait(for: link.interest, of: link.socket, until: deadline) {
                let arrived = try link.receive()
                for reply in arrived.replies {
                    lastHeard = .now
                    try take(reply, &unconfirmed)
                }
                if unconfirmed.isEmpty, !arrived.replies.isEmpty { asked = nil }
                if arrived.isLost { throw .connectionLost }
            }
            let now = ContinuousClock.now
            if let asked, asked + configuration.commandTimeout <= now { throw .timedOut }
            if asked == nil, lastHeard + longestSilence <= now {
                link.send(commandBytes([Array("PING".utf8)]) ?? [])
                asked = now
            }
        }
    }

    private func take(_ reply: RedisReply, _ unconfirmed: inout Set<String>) throws(RedisFailure) {
        if case .error(let text) = reply { throw .unavailable("SUBSCRIBE: \(text)") }
        guard case .array(let parts) = reply, let kind = parts.first?.text else {
            throw .protocolViolation("neither a message nor a confirmation")
        }
        switch kind {
        case "subscribe":
            if parts.count == 3, let channel = parts[1].text { unconfirmed.remove(channel) }
            if unconfirmed.isEmpty, !isListening {
                isListening = true
                events.yield(.listening)
            }
        case "message":
            guard parts.count == 3, let channel = parts[1].text, case .bulk(let payload) = parts[2] else {
                throw .protocolViolation("a message without channel or payload")
            }
            events.yield(.message(channel: channel, payload: payload))
        default:
            // The answer to PING.
            break
        }
    }
}
