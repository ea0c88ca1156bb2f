import Testing

@testable import MariaDB

extension MariaDBTests {
    @Suite("Values")
    struct Values {
        @Test(
            "A value comes back as it was given",
            arguments: [
                ("BIGINT", Value.int(.min)), ("BIGINT", .int(.max)), ("TINYINT", .int(-128)), ("BOOL", .int(1)),
                ("BIGINT UNSIGNED", .int(.max)), ("INT UNSIGNED", .int(4_294_967_295)), ("YEAR", .int(1999)),
                ("DOUBLE", .double(0.1)), ("DOUBLE", .double(-1.7976931348623157e308)), ("FLOAT", .double(1.5)),
                ("VARCHAR(20)", .text("")), ("VARCHAR(20)", .text("a\0b\0")), ("VARCHAR(20)", .text("é例🦊")),
                ("TEXT", .text("text")), ("CHAR(3)", .text("abc")),
                ("VARBINARY(20)", .bytes([])), ("VARBINARY(20)", .bytes([0, 255, 0])), ("BINARY(2)", .bytes([7, 0])),
                ("BLOB", .bytes([0x80])), ("BIT(8)", .bytes([65])),
                ("DECIMAL(20,3)", .text("12345678901234567.125")), ("DATE", .text("2024-02-29")),
                ("TIME(6)", .text("-838:59:58.000001")), ("JSON", .text("{\"a\": 1}")), ("ENUM('a','b')", .text("b")),
                ("DATETIME(6)", .time(0)), ("DATETIME(6)", .time(1_709_210_096_000_001)),
                ("DATETIME(6)", .time(-1)), ("DATETIME(6)", .time(-1_000_001)),
                ("DATETIME(6)", .time(-62_135_596_800_000_000)), ("DATETIME(6)", .time(253_402_300_799_999_999)),
                ("BIGINT", .null), ("TEXT", .null), ("DOUBLE", .null), ("DATETIME(6)", .null), ("BLOB", .null),
            ]
        )
        func roundTrip(type: String, value: Value) async throws {
            try await withPool { pool in
                let table = try await makeTable("v \(type)", in: pool)
                try await pool.query("INSERT INTO \(table) (id, v) VALUES (1, ?)", [value])
                #expect(try await pool.query("SELECT v FROM \(table)").rows.first?["v"] == value)
            }
        }

        @Test("A long value comes back whole", arguments: [255, 256, 257, 1_000_000])
        func longValues(length: Int) async throws {
            try await withPool { pool in
                let table = try await makeTable("t LONGTEXT, b LONGBLOB", in: pool)
                let text = Value.text(
                    String(repeating: "🦊", count: length / 4) + String(repeating: "x", count: length % 4))
                let bytes = Value.bytes((0..<length).map { UInt8(truncatingIfNeeded: $0) })
                try await pool.query("INSERT INTO \(table) VALUES (1, ?, ?)", [text, bytes])
                let row = try await pool.query("SELECT t, b FROM \(table)").rows.first
                // Not in the expectation, which would print a million bytes.
                let isSame = row?.values == [text, bytes]
                #expect(isSame)
            }
        }

        @Test(
            "A time means the same to the server",
            arguments: [
                (0, "1970-01-01 00:00:00.000000"), (-1, "1969-12-31 23:59:59.999999"),
                (1_709_210_096_000_001, "2024-02-29 12:34:56.000001"),
                (-2_208_988_800_000_000, "1900-01-01 00:00:00.000000"),
            ]
        )
        func timeText(microseconds: Int64, text: String) async throws {
            try await withPool { pool in
                let sql = "SELECT CAST(CAST(? AS DATETIME(6)) AS CHAR) AS t"
                let seen = try await firstValue(of: sql, [.time(microseconds)], in: pool)
                #expect(seen == .text(text))
            }
        }

        @Test("TIMESTAMP is read in UTC")
        func timestamp() async throws {
            try await withPool { pool in
                let row = try await pool.query("SELECT FROM_UNIXTIME(86400.25) AS t").rows.first
                #expect(try row?.time("t") == 86_400_250_000)
            }
        }

