import Synchronization

/// Commands to one Redis over a few connections, each with a thread of its own that pipelines by itself.
///
/// Nothing connects before the first command. A lost connection is made again in the background; a command that was sent
/// over it fails with ``RedisFailure/connectionLost`` and is never repeated here. While Redis is away every command fails at
/// once with ``RedisFailure/unavailable(_:)``. The cancellation of a task does not end its command early; the command
/// timeout does.
public final class RedisClient: Sendable {
    private let configuration: RedisConfiguration
    private let queues: [CommandQueue]
    private let turn = Atomic<UInt>(0)

    /// Commands that would change what a shared connection means, or never be answered once.
    private static let unfit: Set<String> = [
        "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE", "MONITOR", "SYNC",
        "PSYNC",
        "HELLO", "RESET",
    ]

    /// `connections` take turns, at least one. Only with a single one do the commands of several tasks arrive in the order
    /// of the calls.
    public init(_ configuration: RedisConfiguration, connections: Int = 1) {
        self.configuration = configuration
        queues = (0..<max(1, connections)).map { _ in CommandQueue(configuration) }
    }

    deinit {
        for queue in queues { queue.close() }
    }

    /// The reply to a command and its arguments, such as `["SET", key, value, "PX", "60000"]`.
    public func command(_ arguments: [String]) async throws(RedisFailure) -> RedisReply {
        try await command(arguments.map { Array($0.utf8) })
    }

    /// The reply to a command whose arguments may be any bytes.
    public func command(_ arguments: [[UInt8]]) async throws(RedisFailure) -> RedisReply {
        let name = arguments.first.map { String(decoding: $0, as: UTF8.self).uppercased() } ?? ""
        guard !RedisClient.unfit.contains(name), let bytes = commandBytes(arguments) else {
            throw .protocolViolation("\(name.isEmpty ? "an empty command" : name) cannot share a connection")
        }
        let deadline = ContinuousClock.now + configuration.commandTimeout
        let index = Int(turn.wrappingAdd(1, ordering: .relaxed).oldValue % UInt(queues.count))
        return try await withCheckedContinuation { continuation in
            queues[index].add(Command(bytes: bytes, deadline: deadline, continuation: continuation))
        }.get()
    }

    /// Ends every unanswered command with ``RedisFailure/closed``, refuses further ones, and returns when all connections
    /// are closed. May be repeated.
    public func close() async {
        for queue in queues { queue.close() }
        for queue in queues { await queue.waitForEnd() }
    }
}
