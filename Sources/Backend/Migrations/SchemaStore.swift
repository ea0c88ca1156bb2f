import MariaDB

/// Reads and writes what stands in the database about its schema.
struct SchemaStore {
    let connection: Connection

    /// Refuses servers and databases that are not ours to use.
    /// - Returns: warnings, as sentences.
    func check() async throws -> [String] {
        try DatabaseVersion(connection.serverVersion).check()
        guard try await !has(table: "domainmetadata"), try await !has(table: "cryptokeys") else {
            throw SchemaRefusal.powerDNS
        }
        let flush = try await connection.query("SELECT @@innodb_flush_log_at_trx_commit AS flush").rows.first?.int(
            "flush")
        return flush == 1
            ? []
            : [
                "innodb_flush_log_at_trx_commit is \(flush ?? -1), not 1: "
                    + "a change that was acknowledged can be lost when the database's machine fails"
            ]
    }

    func has(table: String) async throws -> Bool {
        let sql = """
            SELECT 1 AS found FROM information_schema.tables
            WHERE table_schema = DATABASE() AND LOWER(table_name) = ?
            """
        return try await !connection.query(sql, [.text(table)]).rows.isEmpty
    }

    /// The rows of `schema_migrations` in their order; none where there is no such table.
    func done() async throws -> [DoneStatement] {
        guard try await has(table: "schema_migrations") else { return [] }
        let sql = """
            SELECT version, statement, sha256, min_release, done_at FROM schema_migrations ORDER BY version, statement
            """
        let rows: [Row]
        do {
            rows = try await connection.query(sql).rows
        } catch  where error.code == Self.unknownColumn {
            throw SchemaRefusal.unreadable
        }
        return try rows.map { row in
            guard let release = Release(try row.text("min_release")) else { throw SchemaRefusal.unreadable }
            return DoneStatement(
                version: Int(try row.int("version")),
                statement: Int(try row.int("statement")),
                sha256: try row.bytes("sha256"),
                minimumRelease: release,
                doneAt: try row.optionalTime("done_at")
            )
        }
    }

    func makeTable() async throws {
        try await connection.execute(Self.tableStatement)
    }

    static let tableStatement = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            version INT UNSIGNED NOT NULL,
            statement INT UNSIGNED NOT NULL,
            sha256 BINARY(32) NOT NULL,
            min_release VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'the oldest release that works with the migration',
            done_at DATETIME(6) NULL COMMENT 'NULL: begun, outcome unknown',
            PRIMARY KEY (version, statement)
        ) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        """

    /// Notes that a step begins.
    func begin(_ step: MigrationStep) async throws {
        try await note(step, isDone: false)
    }

    /// Notes that a step is done.
    func finish(_ step: MigrationStep) async throws {
        try await note(step, isDone: true)
    }

    private func note(_ step: MigrationStep, isDone: Bool) async throws {
        let moment = isDone ? "UTC_TIMESTAMP(6)" : "NULL"
        try await connection.query(
            """
            INSERT INTO schema_migrations (version, statement, sha256, min_release, done_at)
            VALUES (?, ?, ?, ?, \(moment)) ON DUPLICATE KEY UPDATE done_at = \(moment)
            """,
            [
                .int(Int64(step.migration.version)), .int(Int64(step.statement.number)),
                .bytes(step.statement.sha256), .text(step.migration.minimumRelease.description),
            ]
        )
    }

    /// Takes the note back that a step has begun.
    func forget(_ step: MigrationStep) async throws {
        try await connection.query(
            "DELETE FROM schema_migrations WHERE version = ? AND statement = ? AND done_at IS NULL",
            [.int(Int64(step.migration.version)), .int(Int64(step.statement.number))]
        )
    }

    /// Takes the lock under which migrations run; it goes with the connection.
    /// - Throws: ``SchemaRefusal/locked`` after `seconds`.
    func lock(wait seconds: Int) async throws {
        // The names of such locks are the server's, not the database's.
        let sql = "SELECT GET_LOCK(CONCAT('scaidns upgrade ', MD5(DATABASE())), ?) AS taken"
        guard try await connection.query(sql, [.int(Int64(seconds))]).rows.first?.optionalInt("taken") == 1 else {
            throw SchemaRefusal.locked
        }
    }

    private static let unknownColumn: UInt32 = 1054
}
