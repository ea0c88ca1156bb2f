import Backend
import Core
import Foundation
import MariaDB
import TestSupport
import Testing

/// Tenants and users of one test, in a database with the released schema that several tests share.
struct People: Sendable {
    let database: TestDatabase
    /// Part of each name, so that tests do not meet.
    let tag = String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16)

    init() async throws {
        database = try await SharedSchema.only.database()
    }

    var service: AssignAdminService { AssignAdminService(pool: database.pool, surroundings: .system) }

    func slug(_ name: String) -> String { "\(name)-\(tag)" }

    func userID(_ name: String) -> String { "usr_\(name)_\(tag)" }

    func email(_ name: String) -> String { "\(name)@\(tag).example.org" }

    /// A tenant as ScaiKey would have it.
    func addTenant(_ name: String, status: String = "ACTIVE") async throws {
        let slug = Value.text(slug(name))
        try await database.pool.query(
            """
            INSERT INTO tenants (id, scaikey_id, name, slug, status, settings, seen_at, created_at, updated_at)
            VALUES (UNHEX(MD5(?)), CONCAT('tnt_', ?), ?, ?, ?, '{}', NOW(6), NOW(6), NOW(6))
            """,
            [slug, slug, slug, slug, .text(status)]
        )
    }

    /// A user as ScaiKey would have it, of the tenant `tenant`.
    func addUser(
        _ name: String,
        email: String = "ada",
        of tenant: String = "acme",
        called fullName: String = "Some Body",
        status: String = "ACTIVE"
    ) async throws {
        try await database.pool.query(
            """
            INSERT INTO users (id, scaikey_id, tenant_id, email, name, status, seen_at, created_at)
            VALUES (UNHEX(MD5(?)), ?, UNHEX(MD5(?)), ?, ?, ?, NOW(6), NOW(6))
            """,
            [
                .text(userID(name)), .text(userID(name)), .text(slug(tenant)), .text(self.email(email)),
                .text(fullName), .text(status),
            ]
        )
    }

    /// `role user scope` of each assignment, sorted, without the tag.
    func assignments() async throws -> [String] {
        let sql = """
            SELECT CONCAT_WS(' ', r.name, u.scaikey_id, a.scope_type, t.slug) AS line FROM assignments a
            JOIN roles r ON r.id = a.role_id JOIN users u ON u.id = a.principal_id LEFT JOIN tenants t ON t.id = a.scope_id
            WHERE u.scaikey_id LIKE ? ORDER BY line
            """
        let rows = try await database.pool.query(sql, [.text("%\\_" + tag)]).rows
        return try rows.map { try $0.text("line").replacing("_\(tag)", with: "").replacing("-\(tag)", with: "") }
    }

    /// The audit entries about users of this test.
    func auditEntries() async throws -> [Row] {
        let sql = """
            SELECT a.action, a.actor_type, a.actor_id, a.resource_name, a.details, a.tenant_id, a.seq FROM audit_logs a
            JOIN users u ON JSON_VALUE(a.details, '$.after.principal_id') = LOWER(CONCAT_WS('-', SUBSTR(HEX(u.id), 1, 8),
                SUBSTR(HEX(u.id), 9, 4), SUBSTR(HEX(u.id), 13, 4), SUBSTR(HEX(u.id), 17, 4), SUBSTR(HEX(u.id), 21)))
            WHERE u.scaikey_id LIKE ?
            """
        return try await database.pool.query(sql, [.text("%\\_" + tag)]).rows
    }
}

/// Makes the shared database once.
private actor SharedSchema {
    static let only = SharedSchema()
    private var start: Task<TestDatabase, any Error>?

    func database() async throws -> TestDatabase {
        let task =
            start
            ?? Task {
                let database = try await TestDatabase.make(poolSize: 12)
                _ = try await MigrationRunner(pool: database.pool, migrations: try Migrations.released()).upgrade()
                return database
            }
        start = task
        return try await task.value
    }
}

extension Surroundings {
    static let system = Surroundings(
        clock: WallClock { Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) },
        randomness: Randomness { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
    )
}
