import Core
import FoundationEssentials
import MariaDB

/// Rows of `config`: what an administrator set at run time (`api.md` 11).
struct ConfigStore: Sendable {
    /// The platform's nameservers; empty until they are named. Kept as a JSON array of absolute names.
    func nameservers(on connection: Connection) async throws -> [DomainName] {
        let sql = "SELECT value FROM config WHERE `key` = 'nameservers'"
        guard let text = try await connection.query(sql).rows.first?.text("value") else { return [] }
        return try JSONText.decode([String].self, from: text).map { try DomainName($0) }
    }
}
