import Backend
import Foundation
import MariaDB
import TestSupport
import Testing

@Suite("Servers that migrations and server look at first")
struct MigrationServerTests {
    private func check(_ options: [String]) async throws -> [String] {
        try await withMariaDB(options) { pool in
            try await MigrationRunner(pool: pool, migrations: try Migrations.released()).upgrade().warnings
        }
    }

    @Test("MySQL is refused in the documented words")
    func mySQL() async throws {
        let refusal = try await #require(throws: SchemaRefusal.self) { try await check(["--version=8.0.36"]) }
        #expect(refusal == .notMariaDB)
        #expect(
            refusal.message
                == "MariaDB 10.6 or later is needed (tested with 10.11); MySQL is not supported until it is tested"
        )
    }

    @Test("A MariaDB before 10.6 is refused with its version")
    func old() async throws {
        let refusal = try await #require(throws: SchemaRefusal.self) { try await check(["--version=10.5.9-MariaDB"]) }
        #expect(refusal == .tooOld("10.5.9-MariaDB"))
    }

    @Test("A server that may forget what it acknowledged is a warning", arguments: [(1, 0), (2, 1), (0, 1)])
    func flush(value: Int, warnings: Int) async throws {
        let found = try await check(["--innodb-flush-log-at-trx-commit=\(value)"])
        #expect(found.filter { $0.contains("innodb_flush_log_at_trx_commit is \(value)") }.count == warnings)
        #expect(found.count == warnings)
    }
}

/// Runs a MariaDB of its own, on a socket in a temporary folder, for the time of the closure.
private func withMariaDB<T: Sendable>(
    _ options: [String],
    _ body: @Sendable (ConnectionPool) async throws -> T
) async throws -> T {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // The server refuses to run as root.
    let user = geteuid() == 0 ? ["--user=mysql"] : []
    let data = ["--no-defaults", "--datadir=\(folder.path)/data", "--tmpdir=\(folder.path)"] + user
    if geteuid() == 0 { _ = try await run(["chown", "mysql", folder.path]) }
    let installed = try await run(
        ["mariadb-install-db"] + data + ["--auth-root-authentication-method=normal", "--skip-test-db"]
    )
    try #require(installed.status == 0, "\(installed.stderr)")
    let socket = "\(folder.path)/s.sock"
    let server = [
        "mariadbd", "--socket=\(socket)", "--skip-networking", "--innodb-buffer-pool-size=16M",
        "--innodb-log-file-size=8M", "--performance-schema=0",
    ]
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { _ = try await run([server[0]] + data + server.dropFirst() + options) }
        defer { group.cancelAll() }
        let sql = "CREATE DATABASE scaidns CHARACTER SET utf8mb4"
        try await eventually(within: .seconds(30)) {
            try await run(["mariadb", "--no-defaults", "-uroot", "-S", socket, "-e", sql]).status == 0
        }
        let pool = ConnectionPool(
            configuration: DatabaseConfiguration(user: "root", password: "", database: "scaidns", unixSocket: socket),
            size: 1
        )
        let value: T
        do {
            value = try await body(pool)
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
        return value
    }
}
