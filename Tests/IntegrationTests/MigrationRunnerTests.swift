import Backend
import MariaDB
import TestSupport
import Testing

@Suite("Migrations on a real MariaDB")
struct MigrationRunnerTests {
    private let release = "-- min_release: 0.1.0\n"

    private func upgrade(_ database: TestDatabase, _ migrations: [Migration]) async throws -> MigrationRunner.Result {
        try await MigrationRunner(pool: database.pool, migrations: migrations, lockWait: 60).upgrade()
    }

    private func failure(of migrations: [Migration], on database: TestDatabase) async throws -> MigrationFailure? {
        do {
            _ = try await upgrade(database, migrations)
            return nil
        } catch let failure as MigrationFailure {
            return failure
        }
    }

    @Test("The released migrations make the schema once, and find nothing to do the second time")
    func released() async throws {
        try await TestDatabase.with { database in
            let migrations = try Migrations.released()
            let first = try await upgrade(database, migrations)
            #expect(first.count == migrations.map(\.statements.count).reduce(0, +))
            #expect(first.version == migrations.count)
            #expect(try await upgrade(database, migrations).count == 0)
            let roles = try await database.pool.query("SELECT name FROM roles ORDER BY name").rows.map {
                try $0.text("name")
            }
            #expect(
                roles == [
                    "domain_admin", "domain_manager", "platform_admin", "read_only", "record_editor", "tenant_admin",
                    "validation_bypass",
                ]
            )
            let status = try await MigrationRunner(pool: database.pool, migrations: migrations).status()
            #expect(status.plan.steps.isEmpty)
            #expect(status.done.allSatisfy { $0.doneAt != nil })
        }
    }

    @Test("Every table states utf8mb4 and InnoDB, and the two claims on a name are unique keys")
    func schema() async throws {
        try await TestDatabase.with { database in
            _ = try await upgrade(database, try Migrations.released())
            let others = try await database.pool.query(
                """
                SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()
                AND (engine <> 'InnoDB' OR table_collation NOT LIKE 'utf8mb4%')
                """
            )
            #expect(others.rows.isEmpty)
            let keys = try await database.pool.query(
                """
                SELECT DISTINCT index_name AS name FROM information_schema.statistics WHERE table_schema = DATABASE()
                AND table_name = 'domains' AND non_unique = 0 ORDER BY index_name
                """
            )
            #expect(try keys.rows.map { try $0.text("name") } == ["domains_claim", "domains_live_name", "PRIMARY"])
        }
    }

    @Test("A statement that fails is named, stops the run and is where the next one begins")
    func failure() async throws {
        try await TestDatabase.with { database in
            let migration = try Migration(
                version: 1,
                name: "test",
                sql: release + "CREATE TABLE a (id INT);\nCREATE TABLE b (id INT);\nCREATE TABLE c (id INT);"
            )
            try await database.pool.query("CREATE TABLE b (other INT)")
            let failure = try await #require(throws: MigrationFailure.self) { try await upgrade(database, [migration]) }
            #expect((failure.version, failure.statement) == (1, 2))
            #expect(failure.reason.contains("Table 'b' already exists"))
            #expect(try await database.tables() == ["a", "b", "schema_migrations"])

            // A table that was there before is not taken for ours, however often it is tried.
            await #expect(throws: MigrationFailure.self) { try await upgrade(database, [migration]) }
            try await database.pool.query("DROP TABLE b")
            #expect(try await upgrade(database, [migration]).count == 2)
            #expect(try await database.tables() == ["a", "b", "c", "schema_migrations"])
        }
    }

    @Test("Rows that a failing statement added are undone with it")
    func undone() async throws {
        try await TestDatabase.with { database in
            let migration = try Migration(
                version: 1,
                name: "test",
                sql: release + "CREATE TABLE a (id INT PRIMARY KEY);\nINSERT INTO a VALUES (1), (2), (7);"
            )
            let first = try Migration(version: 1, name: "test", sql: release + "CREATE TABLE a (id INT PRIMARY KEY);")
            _ = try await upgrade(database, [first])
            try await database.pool.query("INSERT INTO a VALUES (7)")
            let failure = try await #require(throws: MigrationFailure.self) { try await upgrade(database, [migration]) }
            #expect(failure.statement == 2)
            #expect(failure.reason.contains("Duplicate entry '7'"))
            #expect(try await database.count("a") == 1)

            try await database.pool.query("DELETE FROM a")
            #expect(try await upgrade(database, [migration]).count == 1)
            #expect(try await database.count("a") == 3)
            #expect(try await upgrade(database, [migration]).count == 0)
        }
    }

    @Test("A run whose connection dies in the middle of a statement goes on with that statement")
    func interrupted() async throws {
        try await TestDatabase.with { database in
            let migration = try Migration(
                version: 1,
                name: "test",
                sql: release + """
                    CREATE TABLE a (id INT);
                    CREATE TABLE b SELECT SLEEP(IF((SELECT COUNT(*) FROM a) = 0, 60, 0)) AS slept;
                    CREATE TABLE c (id INT);
                    """
            )
            async let run = failure(of: [migration], on: database)
            try await eventually {
                try await database.kill(whatRuns: "CREATE TABLE b SELECT%")
            }
            let failure = try await run
            #expect(failure?.statement == 2)
            let status = try await MigrationRunner(pool: database.pool, migrations: [migration]).status()
            #expect(status.plan.steps.map(\.wasBegun) == [true, false])

            try await database.pool.query("INSERT INTO a VALUES (1)")
            #expect(try await upgrade(database, [migration]).count == 2)
            #expect(try await database.tables() == ["a", "b", "c", "schema_migrations"])
        }
    }

    @Test("A statement that took effect before its run died counts as done")
    func tookEffect() async throws {
        try await TestDatabase.with { database in
            let short = try Migration(version: 1, name: "test", sql: release + "CREATE TABLE a (id INT);")
            let long = try Migration(
                version: 1,
                name: "test",
                sql: release
                    + "CREATE TABLE a (id INT);\nALTER TABLE a ADD COLUMN b INT;\nALTER TABLE a DROP COLUMN id;"
            )
            _ = try await upgrade(database, [short])
            try await database.pool.query("UPDATE schema_migrations SET done_at = NULL")
            #expect(try await upgrade(database, [long]).count == 3)
            try await database.pool.query("UPDATE schema_migrations SET done_at = NULL WHERE statement > 1")
            #expect(try await upgrade(database, [long]).count == 2)
            #expect(try await upgrade(database, [long]).count == 0)
        }
    }

    @Test("Two upgrades at once do the work once")
    func together() async throws {
        try await TestDatabase.with { database in
            let migrations = try Migrations.released()
            async let one = upgrade(database, migrations)
            async let two = upgrade(database, migrations)
            let counts = try await [one.count, two.count].sorted()
            #expect(counts == [0, migrations.map(\.statements.count).reduce(0, +)])
        }
    }

    @Test("An upgrade that finds another one running says so")
    func locked() async throws {
        try await TestDatabase.with { database in
            try await database.pool.withConnection { connection in
                try await connection.query("DO GET_LOCK(CONCAT('scaidns upgrade ', MD5(DATABASE())), 0)")
                let runner = MigrationRunner(pool: database.pool, migrations: try Migrations.released(), lockWait: 0)
                await #expect(throws: SchemaRefusal.locked) { try await runner.upgrade() }
                try await connection.query("DO RELEASE_ALL_LOCKS()")
            }
            #expect(try await database.tables() == [])
        }
    }

    @Test("A changed statement is refused, with version and number, and nothing is done")
    func changed() async throws {
        try await TestDatabase.with { database in
            let old = try Migration(version: 1, name: "test", sql: release + "CREATE TABLE a (id INT);")
            let edited = try Migration(
                version: 1,
                name: "test",
                sql: release + "CREATE TABLE a (id BIGINT);\nCREATE TABLE b (id INT);"
            )
            _ = try await upgrade(database, [old])
            await #expect(throws: SchemaRefusal.changed(version: 1, statement: 1)) {
                try await upgrade(database, [edited])
            }
            #expect(try await database.tables() == ["a", "schema_migrations"])
        }
    }

    @Test("A database with PowerDNS's tables is refused by upgrade and server, and left as it is")
    func powerDNS() async throws {
        for table in ["domainmetadata", "cryptokeys"] {
            try await TestDatabase.with { database in
                try await database.pool.query("CREATE TABLE \(table) (id INT)")
                let migrations = try Migrations.released()
                await #expect(throws: SchemaRefusal.powerDNS) { try await upgrade(database, migrations) }
                let release = try #require(Release("0.1.0"))
                await #expect(throws: SchemaRefusal.powerDNS) {
                    try await SchemaGate(migrations: migrations, release: release).check(database.pool)
                }
                #expect(try await database.tables() == [table])
            }
        }
    }

    @Test("A schema_migrations of another program is refused")
    func foreignTable() async throws {
        try await TestDatabase.with { database in
            try await database.pool.query("CREATE TABLE schema_migrations (version BIGINT, dirty BOOLEAN)")
            await #expect(throws: SchemaRefusal.unreadable) { try await upgrade(database, try Migrations.released()) }
        }
    }

    @Test("A server begins with its schema, refuses an older one, and one that its release is too old for")
    func gate() async throws {
        try await TestDatabase.with { database in
            let (one, two) = (
                try Migration(version: 1, name: "one", sql: release + "CREATE TABLE a (id INT);"),
                try Migration(version: 2, name: "two", sql: "-- min_release: 0.2.0\nCREATE TABLE b (id INT);")
            )
            let (old, new) = (try #require(Release("0.1.5")), try #require(Release("0.2.0")))
            await #expect(throws: SchemaRefusal.older(missing: 1)) {
                try await SchemaGate(migrations: [one], release: old).check(database.pool)
            }
            _ = try await upgrade(database, [one])
            _ = try await SchemaGate(migrations: [one], release: old).check(database.pool)
            await #expect(throws: SchemaRefusal.older(missing: 1)) {
                try await SchemaGate(migrations: [one, two], release: new).check(database.pool)
            }
            _ = try await upgrade(database, [one, two])
            await #expect(throws: SchemaRefusal.newer(version: 2, minimumRelease: new)) {
                try await SchemaGate(migrations: [one], release: old).check(database.pool)
            }
            _ = try await SchemaGate(migrations: [one], release: new).check(database.pool)
        }
    }
}
