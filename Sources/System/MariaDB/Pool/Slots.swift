import Synchronization

/// The places of a pool: who has one, who waits for one, and the connections that nobody uses.
///
/// A place is taken without a connection as long as fewer were made than there are places; the taker makes one.
final class Slots: Sendable {
    private struct Waiter {
        let number: UInt64
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Connection?, any Error>
    }

    private struct State {
        var idle: [Connection] = []
        var taken = 0
        /// In the order of asking.
        var waiters: [Waiter] = []
        var lastNumber: UInt64 = 0
        var isClosed = false
    }

    /// The most callers that may wait.
    private static let waitingLimit = 4096

    private let size: Int
    private let state = Mutex(State())

    init(size: Int) {
        self.size = size
    }

    var statistics: PoolStatistics {
        state.withLock {
            PoolStatistics(size: size, inUse: $0.taken, idle: $0.idle.count, waiting: $0.waiters.count)
        }
    }

    /// A place, waiting for it if need be: with the connection used last, or with nil, to make one.
    ///
    /// - Throws: ``PoolError``, `CancellationError`.
    nonisolated(nonsending) func take(within timeout: Duration) async throws -> Connection? {
        try Task.checkCancellation()
        enum Outcome {
            case taken(Connection?)
            case wait(UInt64)
        }
        let outcome = try state.withLock { state throws(PoolError) -> Outcome in
            guard !state.isClosed else { throw .closed }
            if let connection = state.idle.popLast() {
                state.taken += 1
                return .taken(connection)
            }
            if state.taken < size {
                state.taken += 1
                return .taken(nil)
            }
            guard state.waiters.count < Self.waitingLimit else { throw .exhausted }
            state.lastNumber += 1
            return .wait(state.lastNumber)
        }
        switch outcome {
        case .taken(let connection): return connection
        case .wait(let number): return try await wait(as: number, until: .now + timeout)
        }
    }

    /// Gives a place back, with its connection if that is fit for others.
    /// - Returns: the connection if nobody will want it any more.
    func giveBack(_ connection: Connection?) -> Connection? {
        let (next, surplus) = state.withLock { state -> (Waiter?, Connection?) in
            guard state.waiters.isEmpty else { return (state.waiters.removeFirst(), nil) }
            state.taken -= 1
            if state.isClosed { return (nil, connection) }
            if let connection { state.idle.append(connection) }
            return (nil, nil)
        }
        next?.continuation.resume(returning: connection)
        return surplus
    }

    /// Refuses everybody from now on.
    /// - Returns: the unused connections, to be closed.
    func close() -> [Connection] {
        let (waiters, idle) = state.withLock { state in
            state.isClosed = true
            defer {
                state.waiters = []
                state.idle = []
            }
            return (state.waiters, state.idle)
        }
        for waiter in waiters { waiter.continuation.resume(throwing: PoolError.closed) }
        return idle
    }

    private func wait(as number: UInt64, until deadline: ContinuousClock.Instant) async throws -> Connection? {
        try await withThrowingTaskGroup(of: Connection??.self) { group in
            group.addTask { try await self.stand(as: number, until: deadline) }
            group.addTask {
                // Only the queue decides: when the place came at the same moment, it is taken and not lost.
                if (try? await Task.sleep(until: deadline)) != nil { self.leave(number, PoolError.exhausted) }
                return .none
            }
            defer { group.cancelAll() }
            for try await place in group {
                if let connection = place { return connection }
            }
            throw CancellationError()
        }
    }

    private func stand(as number: UInt64, until deadline: ContinuousClock.Instant) async throws -> Connection?? {
        let connection = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(Waiter(number: number, deadline: deadline, continuation: continuation))
            }
        } onCancel: {
            leave(number, CancellationError())
        }
        return .some(connection)
    }

    private func enter(_ waiter: Waiter) {
        enum Outcome {
            case waits
            case taken(Connection?)
            case refused(any Error)
        }
        let outcome = state.withLock { state -> Outcome in
            // Whoever called leave() already, and found nobody, is seen by these two.
            if Task.isCancelled { return .refused(CancellationError()) }
            if ContinuousClock.now >= waiter.deadline { return .refused(PoolError.exhausted) }
            if state.isClosed { return .refused(PoolError.closed) }
            // A place may have become free since the caller looked.
            if state.taken < size {
                state.taken += 1
                return .taken(state.idle.popLast())
            }
            state.waiters.append(waiter)
            return .waits
        }
        switch outcome {
        case .waits: break
        case .taken(let connection): waiter.continuation.resume(returning: connection)
        case .refused(let error): waiter.continuation.resume(throwing: error)
        }
    }

    /// Takes a waiter out of the queue with an error; nothing when he has his place already.
    private func leave(_ number: UInt64, _ error: any Error) {
        let waiter = state.withLock { state -> Waiter? in
            state.waiters.firstIndex { $0.number == number }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: error)
    }
}
