import Synchronization
import Testing

@testable import MariaDB

extension MariaDBTests {
    @Suite("Transactions")
    struct Transactions {
        private struct Refusal: Error {}

        private final class Counter: Sendable {
            private let number = Atomic(0)

            var value: Int { number.load(ordering: .relaxed) }

            func increase() -> Int { number.add(1, ordering: .relaxed).newValue }
        }

        @Test("What the body did is committed together with its result")
        func commit() async throws {
            try await withTable { pool, table in
                let value = try await pool.transaction { connection in
                    try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                    return 7
                }
                #expect(value == 7)
                try await expectRows(3, table, in: pool)
            }
        }

        @Test("An error of the body undoes everything and comes through")
        func rollback() async throws {
            try await withTable { pool, table in
                await #expect(throws: Refusal.self) {
                    try await pool.transaction { connection in
                        try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                        throw Refusal()
                    }
                }
                try await expectRows(2, table, in: pool)
            }
        }

        @Test("A cancelled task commits nothing")
        func cancellation() async throws {
            try await withTable { pool, table in
                let task = Task {
                    try await pool.transaction { connection in
                        try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                        withUnsafeCurrentTask { $0?.cancel() }
                    }
                }
                await #expect(throws: CancellationError.self) { try await task.value }
                try await expectRows(2, table, in: pool)
            }
        }

        @Test(
            "After a lock wait the whole body runs again, whether a write waited or a read",
            arguments: ["UPDATE # SET v = v + 1 WHERE id = 1", "SELECT v FROM # WHERE id = 1 FOR UPDATE"]
        )
        func lockWait(statement: String) async throws {
            try await withTable { pool, table in
                let (locked, lockedContinuation) = AsyncStream<Void>.makeStream()
                let (waited, waitedContinuation) = AsyncStream<Void>.makeStream()
                async let holder: Void = pool.transaction(deadline: .seconds(30)) { connection in
                    try await connection.query("UPDATE \(table) SET v = v + 1 WHERE id = 1")
                    lockedContinuation.finish()
                    for await _ in waited {}
                }
                for await _ in locked {}
                var runs = 0
                var connections: Set<UInt64> = []
                try await pool.transaction(deadline: .seconds(30)) { connection in
                    runs += 1
                    connections.insert(try await connection.serverInfo().connectionID)
                    if runs == 2 { waitedContinuation.finish() }
                    try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                    try await connection.query(statement.split(separator: "#").joined(separator: table))
                }
                try await holder
                #expect(runs == 2)
                #expect(connections.count == 1)
                try await expectRows(3, table, in: pool)
            }
        }

        @Test("Of two transactions in a deadlock one runs again, and both commit")
        func deadlock() async throws {
            try await withTable { pool, table in
                let runs = try await deadlock(on: table, in: pool) { connection, update, row, _ in
                    try await connection.query(update, [.int(row)])
                }
                #expect(runs == 3)
                let sum = try await firstValue(of: "SELECT SUM(v) FROM \(table)", in: pool)
                #expect(sum == .text("4"))
            }
        }

        @Test("A body that overlooks a deadlock writes nothing after it")
        func overlookedDeadlock() async throws {
            try await withTable { pool, table in
                let runs = try await deadlock(on: table, in: pool) { connection, update, row, run in
                    _ = try? await connection.query(update, [.int(row)])
                    // The server has rolled back by then: this would take effect by itself.
                    _ = try? await connection.query("INSERT INTO \(table) VALUES (?, 0)", [.int(Int64(100 + run))])
                }
                #expect(runs == 3)
                try await expectRows(4, table, in: pool)
            }
        }

