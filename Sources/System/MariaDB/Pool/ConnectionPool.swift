import Synchronization

/// A bounded number of connections, made when first needed and lent to one caller at a time, in the order of asking.
public final class ConnectionPool: Sendable {
    private let configuration: DatabaseConfiguration
    private let slots: Slots

    /// Connects to nothing yet; `size` is the most connections at a time, at least 1.
    public init(configuration: DatabaseConfiguration, size: Int) {
        self.configuration = configuration
        slots = Slots(size: max(size, 1))
    }

    public var statistics: PoolStatistics { slots.statistics }

    /// Lends a connection to `body`. Whatever transaction it leaves open is rolled back.
    ///
    /// - Throws: ``PoolError``; a ``DatabaseError`` when no connection can be made; `CancellationError`; what `body` throws.
    public nonisolated(nonsending) func withConnection<T: Sendable>(
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        let connection = try await acquire(within: configuration.acquireTimeout)
        do {
            let value = try await body(connection)
            await release(connection)
            return value
        } catch {
            await release(connection)
            throw error
        }
    }

    /// Runs one statement by itself. One that reads (SELECT or SHOW) is repeated once, on a new connection, when the
    /// connection turns out to be gone or the table has changed; one that may write is not.
    @discardableResult
    public nonisolated(nonsending) func query(_ sql: String, _ parameters: [Value] = []) async throws -> ResultSet {
        let start = ContinuousClock.now
        var connection = try await acquire(within: configuration.acquireTimeout)
        do {
            let result = try await connection.query(sql, parameters)
            await release(connection)
            return result
        } catch {
            // A server that hangs is not asked a second time.
            let isQuick = ContinuousClock.now - start < .seconds(configuration.queryTimeout)
            guard error.isConnectionLost || error.outdatesStatement, isQuick, Self.onlyReads(sql) else {
                await release(connection)
                throw error
            }
        }
        connection = try await replace(connection)
        do {
            let result = try await connection.query(sql, parameters)
            await release(connection)
            return result
        } catch {
            await release(connection)
            throw error
        }
    }

    /// Refuses further callers, also those that wait, and closes the connections: the unused ones now, the others when
    /// they are given back.
    public func close() async {
        for connection in slots.close() { await connection.close() }
    }

    static func onlyReads(_ sql: String) -> Bool {
        let word = sql.drop(while: \.isWhitespace).prefix(while: \.isLetter).uppercased()
        return word == "SELECT" || word == "SHOW"
    }
}

// MARK: Lending, for the transactions too

extension ConnectionPool {
    /// A connection that answers. Whoever gets it must give it to ``release(_:)`` or ``replace(_:)``.
    nonisolated(nonsending) func acquire(within timeout: Duration) async throws -> Connection {
        let idle = try await slots.take(within: timeout)
        if let idle {
            // A server that was started anew has closed all of them; asking costs nothing while it is quiet.
            if !idle.seemsLost { return idle }
            if await idle.answers() { return idle }
            await idle.close()
        }
        return try await connectInSlot()
    }

    /// Takes a connection back.
    nonisolated(nonsending) func release(_ connection: Connection) async {
        var isFit = connection.isReusable
        if !isFit { isFit = await connection.reset() }
        if !isFit { await connection.close() }
        if let surplus = slots.giveBack(isFit ? connection : nil) { await surplus.close() }
    }

    /// A new connection for one that is of no use any more. When none can be made the place is free again.
    nonisolated(nonsending) func replace(_ connection: Connection) async throws -> Connection {
        await connection.close()
        return try await connectInSlot()
    }

    private nonisolated(nonsending) func connectInSlot() async throws -> Connection {
        do {
            return try await Connection.open(configuration)
        } catch {
            _ = slots.giveBack(nil)
            throw error
        }
    }

    /// Seconds a statement may wait for a row lock when the whole has so much time left.
    func lockWait(within remaining: Duration) -> Int {
        let seconds = remaining.components.seconds + (remaining.components.attoseconds > 0 ? 1 : 0)
        return min(configuration.lockWaitTimeout, max(1, Int(clamping: seconds)))
    }

    func acquireTimeout(within remaining: Duration) -> Duration {
        min(configuration.acquireTimeout, remaining)
    }
}
