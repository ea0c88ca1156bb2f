import Backend
import Foundation
import MariaDB
import TestSupport
import Testing

@Suite("scaidns db")
struct MigrationCommandTests {
    @Test("upgrade, current and history tell the way of a schema")
    func journey() async throws {
        try await TestDatabase.with { database in
            let total = try Migrations.released().map(\.statements.count).reduce(0, +)
            let before = try await runScaidns(["db", "current"], databaseURL: database.url)
            #expect((before.status, before.stdout) == (0, "1\tschema\tmissing\t0/\(total)\n"))
            #expect(before.stderr.contains("Run scaidns db upgrade."))
            #expect(try await database.tables() == [])

            let upgrade = try await runScaidns(["db", "upgrade"], databaseURL: database.url)
            #expect((upgrade.status, upgrade.stdout) == (0, ""))
            #expect(upgrade.stderr.contains("1.1  CREATE TABLE partners ("))
            #expect(upgrade.stderr.contains("statements run: \(total)."))
            #expect(upgrade.stderr.contains("warning: innodb_flush_log_at_trx_commit is 2"))
            let again = try await runScaidns(["db", "upgrade"], databaseURL: database.url)
            #expect(again.stderr.contains("nothing was done"))

            let after = try await runScaidns(["db", "current"], databaseURL: database.url)
            #expect(after.stdout == "1\tschema\tdone\t\(total)/\(total)\n")
            let history = try await runScaidns(["db", "history"], databaseURL: database.url)
            let lines = history.stdout.split(separator: "\n")
            #expect(lines.count == total)
            #expect(lines.first?.wholeMatch(of: /1\t1\t\d{4}-\d\d-\d\dT[\d:]+Z\tCREATE TABLE partners \(/) != nil)
        }
    }

    @Test("upgrade --sql prints a script that the mariadb client runs, and runs nothing itself")
    func script() async throws {
        try await TestDatabase.with { database in
            let printed = try await runScaidns(["db", "upgrade", "--sql"], databaseURL: database.url)
            #expect(printed.status == 0)
            #expect(try await database.tables() == [])
            let name = String(database.url.split(separator: "/").last ?? "")
            _ = try await Services.shared().sql(printed.stdout, database: name)
            let upgrade = try await runScaidns(["db", "upgrade"], databaseURL: database.url)
            #expect(upgrade.stderr.contains("nothing was done"))
            #expect(try await database.count("roles") == 7)
            #expect(try await runScaidns(["db", "upgrade", "--sql"], databaseURL: database.url).stdout == "")
        }
    }

    @Test("Wrong settings are all told at once, with exit 2, and no other setting is demanded")
    func settings() async throws {
        let output = try await run(
            [product("scaidns"), "db", "upgrade"],
            env: ["DATABASE_URL": "mysql://u:hunter2@h", "DATABASE_POOL_SIZE": "many", "SCAIDNS_ENV_FILE": "/dev/null"]
        )
        #expect(output.status == 2)
        #expect(output.stderr.contains("DATABASE_URL: was \"mysql://***@h\"; expected the name of a database"))
        #expect(output.stderr.contains("DATABASE_POOL_SIZE: was \"many\"; expected a whole number from 1 to 1000"))
        #expect(!output.stderr.contains("hunter2"))
        #expect(!output.stderr.contains("REDIS_URL"))
    }

    @Test("--env-file names the settings")
    func environmentFile() async throws {
        try await TestDatabase.with { database in
            let folder = try temporaryFolder()
            defer { try? FileManager.default.removeItem(at: folder) }
            let file = folder.appending(path: "scaidns.env")
            try Data("DATABASE_URL='\(database.url)'\n".utf8).write(to: file)
            let output = try await runScaidns(["db", "current", "--env-file", file.path], databaseURL: "")
            #expect(output.status == 0)
            #expect(output.stderr.contains("everybody on this machine may read it"))
        }
    }

    @Test("A failing statement is exit 1 with its number, and the next run goes on")
    func failure() async throws {
        try await TestDatabase.with { database in
            try await database.pool.query("CREATE TABLE users (id INT)")
            let failed = try await runScaidns(["db", "upgrade"], databaseURL: database.url)
            #expect(failed.status == 1)
            #expect(failed.stderr.contains("statement 3 of migration 1 (CREATE TABLE users () failed: Table 'users'"))
            let current = try await runScaidns(["db", "current"], databaseURL: database.url)
            #expect(current.stdout.hasPrefix("1\tschema\tpartly\t2/"))
            try await database.pool.query("DROP TABLE users")
            #expect(try await runScaidns(["db", "upgrade"], databaseURL: database.url).status == 0)
        }
    }

    @Test("A database of PowerDNS is refused")
    func powerDNS() async throws {
        try await TestDatabase.with { database in
            try await database.pool.query("CREATE TABLE cryptokeys (id INT)")
            let output = try await runScaidns(["db", "upgrade"], databaseURL: database.url)
            #expect(output.status == 1)
            #expect(output.stderr.contains("this database holds PowerDNS's tables (domainmetadata, cryptokeys)"))
        }
    }
}
