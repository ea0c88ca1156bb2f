import Backend
import Core
import Foundation
import Logging
import MariaDB
import ServiceLifecycle
import Synchronization
import TestSupport

@testable import Server

/// The whole API in this process, on a database of its own with one tenant and one key of its administrator.
struct ServedHouse: Sendable {
    let port: Int
    let key: String
    let log: LogLines
    let house: House

    static let tenant = "01930000-0000-7000-8000-000000000002"
    static let pepper = "a pepper of tests, long enough to be taken"

    /// Serves for the time of the closure. Keys are narrowed to `scopes` where there are any.
    static func with(scopes: [String] = [], _ body: (ServedHouse) async throws -> Void) async throws {
        let services = try await Services.shared()
        let url = try await services.freshDatabase()
        let settings = try settings(services.env.merging(["DATABASE_URL": url, "API_KEY_PEPPER": pepper]) { $1 })
        let key = try await seed(settings, scopes: scopes)
        let log = LogLines()
        let house = House(settings: settings, logger: log.logger, servesClients: true)
        let group = ServiceGroup(
            services: [house.pushes, house.service(for: .api(host: "127.0.0.1", port: 0))],
            logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
        )
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            let port = try await log.port()
            do {
                try await body(ServedHouse(port: port, key: key, log: log, house: house))
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        await house.close()
    }

    /// Sends a request as it stands and answers whatever comes until the connection ends.
    func raw(_ request: String) async throws -> String {
        try await send(request, to: port)
    }

    /// One call with the key; the connection is closed by the server after it.
    func call(
        _ method: String,
        _ target: String,
        headers: [String] = [],
        body: String? = nil,
        withKey: Bool = true
    ) async throws -> Received {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: tests", "Connection: close"] + headers
        if withKey { lines.append("X-API-Key: \(key)") }
        if let body { lines += ["Content-Type: application/json", "Content-Length: \(body.utf8.count)"] }
        return Received(try await raw(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")))
    }

    private static func settings(_ environment: [String: String]) throws -> ServerSettings {
        let source = SettingsSource(environment: environment) { _ throws(SettingsFileError) in throw .missing }
        switch Settings.read(ServerSettings.self, from: source) {
        case .read(let settings, _): return settings
        case .refused(let faults, _): throw NotSettled(faults: Settings.render(faults))
        }
    }

    private static func seed(_ settings: ServerSettings, scopes: [String]) async throws -> String {
        let pool = ConnectionPool(configuration: settings.database.configuration(), size: 1)
        _ = try await MigrationRunner(pool: pool, migrations: try Migrations.released()).upgrade()
        guard let key = APIKeySecret.make(from: SystemSurroundings.randomness) else { throw NotSettled(faults: "key") }
        let digest = Authenticator.digest(of: key, pepper: pepper.utf8)
        for statement in statements {
            _ = try await pool.query(statement)
        }
        let sql = """
            INSERT INTO api_keys (id, tenant_id, name, digest, key_prefix, status, source_type, source_id, scopes,
                ip_whitelist, created_by, created_at)
            VALUES (UNHEX('01930000000070008000000000000005'), UNHEX('01930000000070008000000000000002'), 'tests', ?, ?,
                'active', 'user', UNHEX('01930000000070008000000000000003'), ?, '[]', 'tests', UTC_TIMESTAMP(6))
            """
        let words = String(decoding: try JSONEncoder().encode(scopes), as: UTF8.self)
        _ = try await pool.query(sql, [.bytes(digest), .text(key.displayPrefix), .text(words)])
        await pool.close()
        return key.text
    }

    private static let statements = [
        """
        INSERT INTO config (`key`, value, updated_at)
        VALUES ('nameservers', '["ns1.platform.test.","ns2.platform.test."]', UTC_TIMESTAMP(6))
        """,
        """
        INSERT INTO tenants (id, scaikey_id, name, slug, status, settings, seen_at, created_at, updated_at)
        VALUES (UNHEX('01930000000070008000000000000002'), 'tnt_tests', 'Tests', 'tests', 'ACTIVE', '{}',
            UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
        """,
        """
        INSERT INTO users (id, scaikey_id, tenant_id, email, name, status, seen_at, created_at)
        VALUES (UNHEX('01930000000070008000000000000003'), 'usr_tests', UNHEX('01930000000070008000000000000002'),
            'admin@example.org', 'Tests', 'ACTIVE', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
        """,
        """
        INSERT INTO assignments (id, role_id, principal_type, principal_id, scope_type, scope_id, created_at)
        VALUES (UNHEX('01930000000070008000000000000004'), UNHEX('00000000000070008000000000000002'), 'user',
            UNHEX('01930000000070008000000000000003'), 'tenant', UNHEX('01930000000070008000000000000002'),
            UTC_TIMESTAMP(6))
        """,
    ]
}

/// Settings that were not understood.
struct NotSettled: Error {
    let faults: String
}

/// What was logged, line by line, at level debug.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger {
        let handler = LineLogHandler(
            format: .text,
            now: { "now" },
            write: { [self] line in lines.withLock { $0.append(line) } },
            logLevel: .debug
        )
        return Logger(label: "tests") { _ in handler }
    }

    /// The port that the API says it listens at.
    func port() async throws -> Int {
        var found: Int?
        try await eventually {
            found = all.first { $0.contains("Serving the API") }
                .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: ":").last ?? "") }
            return found != nil
        }
        return found ?? 0
    }
}
