import Core
import MariaDB

/// Rows of tenants.
struct TenantStore: Sendable {
    /// The tenant of that id, ScaiKey id or slug.
    func find(_ reference: String, on connection: Connection) async throws -> Identifier? {
        let id = Identifier(reference) ?? .zero
        let sql = "SELECT id FROM tenants WHERE (id = ? OR scaikey_id = ? OR slug = ?) AND deleted_at IS NULL LIMIT 1"
        let isASCII = reference.utf8.allSatisfy { $0 < 0x80 }
        let text = Value.text(reference)
        return try await connection.query(sql, [.id(id), isASCII ? text : .text(""), text]).rows.first?.id("id")
    }
}

extension Caller {
    /// Whether the caller holds anything in the tenant, or everywhere.
    func holdsSomething(in tenant: Identifier) -> Bool {
        holdings.assignments.contains { $0.scope == .tenant(tenant) || $0.scope == .platform }
    }
}
