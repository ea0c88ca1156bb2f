import Synchronization
import Testing

@testable import MariaDB

extension MariaDBTests {
    @Suite("Pool")
    struct Pool {
        /// Who is on which connection at the moment.
        private final class Users: Sendable {
            private let counts = Mutex<[UInt64: Int]>([:])

            var connections: Int { counts.withLock { $0.count } }

            /// True when nobody else is on this connection.
            func enter(_ connection: UInt64) -> Bool {
                counts.withLock {
                    $0[connection, default: 0] += 1
                    return $0[connection] == 1
                }
            }

            func leave(_ connection: UInt64) { counts.withLock { $0[connection, default: 0] -= 1 } }
        }

        @Test("Many users share two connections, each to himself")
        func sharing() async throws {
            try await withPool(size: 2, change: { $0.acquireTimeout = .seconds(30) }) { pool in
                let users = Users()
                let seen = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<200 {
                        group.addTask {
                            try await pool.withConnection { connection in
                                let number = try await connection.serverInfo().connectionID
                                let isAlone = users.enter(number)
                                try await connection.query("SELECT 1")
                                users.leave(number)
                                return isAlone
                            }
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(seen.count == 200 && seen.allSatisfy { $0 })
                #expect(users.connections == 2)
                #expect(pool.statistics == PoolStatistics(size: 2, inUse: 0, idle: 2, waiting: 0))
            }
        }

        @Test("When all connections stay in use the next caller is refused, and later ones are served")
        func exhaustion() async throws {
            try await withPool(size: 1, change: { $0.acquireTimeout = .milliseconds(50) }) { pool in
                try await pool.withConnection { _ in
                    #expect(pool.statistics.inUse == 1)
                    await #expect(throws: PoolError.exhausted) { try await pool.query("SELECT 1") }
                    #expect(pool.statistics.waiting == 0)
                }
                let value = try await firstValue(of: "SELECT 1", in: pool)
                #expect(value == .int(1))
            }
        }

        @Test("A caller whose task is cancelled leaves the queue")
        func cancellation() async throws {
            try await withPool(size: 1, change: { $0.acquireTimeout = .seconds(60) }) { pool in
                try await pool.withConnection { _ in
                    let waiter = Task { try await pool.query("SELECT 1") }
                    try await until("the caller waits") { pool.statistics.waiting == 1 }
                    waiter.cancel()
                    await #expect(throws: CancellationError.self) { try await waiter.value }
                    #expect(pool.statistics.waiting == 0)
                }
                let value = try await firstValue(of: "SELECT 1", in: pool)
                #expect(value == .int(1))
            }
        }

        @Test("Cancelling and releasing at the same moment loses no place")
        func cancellationRace() async throws {
            try await withPool(size: 1, change: { $0.acquireTimeout = .milliseconds(2) }) { pool in
                for _ in 0..<100 {
                    await withTaskGroup { group in
                        for _ in 0..<8 { group.addTask { _ = try? await pool.query("SELECT 1") } }
                        await group.next()
                        group.cancelAll()
                    }
                }
                #expect(pool.statistics.inUse == 0 && pool.statistics.waiting == 0)
            }
        }

        @Test("A closed pool refuses, also those who wait")
        func closing() async throws {
            try await withPool(size: 1) { pool in
                try await pool.withConnection { _ in
                    let waiter = Task { try await pool.query("SELECT 1") }
                    try await until("the caller waits") { pool.statistics.waiting == 1 }
                    await pool.close()
                    await #expect(throws: PoolError.closed) { try await waiter.value }
                }
                await #expect(throws: PoolError.closed) { try await pool.query("SELECT 1") }
                #expect(pool.statistics.idle == 0)
            }
        }

        @Test("A connection killed while unused is replaced")
        func killedWhileIdle() async throws {
            try await withPool(size: 1) { pool in
                let table = try await makeTable("v INT", in: pool)
                let first = try await pool.withConnection { try await $0.serverInfo().connectionID }
                try await killConnection(first)
                let second = try await pool.withConnection { connection in
                    try await connection.query("INSERT INTO \(table) VALUES (1, 1)")
                    return try await connection.serverInfo().connectionID
                }
                #expect(first != second)
            }
        }

        @Test("A read whose connection is killed is repeated on a new one")
        func repeatedRead() async throws {
            try await withPool(size: 1) { pool in
                let table = try await makeTable("v INT", in: pool)
                try await pool.query("INSERT INTO \(table) VALUES (1, 1)")
                let number = try await pool.withConnection { try await $0.serverInfo().connectionID }
                let reader = try await withPool(size: 1) { others in
                    try await others.transaction { holder in
                        try await holder.query("SELECT v FROM \(table) FOR UPDATE")
                        let sql = "SELECT CONNECTION_ID() AS id FROM \(table) FOR UPDATE"
                        let reader = Task { try await pool.query(sql) }
                        try await waitForStatement(like: "SELECT CONNECTION_ID()%", of: number)
                        try await killConnection(number)
                        return reader
                    }
                }
                let row = try #require(try await reader.value.rows.first)
                #expect(try row.int("id") != Int64(number))
            }
        }

        @Test("A write whose connection is killed is an error and not repeated")
        func lostWrite() async throws {
            try await withPool(size: 1) { pool in
                let table = try await makeTable("v INT", in: pool)
                let number = try await pool.withConnection { try await $0.serverInfo().connectionID }
                let write = Task { try await pool.query("INSERT INTO \(table) SELECT 1, SLEEP(20)") }
                try await waitForStatement(like: "INSERT%", of: number)
                try await killConnection(number)
                let error = await #expect(throws: DatabaseError.self) { try await write.value }
                #expect(error?.isConnectionLost == true)
                let count = try await firstValue(of: "SELECT COUNT(*) FROM \(table)", in: pool)
                #expect(count == .int(0))
            }
        }

        @Test(
            "An open transaction never reaches the next user", arguments: ["START TRANSACTION", "SET autocommit = 0"])
        func leftTransaction(opening: String) async throws {
            try await withPool(size: 1) { pool in
                let table = try await makeTable("v INT", in: pool)
                try await pool.withConnection { connection in
                    try await connection.query(opening)
                    try await connection.query("INSERT INTO \(table) VALUES (1, 1)")
                }
                let rows = try await pool.query("SELECT @@autocommit AS a, @@in_transaction AS t").rows
                #expect(rows.first?.values == [.int(1), .int(0)])
                let count = try await firstValue(of: "SELECT COUNT(*) FROM \(table)", in: pool)
                #expect(count == .int(0))
            }
        }

        @Test("A session that was altered never reaches the next user")
        func alteredSession() async throws {
            try await withPool(size: 1) { pool in
                try await pool.withConnection { try await $0.execute("SET @leftover = 1") }
                let leftover = try await firstValue(of: "SELECT @leftover", in: pool)
                #expect(leftover == .null)
            }
        }

        @Test("A connection keeps as many statements as it may, the last used")
        func statementCache() async throws {
            try await withPool(size: 1, change: { $0.statementCacheSize = 2 }) { pool in
                try await pool.withConnection { connection in
                    for number in [1, 2, 1, 3, 1] { try await connection.query("SELECT \(number)") }
                    #expect(await connection.statementCount == 2)
                    let status = try await connection.query(
                        "SHOW SESSION STATUS WHERE variable_name IN ('Com_stmt_prepare', 'Com_stmt_close')"
                    )
                    // The statement that asks is the fourth, and pushed another one out.
                    #expect(
                        status.rows.map(\.values) == [
                            [.text("Com_stmt_close"), .text("2")], [.text("Com_stmt_prepare"), .text("4")],
                        ])
                }
            }
        }

        /// Waits until the connection of this number runs such a statement.
        private func waitForStatement(like pattern: String, of number: UInt64) async throws {
            try await withPool(size: 1) { pool in
                try await until("the statement runs") {
                    let sql = "SELECT COUNT(*) FROM information_schema.processlist WHERE id = ? AND info LIKE ?"
                    return try await firstValue(of: sql, [.int(Int64(number)), .text(pattern)], in: pool) == .int(1)
                }
            }
        }
    }
}
