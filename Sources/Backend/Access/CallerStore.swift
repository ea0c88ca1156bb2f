import Core
import FoundationEssentials
import MariaDB

/// An API key's row with the status of its owner and tenant.
struct APIKeyRow: Sendable {
    let id: Identifier
    let tenant: Identifier
    let isActive: Bool
    let expiresAt: Timestamp?
    let scopes: [Permission]
    let allowedAddresses: [String]
    let source: Principal
    let ownerIsActive: Bool
    let tenantIsActive: Bool
    let email: String?
}

/// Rows about who somebody is and what they hold; read in every request, so that a suspension holds at once.
struct CallerStore: Sendable {
    /// The key of that HMAC-SHA256 digest.
    func apiKey(digest: [UInt8], on connection: Connection) async throws -> APIKeyRow? {
        let sql = """
            SELECT k.id, k.tenant_id, k.status, k.expires_at, k.scopes, k.ip_whitelist, k.source_type, k.source_id,
                   t.status AS tenant_status, t.deleted_at AS tenant_deleted,
                   u.status AS user_status, u.deleted_at AS user_deleted, u.email,
                   g.id AS group_id, g.deleted_at AS group_deleted
            FROM api_keys k
            JOIN tenants t ON t.id = k.tenant_id
            LEFT JOIN users u ON k.source_type = 'user' AND u.id = k.source_id
            LEFT JOIN `groups` g ON k.source_type = 'group' AND g.id = k.source_id
            WHERE k.digest = ?
            """
        guard let row = try await connection.query(sql, [.bytes(digest)]).rows.first else { return nil }
        let kind: Principal.Kind = try row.word("source_type")
        let userIsActive = try row.optionalText("user_status") == "ACTIVE" && row.optionalTime("user_deleted") == nil
        let groupIsActive = try row.optionalBytes("group_id") != nil && row.optionalTime("group_deleted") == nil
        return APIKeyRow(
            id: try row.id("id"),
            tenant: try row.id("tenant_id"),
            isActive: try row.text("status") == "active",
            expiresAt: try row.optionalMoment("expires_at"),
            scopes: try JSONText.decode([Permission].self, from: try row.text("scopes")),
            allowedAddresses: try JSONText.decode([String].self, from: try row.text("ip_whitelist")),
            source: Principal(kind: kind, id: try row.id("source_id")),
            ownerIsActive: kind == .user ? userIsActive : groupIsActive,
            tenantIsActive: try row.text("tenant_status") == "ACTIVE" && row.optionalTime("tenant_deleted") == nil,
            email: try row.optionalText("email")
        )
    }

    /// What a principal holds by itself and through its groups, nested ones included.
    func holdings(of source: Principal, keyScopes: [Permission], on connection: Connection) async throws -> Holdings {
        let parameters: [Value] = [.text(source.kind.rawValue), .id(source.id)]
        let assigned = try await connection.query(Self.principals + Self.assignments, parameters)
        let granted = try await connection.query(Self.principals + Self.grants, parameters)
        return Holdings(
            assignments: try assigned.rows.map(Self.assignment),
            grants: try granted.rows.map(Self.grant),
            keyScopes: keyScopes
        )
    }

    private static let principals = """
        WITH RECURSIVE principals (kind, id) AS (
            SELECT CAST(? AS CHAR(8) CHARACTER SET ascii) COLLATE ascii_bin, CAST(? AS BINARY(16))
            UNION
            SELECT CAST('group' AS CHAR(8) CHARACTER SET ascii) COLLATE ascii_bin, m.group_id
            FROM principals p
            JOIN group_members m ON m.member_type = p.kind AND m.member_id = p.id
            JOIN `groups` g ON g.id = m.group_id AND g.deleted_at IS NULL
        )

        """

    private static let assignments = """
        SELECT a.id, r.name, a.scope_type, a.scope_id, GROUP_CONCAT(rp.permission SEPARATOR ' ') AS permissions
        FROM principals p
        JOIN assignments a ON a.principal_type = p.kind AND a.principal_id = p.id
        JOIN roles r ON r.id = a.role_id
        JOIN role_permissions rp ON rp.role_id = r.id
        LEFT JOIN domains d ON a.scope_type = 'domain' AND d.id = a.scope_id
        WHERE a.scope_type <> 'domain' OR d.status <> 'deleted'
        GROUP BY a.id, r.name, a.scope_type, a.scope_id
        """

    private static let grants = """
        SELECT g.id, r.name, g.domain_id, g.record_pattern, g.record_types, g.expires_at,
               GROUP_CONCAT(rp.permission SEPARATOR ' ') AS permissions
        FROM principals p
        JOIN grants g ON g.principal_type = p.kind AND g.principal_id = p.id
        JOIN domains d ON d.id = g.domain_id AND d.status <> 'deleted'
        JOIN roles r ON r.id = g.role_id
        JOIN role_permissions rp ON rp.role_id = r.id
        GROUP BY g.id, r.name, g.domain_id, g.record_pattern, g.record_types, g.expires_at
        """

    private static func assignment(_ row: Row) throws -> HeldAssignment {
        let scope: Scope
        switch try row.text("scope_type") {
        case "platform": scope = .platform
        case "tenant": scope = .tenant(try row.id("scope_id"))
        case "domain": scope = .domain(try row.id("scope_id"))
        case let word: throw BrokenRow(column: "scope_type", reason: "unknown word \(word)")
        }
        return HeldAssignment(
            id: try row.id("id"),
            role: try row.text("name"),
            permissions: try permissions(row),
            scope: scope
        )
    }

    private static func grant(_ row: Row) throws -> HeldGrant {
        HeldGrant(
            id: try row.id("id"),
            role: try row.text("name"),
            permissions: try permissions(row),
            domain: try row.id("domain_id"),
            recordPattern: try row.optionalText("record_pattern"),
            recordTypes: try row.optionalText("record_types").map { try JSONText.decode([String].self, from: $0) },
            expiresAt: try row.optionalMoment("expires_at")
        )
    }

    private static func permissions(_ row: Row) throws -> [Permission] {
        try row.text("permissions").split(separator: " ").map { Permission(String($0)) }
    }
}
