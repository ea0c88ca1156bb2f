extension ConnectionPool {
    /// What became of one run of a transaction.
    private enum Outcome<T> {
        case committed(T)
        case failed(any Error)
        /// Undone, and worth another run.
        case again(DatabaseError)
    }

    /// The most runs of one transaction.
    private static let runLimit = 3

    /// Runs `body` in a transaction and commits it; rolls back when `body` throws or the task is cancelled.
    ///
    /// After a deadlock, a lock wait, a changed row or a connection lost before COMMIT was sent the *whole* body runs
    /// again: three runs at most, and none begins after `deadline`, counted from the call. Statements wait for row locks
    /// no longer than what is left of it, in whole seconds. So the body must do nothing that may not happen twice.
    ///
    /// - Throws: ``TransactionError``, ``PoolError``, ``DatabaseError``, `CancellationError`, what `body` throws.
    public nonisolated(nonsending) func transaction<T: Sendable>(
        deadline: Duration = .seconds(5),
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        let end = ContinuousClock.now + deadline
        var connection = try await acquire(within: acquireTimeout(within: deadline))
        for run in 1... {
            let lockWait = lockWait(within: end - .now)
            switch await attempt(on: connection, lockWait: lockWait, body) {
            case .committed(let value):
                await release(connection)
                return value
            case .failed(let error):
                await release(connection)
                throw error
            case .again(let error):
                guard run < Self.runLimit, ContinuousClock.now < end, !Task.isCancelled else {
                    await release(connection)
                    try Task.checkCancellation()
                    throw error.isRepeatable ? TransactionError.busy : error
                }
                if !connection.isReusable { connection = try await replace(connection) }
            }
        }
        preconditionFailure("A transaction ends within its runs.")
    }

    private nonisolated(nonsending) func attempt<T: Sendable>(
        on connection: Connection,
        lockWait: Int,
        _ body: (Connection) async throws -> T
    ) async -> Outcome<T> {
        do throws(DatabaseError) {
            try await connection.begin(lockWait: lockWait)
        } catch {
            return error.isConnectionLost ? .again(error) : .failed(error)
        }
        let value: T
        do {
            value = try await body(connection)
            try Task.checkCancellation()
        } catch {
            // The connection knows what ended the transaction, whatever the body made of it.
            guard let failure = await connection.rollback() else { return .failed(error) }
            return failure.isRepeatable || failure.isConnectionLost ? .again(failure) : .failed(error)
        }
        do throws(CommitError) {
            try await connection.commit()
            return .committed(value)
        } catch {
            let failure = await connection.rollback()
            switch error {
            case .notSent(let cause):
                let isWorthARun = cause.isRepeatable || cause.isConnectionLost
                return isWorthARun ? .again(cause) : .failed(failure ?? cause)
            case .outcomeUnknown: return .failed(TransactionError.commitOutcomeUnknown)
            case .endedEarly: return .failed(TransactionError.endedEarly)
            }
        }
    }
}
