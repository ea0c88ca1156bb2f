import Backend
import Foundation
import MariaDB
import TestSupport
import Testing

/// An empty database of the test's own on the shared MariaDB, with a pool.
struct TestDatabase: Sendable {
    /// What `DATABASE_URL` would be.
    let url: String
    let pool: ConnectionPool

    /// A database that stays until the server goes.
    static func make(poolSize: Int = 3) async throws -> TestDatabase {
        let url = try await Services.shared().freshDatabase()
        let source = SettingsSource(environment: ["DATABASE_URL": url]) { _ throws(SettingsFileError) in throw .missing
        }
        guard case .read(let settings, _) = Settings.read(DatabaseSettings.self, from: source) else {
            throw NoDatabase(url: url)
        }
        return TestDatabase(url: url, pool: ConnectionPool(configuration: settings.configuration(), size: poolSize))
    }

    /// A database for the time of the closure.
    static func with<T: Sendable>(_ body: (TestDatabase) async throws -> T) async throws -> T {
        let database = try await make()
        do {
            let value = try await body(database)
            await database.pool.close()
            return value
        } catch {
            await database.pool.close()
            throw error
        }
    }

    /// The names of its tables, sorted.
    func tables() async throws -> [String] {
        let sql = "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()"
        return try await pool.query(sql).rows.map { try $0.text("name") }.sorted()
    }

    func count(_ table: String) async throws -> Int64 {
        try #require(try await pool.query("SELECT COUNT(*) AS n FROM \(table)").rows.first?.int("n"))
    }

    /// Ends the connection that runs a statement of that pattern; false while there is none.
    func kill(whatRuns pattern: String) async throws -> Bool {
        let sql = "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE ?"
        guard let id = try await pool.query(sql, [.text(pattern)]).rows.first?.int("id") else { return false }
        try await pool.query("KILL \(id)")
        return true
    }
}

/// A `DATABASE_URL` that was not understood.
struct NoDatabase: Error {
    let url: String
}
