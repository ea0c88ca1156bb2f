import Core
import MariaDB

/// The rows that `assign-admin` reads and writes.
struct AdminStore: Sendable {
    private static let columns = """
        SELECT u.id, u.scaikey_id, u.name, u.email, u.tenant_id, t.slug,
               u.status = 'ACTIVE' AND u.deleted_at IS NULL AND t.status = 'ACTIVE' AND t.deleted_at IS NULL AS active
        FROM users u JOIN tenants t ON t.id = u.tenant_id

        """

    func candidates(for who: AdminQuery, on connection: Connection) async throws -> AdminCandidates {
        let rows: [Row]
        switch who {
        case .email(let email):
            // Collations take é for e and pass over blanks at the end: good for a search, wrong for giving power away.
            let sql = """
                WHERE u.email = ? AND CAST(LOWER(u.email) AS BINARY) = CAST(LOWER(?) AS BINARY)
                ORDER BY t.slug, u.scaikey_id LIMIT 100
                """
            rows = try await connection.query(Self.columns + sql, [.text(email), .text(email)]).rows
        case .scaiKeyID(let id):
            rows = try await connection.query(Self.columns + "WHERE u.scaikey_id = ?", [.text(id)]).rows
        }
        let active = try rows.filter { try $0.bool("active") }
        return AdminCandidates(active: try active.map(Self.candidate), inactive: rows.count - active.count)
    }

    /// The user, if active still; stays so until the transaction's end.
    func lockedCandidate(_ user: Identifier, on connection: Connection) async throws -> AdminCandidate? {
        let rows = try await connection.query(Self.columns + "WHERE u.id = ? LOCK IN SHARE MODE", [.id(user)]).rows
        return try rows.first.flatMap { try $0.bool("active") ? Self.candidate($0) : nil }
    }

    func assignment(of role: String, tenant slug: String?, on connection: Connection) async throws -> AdminAssignment {
        let roles = try await connection.query("SELECT id, name FROM roles WHERE tenant_id IS NULL ORDER BY name").rows
        guard let row = try roles.first(where: { try $0.text("name") == role }) else {
            throw AssignAdminRefusal.unknownRole(role, known: try roles.map { try $0.text("name") })
        }
        var tenant: Identifier?
        if let slug {
            let sql = "SELECT id FROM tenants WHERE slug = ? AND status = 'ACTIVE' AND deleted_at IS NULL"
            guard let found = try await connection.query(sql, [.text(slug)]).rows.first else {
                throw AssignAdminRefusal.unknownTenant(slug)
            }
            tenant = try found.id("id")
        }
        return AdminAssignment(role: role, roleID: try row.id("id"), tenant: tenant)
    }

    /// Waits for everybody else who changes platform administrators, until the transaction's end.
    func takeGuard(on connection: Connection) async throws {
        try await connection.query(
            "INSERT INTO guards (name) VALUES ('platform_admins') ON DUPLICATE KEY UPDATE name = name"
        )
    }

    /// False where the user has the role at that scope already.
    func insert(
        _ assignment: AdminAssignment,
        id: Identifier,
        for user: Identifier,
        at now: Timestamp,
        on connection: Connection
    ) async throws -> Bool {
        let scope = assignment.tenant ?? .zero
        let found = try await connection.query(
            """
            SELECT id FROM assignments WHERE role_id = ? AND principal_type = 'user' AND principal_id = ?
            AND scope_type = ? AND scope_id = ? FOR UPDATE
            """,
            [.id(assignment.roleID), .id(user), .text(scopeType(assignment)), .id(scope)]
        )
        guard found.rows.isEmpty else { return false }
        try await connection.query(
            """
            INSERT INTO assignments
                (id, role_id, principal_type, principal_id, scope_type, scope_id, created_by, created_at)
            VALUES (?, ?, 'user', ?, ?, ?, 'assign-admin', ?)
            """,
            [
                .id(id), .id(assignment.roleID), .id(user), .text(scopeType(assignment)), .id(scope), .at(now),
            ]
        )
        return true
    }

    private func scopeType(_ assignment: AdminAssignment) -> String {
        assignment.tenant == nil ? "platform" : "tenant"
    }

    private static func candidate(_ row: Row) throws -> AdminCandidate {
        AdminCandidate(
            id: try row.id("id"),
            scaiKeyID: try row.text("scaikey_id"),
            name: try row.text("name"),
            email: try row.text("email"),
            tenant: try row.id("tenant_id"),
            tenantSlug: try row.text("slug")
        )
    }
}
