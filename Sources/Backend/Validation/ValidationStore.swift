import API
import Core
import MariaDB

/// A challenge as it is kept.
struct ValidationRow: Sendable, Equatable {
    let id: Identifier
    let domain: Identifier
    let token: String
    let status: ValidationStatus
    let expiresAt: Timestamp
    let createdAt: Timestamp
    let lastCheckedAt: Timestamp?
    let nextCheckAt: Timestamp?
    let attempts: Int64
    let lastMessage: String?
}

/// Rows of challenges.
struct ValidationStore: Sendable {
    private static let columns = """
        id, domain_id, token, status, expires_at, created_at, last_checked_at, next_check_at, attempts, last_message
        """
    /// The statuses in which a challenge can still be met.
    private static let open = "status IN ('pending', 'verifying', 'failed')"

    /// The zone's challenge that can still be met; nil when it has none.
    func open(of domain: Identifier, on connection: Connection) async throws -> ValidationRow? {
        let sql = """
            SELECT \(Self.columns) FROM validations WHERE domain_id = ? AND \(Self.open)
            ORDER BY created_at DESC LIMIT 1
            """
        return try await connection.query(sql, [.id(domain)]).rows.first.map(Self.row)
    }

    func insert(_ row: ValidationRow, on connection: Connection) async throws {
        let sql = """
            INSERT INTO validations (id, domain_id, type, token, status, expires_at, created_at, next_check_at)
            VALUES (?, ?, 'txt_record', ?, ?, ?, ?, ?)
            """
        _ = try await connection.query(
            sql,
            [
                .id(row.id), .id(row.domain), .text(row.token), .text(row.status.rawValue), .at(row.expiresAt),
                .at(row.createdAt), .at(row.nextCheckAt),
            ]
        )
    }

    /// Marks a check as begun. The worker looks again at `nextCheckAt`, should this check die.
    func begin(_ id: Identifier, at now: Timestamp, nextCheckAt: Timestamp, on connection: Connection) async throws {
        let sql = """
            UPDATE validations SET status = 'verifying', last_checked_at = ?, next_check_at = ?, attempts = attempts + 1
            WHERE id = ?
            """
        _ = try await connection.query(sql, [.at(now), .at(nextCheckAt), .id(id)])
    }

    /// Writes what a check, or the end of its life, made of the challenge.
    func settle(
        _ id: Identifier,
        _ status: ValidationStatus,
        message: String,
        nextCheckAt: Timestamp?,
        on connection: Connection
    ) async throws {
        let sql = "UPDATE validations SET status = ?, last_message = ?, next_check_at = ? WHERE id = ?"
        _ = try await connection.query(sql, [.text(status.rawValue), .text(message), .at(nextCheckAt), .id(id)])
    }

    /// Cancels whatever is open for the zone.
    func cancelOpen(of domain: Identifier, reason: String, on connection: Connection) async throws {
        let sql = """
            UPDATE validations SET status = 'cancelled', last_message = ?, next_check_at = NULL
            WHERE domain_id = ? AND \(Self.open)
            """
        _ = try await connection.query(sql, [.text(reason), .id(domain)])
    }

    /// The zones of other tenants that have the name pending too.
    func rivals(of domain: DomainRow, on connection: Connection) async throws -> [Identifier] {
        let sql = "SELECT id FROM domains WHERE name = ? AND id <> ? AND status = 'pending_validation' LIMIT 10000"
        return try await connection.query(sql, [.name(domain.name), .id(domain.id)]).rows.map { try $0.id("id") }
    }

    /// The zones whose challenge is to be looked for now, the longest due first.
    func due(at now: Timestamp, limit: Int, on connection: Connection) async throws -> [Identifier] {
        let sql = """
            SELECT domain_id FROM validations WHERE next_check_at <= ? AND \(Self.open) ORDER BY next_check_at LIMIT ?
            """
        return try await connection.query(sql, [.at(now), .int(Int64(limit))]).rows.map { try $0.id("domain_id") }
    }

    private static func row(_ row: Row) throws -> ValidationRow {
        ValidationRow(
            id: try row.id("id"),
            domain: try row.id("domain_id"),
            token: try row.text("token"),
            status: try row.word("status"),
            expiresAt: try row.moment("expires_at"),
            createdAt: try row.moment("created_at"),
            lastCheckedAt: try row.optionalMoment("last_checked_at"),
            nextCheckAt: try row.optionalMoment("next_check_at"),
            attempts: try row.int("attempts"),
            lastMessage: try row.optionalText("last_message")
        )
    }
}
