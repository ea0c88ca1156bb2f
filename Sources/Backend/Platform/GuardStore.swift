import Core
import MariaDB

/// Rows of `guards`: locked before a rule over rows of others is decided (`operations.md` 3).
struct GuardStore: Sendable {
    /// Locks the guard of that name until the transaction ends.
    func lock(_ name: String, on connection: Connection) async throws {
        let sql = "INSERT INTO guards (name) VALUES (?) ON DUPLICATE KEY UPDATE name = VALUES(name)"
        _ = try await connection.query(sql, [.text(name)])
    }

    /// The guard of the limits of a tenant (`domain.md` 9).
    func lockLimits(of tenant: Identifier, on connection: Connection) async throws {
        try await lock("limits:\(tenant.text)", on: connection)
    }

    /// The guard of zone cuts and activation at and around a name.
    func lockCuts(around name: DomainName, names: NameRules, on connection: Connection) async throws {
        try await lock("cut:\(names.registrableDomain(of: name).text)", on: connection)
    }
}
