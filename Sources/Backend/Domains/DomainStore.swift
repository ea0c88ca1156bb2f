import API
import Core
import MariaDB

/// Rows of zones.
struct DomainStore: Sendable {
    /// Locks the zone's row: the first statement of a transaction that touches the zone. Nil when there is none.
    func lock(_ id: Identifier, on connection: Connection) async throws -> DomainRow? {
        let found = try await connection.query("SELECT id FROM domains WHERE id = ? FOR UPDATE", [.id(id)])
        guard !found.rows.isEmpty else { return nil }
        return try await row(id, on: connection)
    }

    func row(_ id: Identifier, on connection: Connection) async throws -> DomainRow? {
        let sql = "SELECT \(DomainRow.columns) FROM domains d WHERE d.id = ?"
        return try await connection.query(sql, [.id(id)]).rows.first.map(DomainRow.init)
    }

    /// The live zones of that name, those of `tenant` and the holder first; at most 100.
    func rows(
        named name: DomainName,
        preferring tenant: Identifier,
        on connection: Connection
    ) async throws -> [DomainRow] {
        let sql = """
            SELECT \(DomainRow.columns) FROM domains d WHERE d.name = ? AND d.status <> 'deleted'
            ORDER BY d.tenant_id = ? DESC, d.claim IS NULL LIMIT 100
            """
        return try await connection.query(sql, [.name(name), .id(tenant)]).rows.map(DomainRow.init)
    }

    /// The zone that holds the name over all tenants, locked.
    func lockHolder(of name: DomainName, on connection: Connection) async throws -> DomainRow? {
        let found = try await connection.query("SELECT id FROM domains WHERE claim = ? FOR UPDATE", [.name(name)])
        guard let row = found.rows.first else { return nil }
        return try await self.row(try row.id("id"), on: connection)
    }

    /// The closest zone at or above `name` that is held here.
    func closestHolder(of name: DomainName, on connection: Connection) async throws -> DomainRow? {
        let names = name.selfAndAncestors.filter { !$0.isRoot }
        let sql = """
            SELECT \(DomainRow.columns) FROM domains d WHERE d.claim IN (\(Self.marks(names.count)))
            ORDER BY LENGTH(d.name) DESC LIMIT 1
            """
        return try await connection.query(sql, names.map(Value.name)).rows.first.map(DomainRow.init)
    }

    /// The names of the zones below `zone` that are held here; at most 10,000.
    func heldNames(below zone: DomainName, on connection: Connection) async throws -> [DomainName] {
        let sql = "SELECT d.name FROM domains d WHERE d.claim LIKE ? ESCAPE '|' LIMIT 10000"
        let pattern = "%." + Self.likeEscaped(zone.text)
        return try await connection.query(sql, [.text(pattern)]).rows.map { try $0.domainName("name") }
    }

    func insert(_ row: NewDomain, on connection: Connection) async throws {
        let sql = """
            INSERT INTO domains (id, tenant_id, name, type, status, default_ttl, description, settings, created_by,
                created_at, updated_at)
            VALUES (?, ?, ?, ?, 'pending_validation', ?, ?, '{}', ?, ?, ?)
            """
        _ = try await connection.query(
            sql,
            [
                .id(row.id), .id(row.tenant), .name(row.name), .text(row.type.rawValue), .int(Int64(row.defaultTTL)),
                .optional(row.description), .text(row.createdBy), .at(row.createdAt), .at(row.createdAt),
            ]
        )
        _ = try await connection.query("INSERT INTO zone_push (domain_id) VALUES (?)", [.id(row.id)])
    }

    /// Raises the zone's revision and answers the new one.
    func raiseRevision(
        of domain: DomainRow,
        recordsAdded: Int,
        at now: Timestamp,
        on connection: Connection
    ) async throws -> Int64 {
        let sql = """
            UPDATE domains SET revision = revision + 1, record_count = record_count + ?, updated_at = ? WHERE id = ?
            """
        _ = try await connection.query(sql, [.int(Int64(recordsAdded)), .at(now), .id(domain.id)])
        return domain.revision + 1
    }

    /// Puts the zone into another status; `proof` says how the name is held from now on.
    func setStatus(
        _ status: DomainStatus,
        of id: Identifier,
        proof: String?,
        at now: Timestamp,
        on connection: Connection
    ) async throws {
        let sql = """
            UPDATE domains SET status_before = IF(? = 'deleted', status, NULL), status = ?, proof = ?,
                deleted_at = IF(? = 'deleted', ?, NULL), revision = revision + 1, updated_at = ?
            WHERE id = ?
            """
        let word = Value.text(status.rawValue)
        _ = try await connection.query(sql, [word, word, .optional(proof), word, .at(now), .at(now), .id(id)])
    }

    /// Removes the row with its records, challenges and grants. Changes, events and audit entries stay.
    func remove(_ id: Identifier, on connection: Connection) async throws {
        _ = try await connection.query(
            "DELETE FROM assignments WHERE scope_type = 'domain' AND scope_id = ?",
            [.id(id)]
        )
        _ = try await connection.query("DELETE FROM domains WHERE id = ?", [.id(id)])
    }

    func setSerial(_ serial: Int64, of id: Identifier, on connection: Connection) async throws {
        let sql = "UPDATE domains SET serial = GREATEST(IFNULL(serial, 0), ?) WHERE id = ?"
        _ = try await connection.query(sql, [.int(serial), .id(id)])
    }

    /// How many live zones the tenant has, and how many of them wait for their proof. Needs the guard `limits:<tenant>`.
    func counts(of tenant: Identifier, on connection: Connection) async throws -> (zones: Int64, pending: Int64) {
        let sql = """
            SELECT COUNT(*) AS zones, CAST(COALESCE(SUM(status = 'pending_validation'), 0) AS SIGNED) AS pending
            FROM domains WHERE tenant_id = ? AND status <> 'deleted'
            """
        let row = try await connection.query(sql, [.id(tenant)]).rows.first
        guard let row else { return (0, 0) }
        return (try row.int("zones"), try row.int("pending"))
    }

    static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

    /// The text as a literal part of a LIKE pattern with `ESCAPE '|'`.
    static func likeEscaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "%_|".contains(character) { escaped += "|" }
            escaped.append(character)
        }
        return escaped
    }
}

/// A zone to be inserted, waiting for its proof.
struct NewDomain: Sendable {
    let id: Identifier
    let tenant: Identifier
    let name: DomainName
    let type: DomainType
    let defaultTTL: UInt32
    let description: String?
    let createdBy: String
    let createdAt: Timestamp
}
