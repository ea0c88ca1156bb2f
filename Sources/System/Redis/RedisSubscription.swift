import Threads

/// What is published on some channels, over a connection of its own that is made again whenever it is lost.
///
/// ```swift
/// for await event in RedisSubscription(configuration, channels: ["scaidns:jobs"]) {
///     switch event {
///     case .listening, .message: try await lookForWork()
///     case .interrupted(let failure): log(failure)
///     }
/// }
/// ```
///
/// Redis keeps nothing for those who do not listen, so ``Event/listening`` means: look, something may have been missed.
/// Each iteration connects anew; it ends, with its connection, when its task is cancelled or its iterator is gone.
public struct RedisSubscription: AsyncSequence, Sendable {
    public enum Event: Sendable, Equatable {
        /// The server has confirmed all channels: from here on nothing is missed until the next interruption.
        case listening
        case message(channel: String, payload: [UInt8])
        /// Not listening any more, or not yet, and why; told once for each new reason while attempts go on.
        case interrupted(RedisFailure)
    }

    private let configuration: RedisConfiguration
    private let channels: [String]
    private let bufferedEvents: Int
    /// After this much silence the server is asked whether it is still there.
    var longestSilence = Duration.seconds(15)

    /// - Parameters:
    ///   - configuration: its command timeout bounds the server's confirmation of the channels.
    ///   - channels: at least one.
    ///   - bufferedEvents: events kept for a slow reader; beyond it the oldest are dropped, so a reader that falls behind
    ///     still wakes up for the newest.
    public init(_ configuration: RedisConfiguration, channels: [String], bufferedEvents: Int = 256) {
        precondition(!channels.isEmpty, "a subscription needs a channel")
        self.configuration = configuration
        self.channels = channels
        self.bufferedEvents = bufferedEvents
    }

    public func makeAsyncIterator() -> AsyncStream<Event>.Iterator {
        let (stream, events) = AsyncStream.makeStream(
            of: Event.self,
            bufferingPolicy: .bufferingNewest(Swift.max(1, bufferedEvents))
        )
        let door = SubscriptionDoor()
        events.onTermination = { _ in door.close() }
        let started =
            door.signal.descriptor >= 0
            && startThread(named: "redis events") { [configuration, channels, longestSilence] in
                SubscriptionLoop(
                    configuration,
                    channels: channels,
                    longestSilence: longestSilence,
                    door: door,
                    events: events
                ).run()
            }
        if !started {
            events.yield(.interrupted(.unavailable("no thread or no descriptor for a connection")))
            events.finish()
        }
        return stream.makeAsyncIterator()
    }
}