        @Test("A row that stays locked ends in busy, in the time given, with the session as before")
        func busy() async throws {
            try await withTable(lockWait: 5) { pool, table in
                try await holdingRow(of: table, in: pool) {
                    let start = ContinuousClock.now
                    await #expect(throws: TransactionError.busy) {
                        try await pool.transaction(deadline: .seconds(1)) { connection in
                            _ = try await connection.query("UPDATE \(table) SET v = 9 WHERE id = 1")
                        }
                    }
                    #expect(ContinuousClock.now - start < .seconds(3))
                    let wait = try await firstValue(of: "SELECT @@innodb_lock_wait_timeout", in: pool)
                    #expect(wait == .int(5))
                }
            }
        }

        @Test("Three runs are the most")
        func runLimit() async throws {
            try await withTable { pool, table in
                try await holdingRow(of: table, in: pool) {
                    var runs = 0
                    await #expect(throws: TransactionError.busy) {
                        try await pool.transaction(deadline: .seconds(60)) { connection in
                            runs += 1
                            _ = try await connection.query("UPDATE \(table) SET v = 9 WHERE id = 1")
                        }
                    }
                    #expect(runs == 3)
                }
            }
        }

        @Test("A body that overlooks a lock wait changes nothing")
        func overlookedError() async throws {
            try await withTable { pool, table in
                try await holdingRow(of: table, in: pool) {
                    await #expect(throws: TransactionError.busy) {
                        try await pool.transaction(deadline: .milliseconds(500)) { connection in
                            try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                            _ = try? await connection.query("UPDATE \(table) SET v = 9 WHERE id = 1")
                            _ = try? await connection.query("INSERT INTO \(table) VALUES (11, 0)")
                        }
                    }
                }
                try await expectRows(2, table, in: pool)
            }
        }

        @Test("A body that wraps a lock wait into an error of its own runs again")
        func wrappedError() async throws {
            try await withTable { pool, table in
                try await holdingRow(of: table, in: pool) {
                    await #expect(throws: TransactionError.busy) {
                        try await pool.transaction(deadline: .milliseconds(500)) { connection in
                            do {
                                try await connection.query("UPDATE \(table) SET v = 9 WHERE id = 1")
                            } catch { throw Refusal() }
                        }
                    }
                }
            }
        }

        @Test("A connection lost before COMMIT lets the body run again on a new one")
        func lostConnection() async throws {
            try await withTable { pool, table in
                var connections: [UInt64] = []
                try await pool.transaction { connection in
                    connections.append(try await connection.serverInfo().connectionID)
                    try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                    if connections.count == 1 { try await killConnection(connections[0]) }
                    try await connection.query("INSERT INTO \(table) VALUES (11, 0)")
                }
                #expect(Set(connections).count == 2)
                try await expectRows(4, table, in: pool)
            }
        }

        @Test("A connection found dead at COMMIT is known to have committed nothing")
        func lostAtTheEnd() async throws {
            try await withTable { pool, table in
                var runs = 0
                try await pool.transaction { connection in
                    runs += 1
                    try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                    if runs == 1 {
                        try await killConnection(try await connection.serverInfo().connectionID)
                        try await until("the server has closed it") { connection.seemsLost }
                    }
                }
                #expect(runs == 2)
                try await expectRows(3, table, in: pool)
            }
        }

        @Test("A statement that ends the transaction is found at COMMIT", arguments: ["COMMIT", "TRUNCATE"])
        func endedEarly(statement: String) async throws {
            try await withTable { pool, table in
                await #expect(throws: TransactionError.endedEarly) {
                    try await pool.transaction { connection in
                        try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                        try await connection.query(statement == "COMMIT" ? statement : "\(statement) TABLE \(table)")
                    }
                }
            }
        }

        @Test("A duplicate key leaves the transaction open")
        func duplicateKey() async throws {
            try await withTable { pool, table in
                try await pool.transaction { connection in
                    await #expect(throws: DatabaseError.self) {
                        try await connection.query("INSERT INTO \(table) VALUES (1, 0)")
                    }
                    try await connection.query("INSERT INTO \(table) VALUES (10, 0)")
                }
                try await expectRows(3, table, in: pool)
            }
        }

        @Test("A transaction works from within an actor, on the actor's own state")
        func fromAnActor() async throws {
            actor Owner {
                var runs = 0
                func run(in pool: ConnectionPool) async throws -> Int {
                    try await pool.transaction { connection in
                        runs += 1
                        try await connection.query("SELECT 1")
                    }
                    return runs
                }
            }
            try await withPool { pool in
                let runs = try await Owner().run(in: pool)
                #expect(runs == 1)
            }
        }

        /// A pool and a table with rows 1 and 2, both with `v` 0. Statements wait for locks for one second.
        private func withTable(
            lockWait: Int = 1,
            _ body: (ConnectionPool, String) async throws -> Void
        ) async throws {
            try await withPool(size: 3, change: { $0.lockWaitTimeout = lockWait }) { pool in
                let table = try await makeTable("v INT NOT NULL", in: pool)
                try await pool.query("INSERT INTO \(table) VALUES (1, 0), (2, 0)")
                try await body(pool, table)
            }
        }

        private func expectRows(_ count: Int64, _ table: String, in pool: ConnectionPool) async throws {
            let seen = try await firstValue(of: "SELECT COUNT(*) FROM \(table)", in: pool)
            #expect(seen == .int(count))
        }

        /// Lets two transactions change rows 1 and 2, each the other one first, and calls `second` for the second change:
        /// with the statement, its row and the number of the run.
        /// - Returns: the runs of both together.
        private func deadlock(
            on table: String,
            in pool: ConnectionPool,
            second: @escaping @Sendable (Connection, String, Int64, Int) async throws -> Void
        ) async throws -> Int {
            let runs = Counter()
            let holders = Counter()
            let update = "UPDATE \(table) SET v = v + 1 WHERE id = ?"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for row in [Int64(1), 2] {
                    group.addTask {
                        try await pool.transaction(deadline: .seconds(30)) { connection in
                            let run = runs.increase()
                            try await connection.query(update, [.int(row)])
                            _ = holders.increase()
                            try await until("both hold a row") { holders.value >= 2 }
                            try await second(connection, update, 3 - row, run)
                        }
                    }
                }
                try await group.waitForAll()
            }
            return runs.value
        }

        /// Holds the lock of row 1 while `body` runs.
        private func holdingRow(of table: String, in pool: ConnectionPool, _ body: () async throws -> Void) async throws
        {
            try await pool.withConnection { connection in
                try await connection.query("START TRANSACTION")
                try await connection.query("SELECT v FROM \(table) WHERE id = 1 FOR UPDATE")
                try await body()
            }
        }
    }
}
