import Core
import MariaDB

/// An audit entry to be (`operations.md` 6); the sequencer numbers and seals it after the commit.
struct AuditEntry: Sendable {
    let action: String
    let resourceType: String
    let resourceID: String
    let resourceName: String
    let tenant: Identifier?
    /// JSON text: `{"before":…,"after":…}`. Never a secret.
    let details: String
    var change: Identifier?
}

/// Writes audit entries in the transaction of what they tell of.
struct AuditStore: Sendable {
    let surroundings: Surroundings

    /// The column counts code points, of which one character may have any number.
    static func shortened(_ userAgent: String) -> String { String(userAgent.unicodeScalars.prefix(512)) }

    func record(_ entry: AuditEntry, by caller: Caller, on connection: Connection) async throws {
        let sql = """
            INSERT INTO audit_logs (id, tenant_id, actor_type, actor_id, actor_email, action, resource_type, resource_id,
                resource_name, details, ip_address, user_agent, request_id, change_id, timestamp)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        _ = try await connection.query(
            sql,
            [
                .id(surroundings.newID()), .id(entry.tenant), .text(caller.kind.rawValue), .text(caller.id),
                .optional(caller.email), .text(entry.action), .text(entry.resourceType), .text(entry.resourceID),
                .text(entry.resourceName), .text(entry.details), .optional(caller.origin.address),
                .optional(caller.origin.userAgent.map(Self.shortened)), .text(caller.origin.requestID),
                .id(entry.change), .at(surroundings.now),
            ]
        )
    }
}
