/// One command on its way, from the call to its answer.
struct Command: Sendable {
    let bytes: [UInt8]
    let deadline: ContinuousClock.Instant
    let continuation: CheckedContinuation<Outcome, Never>

    typealias Outcome = Result<RedisReply, RedisFailure>
}

/// Commands in the order of their calls, which is the order of their deadlines, too.
struct CommandSequence {
    private var commands: [Command] = []
    private var start = 0

    var first: Command? { start < commands.count ? commands[start] : nil }
    var isEmpty: Bool { start == commands.count }

    mutating func append(_ more: [Command]) { commands.append(contentsOf: more) }

    mutating func append(_ command: Command) { commands.append(command) }

    mutating func removeFirst() -> Command? {
        guard start < commands.count else { return nil }
        defer {
            start += 1
            if start == commands.count {
                commands.removeAll(keepingCapacity: start <= 4096)
                start = 0
            } else if start >= 1024, start * 2 > commands.count {
                commands.removeFirst(start)
                start = 0
            }
        }
        return commands[start]
    }

    mutating func removeAll() -> [Command] {
        defer { self = CommandSequence() }
        return Array(commands[start...])
    }
}
