import Backend
import Core
import CurlHTTP
import Foundation
import MariaDB
import TestSupport

/// A laboratory: services, a database of its own with the released schema, and what runs on them.
///
/// Zone names have to be fresh for each test (``zone(_:)``), since labs that share services share PowerDNS.
final class Lab: Sendable {
    let services: Services
    let databaseURL: String
    let database: String
    let http = HTTPClient(userAgent: "lab")
    static let surroundings = Surroundings(
        clock: WallClock { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) },
        randomness: Randomness { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
    )

    private init(_ services: Services) async throws {
        self.services = services
        let url = try await services.freshDatabase()
        databaseURL = url
        database = url.split(separator: "/").last.map(String.init) ?? ""
    }

    /// With the services that all suites share, or with a set that the test may stop as it likes.
    static func open(ownServices: Bool = false) async throws -> Lab {
        let lab = try await Lab(ownServices ? try await .own() : try await .shared())
        let upgraded = try await run([product("scaidns"), "db", "upgrade"], env: lab.environment())
        guard upgraded.status == 0 else { throw LabFailure(description: upgraded.stderr) }
        _ = try await lab.sql(
            """
            INSERT INTO config (`key`, value, updated_at)
            VALUES ('nameservers', '["ns1.scaidns.test.","ns2.scaidns.test."]', UTC_TIMESTAMP(6))
            """
        )
        return lab
    }

    /// The settings of this lab; `changes` are added.
    func environment(_ changes: [String: String] = [:]) -> [String: String] {
        services.env.merging(["DATABASE_URL": databaseURL, "LOG_LEVEL": "INFO", "SCAIDNS_ENV_FILE": "/dev/null"]) { $1 }
            .merging(changes) { $1 }
    }

    /// Rows of this lab's database, tab-separated.
    func sql(_ statements: String) async throws -> String {
        try await services.sql(statements, database: database)
    }

    /// A zone name that no other test uses, registered at the provider.
    func zone(_ name: String = "zone", delegated: Bool = true) async throws -> String {
        let zone = "\(name)-\(String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16)).test"
        if delegated { try await services.delegate(zone) }
        return zone
    }

    /// Makes a tenant with a user who has `role` at it (or at the platform), and a key of theirs narrowed to `scopes`.
    func key(
        tenant: String = "acme",
        role: String = "tenant_admin",
        atPlatform: Bool = false,
        scopes: [String] = []
    ) async throws -> String {
        guard let key = APIKeySecret.make(from: Self.surroundings.randomness) else { throw LabFailure("no key") }
        let pepper = services.env["API_KEY_PEPPER", default: ""]
        let digest = Authenticator.digest(of: key, pepper: pepper.utf8).map { String(format: "%02x", $0) }.joined()
        let user = "usr_" + UUID().uuidString
        let scope = atPlatform ? "'platform', UNHEX(REPEAT('00', 16))" : "'tenant', UNHEX(MD5('\(tenant)'))"
        let list = scopes.map { "\"\($0)\"" }.joined(separator: ",")
        _ = try await sql(
            """
            INSERT IGNORE INTO tenants (id, scaikey_id, name, slug, status, settings, seen_at, created_at, updated_at)
            VALUES (UNHEX(MD5('\(tenant)')), 'tnt_\(tenant)', '\(tenant)', '\(tenant)', 'ACTIVE', '{}', NOW(6), NOW(6), NOW(6));
            INSERT INTO users (id, scaikey_id, tenant_id, email, name, status, seen_at, created_at)
            VALUES (UNHEX(MD5('\(user)')), '\(user)', UNHEX(MD5('\(tenant)')), 'a@example.org', 'A', 'ACTIVE', NOW(6), NOW(6));
            INSERT INTO assignments (id, role_id, principal_type, principal_id, scope_type, scope_id, created_at)
            SELECT UNHEX(MD5('a\(user)')), id, 'user', UNHEX(MD5('\(user)')), \(scope), NOW(6) FROM roles
            WHERE name = '\(role)';
            INSERT INTO api_keys (id, tenant_id, name, digest, key_prefix, status, source_type, source_id, scopes,
                ip_whitelist, created_at)
            VALUES (UNHEX(MD5('k\(user)')), UNHEX(MD5('\(tenant)')), 'key', UNHEX('\(digest)'), '\(key.displayPrefix)',
                'active', 'user', UNHEX(MD5('\(user)')), '[\(list)]', '[]', NOW(6));
            """
        )
        return key.text
    }
}

struct LabFailure: Error, CustomStringConvertible {
    let description: String

    init(description: String) { self.description = description }

    init(_ description: String) { self.description = description }
}