        @Test("A parameter that is no date of the years 1 to 9999 is refused", arguments: [Int64.min, .max])
        func timeOutOfRange(microseconds: Int64) async throws {
            try await expectError(DatabaseError.Code.valueOutOfRange, "SELECT ?", [.time(microseconds)])
        }

        @Test(
            "A column that Value cannot hold is an error",
            arguments: [("BIGINT UNSIGNED", "18446744073709551615"), ("DATETIME", "0")]
        )
        func unreadable(type: String, literal: String) async throws {
            try await withPool { pool in
                let table = try await makeTable("v \(type)", in: pool)
                try await pool.query("INSERT INTO \(table) VALUES (1, \(literal))")
                let error = await #expect(throws: DatabaseError.self) { try await pool.query("SELECT v FROM \(table)") }
                #expect(error?.code == DatabaseError.Code.valueOutOfRange)
            }
        }

        @Test("After a row that cannot be read the connection goes on")
        func inStep() async throws {
            try await withPool(size: 1) { pool in
                let table = try await makeTable("v BIGINT UNSIGNED", in: pool)
                try await pool.query("INSERT INTO \(table) VALUES (1, 18446744073709551615), (2, 1), (3, 1)")
                let (before, after) = try await pool.withConnection { connection in
                    let before = try await connection.serverInfo().connectionID
                    await #expect(throws: DatabaseError.self) { try await connection.query("SELECT v FROM \(table)") }
                    #expect(try await connection.query("SELECT 7 AS v").rows.first?["v"] == .int(7))
                    return (before, try await connection.serverInfo().connectionID)
                }
                #expect(before == after)
            }
        }

        @Test("Text that is not UTF-8 is an error, not replacement characters")
        func invalidText() async throws {
            try await withPool { pool in
                let error = await #expect(throws: DatabaseError.self) {
                    // What is latin1 for the server passes unchanged when nothing is to be converted.
                    try await pool.withConnection { connection in
                        try await connection.execute("SET character_set_results = NULL")
                        return try await connection.query("SELECT CONVERT(X'E9' USING latin1) AS v")
                    }
                }
                #expect(error?.code == DatabaseError.Code.invalidText)
            }
        }

        @Test("A statement needs as many parameters as it has marks", arguments: [[], [Value.int(1), .int(2)]])
        func parameterCount(parameters: [Value]) async throws {
            try await expectError(DatabaseError.Code.parameterCount, "SELECT ?", parameters)
        }

        @Test("A long result arrives whole and in order")
        func manyRows() async throws {
            try await withPool { pool in
                let rows = try await pool.query("SELECT seq, REPEAT('x', seq % 600) AS t FROM seq_1_to_50000").rows
                #expect(rows.count == 50_000)
                let isRight = try rows.enumerated().allSatisfy { index, row in
                    try row.int("seq") == index + 1 && row.text("t").utf8.count == (index + 1) % 600
                }
                #expect(isRight)
            }
        }

