import Testing

@testable import MariaDB

extension MariaDBTests {
    /// On a server of its own, as these tests stop it.
    @Suite("Outages", .serialized, SharedMariaDB(offersTLS: false))
    struct Outages {
        @Test("After the server died and came back the pool works by itself")
        func restart() async throws {
            let server = try server
            try await withPool(size: 2) { pool in
                let table = try await makeTable("v INT", in: pool)
                try await pool.withConnection { first in
                    try await pool.withConnection { second in
                        try await first.query("SELECT 1")
                        try await second.query("SELECT 1")
                    }
                }
                #expect(pool.statistics.idle == 2)
                await server.kill()
                let error = await #expect(throws: DatabaseError.self) { try await pool.query("SELECT 1") }
                #expect(error?.isConnectionLost == true)
                try await server.start()
                // Also for the connection that nobody touched in the meantime, and for a write.
                try await pool.withConnection { first in
                    try await pool.withConnection { second in
                        try await first.query("INSERT INTO \(table) VALUES (1, 1)")
                        try await second.query("INSERT INTO \(table) VALUES (2, 1)")
                    }
                }
                #expect(pool.statistics.idle == 2)
            }
        }

        @Test("A server that hangs costs one statement its time and then its connection")
        func hanging() async throws {
            let server = try server
            try await withPool(size: 1, change: { $0.queryTimeout = 1 }) { pool in
                try await pool.query("SELECT 1")
                try await server.freeze()
                let start = ContinuousClock.now
                let error = await #expect(throws: DatabaseError.self) { try await pool.query("SELECT 1") }
                #expect(error?.isConnectionLost == true)
                #expect(ContinuousClock.now - start < .seconds(6))
                server.thaw()
                let value = try await firstValue(of: "SELECT 1", in: pool)
                #expect(value == .int(1))
            }
        }

        @Test("A COMMIT without an answer says that its outcome is unknown, and does not run again")
        func unknownOutcome() async throws {
            let server = try server
            try await withPool(size: 1, change: { $0.queryTimeout = 1 }) { pool in
                let table = try await makeTable("v INT", in: pool)
                var runs = 0
                await #expect(throws: TransactionError.commitOutcomeUnknown) {
                    try await pool.transaction { connection in
                        runs += 1
                        try await connection.query("INSERT INTO \(table) VALUES (1, 1)")
                        try await server.freeze()
                    }
                }
                server.thaw()
                #expect(runs == 1)
                // Here it did happen: the server read it when it went on.
                try await until("the COMMIT is done") {
                    try await firstValue(of: "SELECT COUNT(*) FROM \(table)", in: pool) == .int(1)
                }
            }
        }

        @Test("When the server has no room for another statement, the connection gives its old ones back")
        func tooManyStatements() async throws {
            try await withPool(size: 1) { pool in
                try await pool.query("SET GLOBAL max_prepared_stmt_count = 4")
                for number in 0..<20 {
                    let value = try await firstValue(of: "SELECT \(number)", in: pool)
                    #expect(value == .int(Int64(number)))
                }
                try await pool.query("SET GLOBAL max_prepared_stmt_count = DEFAULT")
            }
        }

        @Test("A server without TLS is refused where TLS is asked for")
        func noTLS() async throws {
            for mode in [DatabaseConfiguration.TLSMode.unverified, .verified(caFile: nil)] {
                try await withPool(size: 1, change: { $0.tls = mode }) { pool in
                    let error = await #expect(throws: DatabaseError.self) { try await pool.query("SELECT 1") }
                    #expect(error?.isConnectionLost == true)
                }
            }
        }

        @Test("A statement that takes too long is stopped by the server, and the connection stays")
        func slowStatement() async throws {
            try await withPool(size: 1, change: { $0.queryTimeout = 1 }) { pool in
                let before = try await pool.withConnection { try await $0.serverInfo().connectionID }
                let error = await #expect(throws: DatabaseError.self) {
                    try await pool.query("SELECT COUNT(*) FROM seq_1_to_1000000 AS a, seq_1_to_1000000 AS b")
                }
                #expect(error?.code == 1969)
                let after = try await pool.withConnection { try await $0.serverInfo().connectionID }
                #expect(before == after)
            }
        }
    }
}