        @Test("A result beyond the limit is an error, and the pool goes on with a new connection")
        func resultLimit() async throws {
            try await withPool(size: 1, change: { $0.maximumResultBytes = 1 << 20 }) { pool in
                let error = await #expect(throws: DatabaseError.self) {
                    try await pool.query("SELECT REPEAT('x', 1000) AS t FROM seq_1_to_1000000")
                }
                #expect(error?.code == DatabaseError.Code.resultTooLarge)
                let value = try await firstValue(of: "SELECT 1", in: pool)
                #expect(value == .int(1))
            }
        }

        @Test("A single value beyond the limit is an error, and the pool goes on with a new connection")
        func valueLimit() async throws {
            try await withPool(size: 1, change: { $0.maximumResultBytes = 1 << 20 }) { pool in
                let error = await #expect(throws: DatabaseError.self) {
                    try await pool.query("SELECT REPEAT('x', 5000000) AS t")
                }
                #expect(error?.code == DatabaseError.Code.resultTooLarge)
                let value = try await firstValue(of: "SELECT 1", in: pool)
                #expect(value == .int(1))
            }
        }

        @Test("A prepared statement follows its table when that changes")
        func changedTable() async throws {
            try await withPool(size: 1) { pool in
                let table = try await makeTable("v INT", in: pool)
                try await pool.query("INSERT INTO \(table) VALUES (1, 7)")
                let read = "SELECT * FROM \(table)"
                #expect(try await pool.query(read).rows.first?.values == [.int(1), .int(7)])
                try await pool.query("ALTER TABLE \(table) MODIFY v VARCHAR(300)")
                #expect(try await pool.query(read).rows.first?.values == [.int(1), .text("7")])
                try await pool.query("ALTER TABLE \(table) ADD w DOUBLE NOT NULL DEFAULT 0.5")
                #expect(try await pool.query(read).rows.first?.values == [.int(1), .text("7"), .double(0.5)])
                try await pool.query("ALTER TABLE \(table) DROP v")
                #expect(try await pool.query(read).rows.first?.values == [.int(1), .double(0.5)])
            }
        }

        @Test("Of the results of a procedure the first is returned, and the connection stays in step")
        func procedure() async throws {
            try await withPool(size: 1) { pool in
                let name = "p\(UInt64.random(in: 0 ... .max))"
                try await pool.query("CREATE PROCEDURE \(name)() BEGIN SELECT 1; SELECT 2, 3; DO 4; END")
                for _ in 0..<3 {
                    let value = try await firstValue(of: "CALL \(name)()", in: pool)
                    #expect(value == .int(1))
                    let next = try await firstValue(of: "SELECT 5", in: pool)
                    #expect(next == .int(5))
                }
            }
        }

        @Test("Affected rows count what matched, and a new row tells its number")
        func counts() async throws {
            try await withPool { pool in
                let table = try await makeTable("v INT", in: pool)
                try await pool.query("ALTER TABLE \(table) MODIFY id BIGINT AUTO_INCREMENT")
                let inserted = try await pool.query("INSERT INTO \(table) (v) VALUES (5), (5)")
                #expect(inserted.affectedRows == 2 && inserted.lastInsertID == 1)
                #expect(try await pool.query("UPDATE \(table) SET v = 5").affectedRows == 2)
                #expect(try await pool.query("DELETE FROM \(table) WHERE v = 6").affectedRows == 0)
            }
        }

        @Test("A duplicate key says so")
        func duplicateKey() async throws {
            try await withPool { pool in
                let table = try await makeTable("v INT", in: pool)
                try await pool.query("INSERT INTO \(table) VALUES (1, 1)")
                let error = await #expect(throws: DatabaseError.self) {
                    try await pool.query("INSERT INTO \(table) VALUES (?, 1)", [.int(1)])
                }
                #expect(error?.isDuplicateKey == true && error?.sqlState == "23000" && error?.isRepeatable == false)
            }
        }

        @Test("Too long a text is refused and not cut")
        func strictMode() async throws {
            try await withPool { pool in
                let table = try await makeTable("v VARCHAR(2)", in: pool)
                await #expect(throws: DatabaseError.self) {
                    try await pool.query("INSERT INTO \(table) VALUES (1, ?)", [.text("abc")])
                }
            }
        }

        @Test("A column is read only as what it is")
        func rowErrors() async throws {
            try await withPool { pool in
                let row = try #require(try await pool.query("SELECT 2 AS n, 'x' AS t, NULL AS e").rows.first)
                #expect(throws: RowError.noColumn("z")) { try row.int("z") }
                #expect(throws: RowError.null(column: "e")) { try row.int("e") }
                #expect(throws: RowError.wrongType(column: "t")) { try row.int("t") }
                #expect(throws: RowError.wrongType(column: "n")) { try row.bool("n") }
                #expect(try row.optionalText("e") == nil)
            }
        }

        private func expectError(_ code: UInt32, _ sql: String, _ parameters: [Value]) async throws {
            try await withPool { pool in
                let error = await #expect(throws: DatabaseError.self) { try await pool.query(sql, parameters) }
                #expect(error?.code == code)
            }
        }
    }
}
