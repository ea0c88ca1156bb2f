import API
import Core
import CurlHTTP
import Foundation
import Logging
import MariaDB
import Synchronization
import TestSupport

@testable import Backend

/// A pusher on a migrated database of its own and the shared PowerDNS, with a clock that the test moves.
struct PushLab: Sendable {
    let services: Services
    let database: ConnectionPool
    let powerDNS: PowerDNSClient
    let pusher: ZonePusher
    let clock: ManualClock
    let tenants: [Identifier]
    private let http: HTTPClient

    static func with(_ body: (PushLab) async throws -> Void) async throws {
        let lab = try await PushLab()
        do {
            try await body(lab)
        } catch {
            await lab.close()
            throw error
        }
        await lab.close()
    }

    private init() async throws {
        services = try await Services.shared()
        let url = try await services.freshDatabase()
        let source = SettingsSource(environment: ["DATABASE_URL": url]) { _ throws(SettingsFileError) in throw .missing
        }
        guard case .read(let settings, _) = Settings.read(DatabaseSettings.self, from: source) else {
            throw NoDatabase(url: url)
        }
        database = ConnectionPool(configuration: settings.configuration(), size: 4)
        _ = try await MigrationRunner(pool: database, migrations: try Migrations.released()).upgrade()
        http = HTTPClient(maximumConnectionsPerHost: 4, userAgent: "tests")
        powerDNS = PowerDNSClient(
            PowerDNSClient.Configuration(
                url: services.env["PDNS_API_URL", default: ""],
                apiKey: services.env["PDNS_API_KEY", default: ""],
                serverID: services.env["PDNS_SERVER_ID", default: "localhost"]
            ),
            http: http
        )
        clock = ManualClock(at: Timestamp(seconds: 1_795_497_622))
        pusher = Self.pusher(database, powerDNS, clock, holder: "first")
        tenants = [Self.identifier(1), Self.identifier(2)]
        for (index, tenant) in tenants.enumerated() {
            let sql = """
                INSERT INTO tenants (id, scaikey_id, name, slug, status, settings, seen_at, created_at, updated_at)
                VALUES (?, ?, ?, ?, 'ACTIVE', '{}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6),
                    UTC_TIMESTAMP(6))
                """
            let slug = "t\(index)"
            try await database.query(sql, [.id(tenant), .text("ten_\(slug)"), .text(slug), .text(slug)])
        }
    }

    /// 16 octets of that number, but for the last two where a second number tells records apart.
    private static func identifier(_ number: UInt8, _ record: UInt8? = nil) -> Identifier {
        let head = [UInt8](repeating: number, count: 14)
        return Identifier(bytes: head + (record.map { [0xFF, $0] } ?? [number, number])) ?? .zero
    }

    var surroundings: Surroundings { pusher.surroundings }

    /// A desk that nobody works at: what is handed in stays.
    var desk: PushDesk { PushDesk(pusher: pusher, most: 1, logger: pusher.logger) }

    var domains: DomainService {
        DomainService(
            database: database,
            desk: desk,
            surroundings: surroundings,
            names: NameRules(allowsPrivate: true),
            challenges: ChallengeRules(suggestedTTL: 60, lifetimeHours: 1, checkInterval: 60, pushWait: .zero)
        )
    }

    var records: RecordService {
        RecordService(database: database, desk: desk, surroundings: surroundings, pushWait: .zero)
    }

    /// Somebody of the first tenant who holds these permissions at that scope.
    func caller(
        _ permissions: [String],
        at scope: Scope? = nil,
        grants: [HeldGrant] = [],
        keyScopes: [String] = [],
        userAgent: String? = nil
    ) -> Caller {
        let assignment = HeldAssignment(
            id: .zero,
            role: "tests",
            permissions: permissions.map { Permission($0) },
            scope: scope ?? .tenant(tenants[0])
        )
        return Caller(
            kind: .apiKey,
            id: "tests",
            email: nil,
            tenant: tenants[0],
            holdings: Holdings(
                assignments: permissions.isEmpty ? [] : [assignment],
                grants: grants,
                keyScopes: keyScopes.map { Permission($0) }
            ),
            origin: RequestOrigin(requestID: "tests", address: "192.0.2.1", userAgent: userAgent)
        )
    }

    func setNameservers() async throws {
        let sql = "INSERT INTO config (`key`, value, updated_at) VALUES ('nameservers', ?, UTC_TIMESTAMP(6))"
        try await database.query(sql, [.text("[\"ns1.platform.test.\",\"ns2.platform.test.\"]")])
    }

    /// The pusher of another process.
    func secondPusher() -> ZonePusher { Self.pusher(database, powerDNS, clock, holder: "second") }

    private static func pusher(
        _ database: ConnectionPool,
        _ powerDNS: PowerDNSClient,
        _ clock: ManualClock,
        holder: String
    ) -> ZonePusher {
        ZonePusher(
            database: database,
            powerDNS: powerDNS,
            surroundings: Surroundings(
                clock: clock.wall, randomness: Randomness { (0..<$0).map { _ in UInt8.random(in: 0...255) } }),
            timing: ZonePusher.Timing(callSeconds: 10),
            holder: holder,
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private func close() async {
        http.close()
        await database.close()
    }

    /// A zone with SOA and NS in that status, and one row in the outbox that brings it out.
    func zone(
        _ name: String,
        number: UInt8,
        tenant: Int = 0,
        status: String = "active",
        serial: Int64? = nil
    ) async throws -> Identifier {
        let id = Self.identifier(number)
        let zone = try DomainName(name)
        try await database.withConnection { connection in
            let new = NewDomain(
                id: id, tenant: tenants[tenant], name: zone, type: .primary, defaultTTL: 3600, description: nil,
                createdBy: "tests", createdAt: clock.now)
            try await DomainStore().insert(new, on: connection)
            try await connection.query(
                "UPDATE domains SET status = ?, serial = ? WHERE id = ?",
                [.text(status), .optional(serial), .id(id)]
            )
        }
        try await record(
            "\(name)", .soa, "ns1.platform.test. hostmaster.\(name). 1 10800 3600 604800 3600", in: id, 1)
        try await record("\(name)", .ns, "ns1.platform.test.", in: id, 2)
        try await queue(.zone, name, in: id)
        return id
    }

    /// A record as it stands in the database, whatever its content.
    func record(
        _ name: String, _ type: RecordType, _ content: String, in zone: Identifier, _ number: UInt8
    ) async throws {
        let record = StoredRecord(
            id: Self.identifier(zone.bytes[0], number),
            name: try DomainName(name),
            content: RecordContent(stored: content, type: type),
            ttl: 300,
            createdAt: clock.now,
            updatedAt: clock.now
        )
        try await database.withConnection { connection in
            try await RecordStore().insert(record, into: zone, on: connection)
        }
    }

    func queue(_ operation: OutboxRow.Operation, _ name: String, type: String = "", in zone: Identifier) async throws {
        _ = try await database.withConnection { connection in
            try await OutboxStore().add(
                operation, name: try DomainName(name), type: type, of: zone, change: nil, at: clock.now, on: connection)
        }
    }

    func set(status: String, of zone: Identifier) async throws {
        try await database.query("UPDATE domains SET status = ? WHERE id = ?", [.text(status), .id(zone)])
    }

    /// One number that the statement answers as `n`.
    func number(_ sql: String) async throws -> Int64? {
        try await database.query(sql).rows.first?.optionalInt("n")
    }

    /// What PowerDNS has.
    func there(_ name: String) async throws -> PowerDNSZone? {
        try await powerDNS.zone(try DomainName(name), withSets: true, timeout: .seconds(10))
    }
}

/// A `DATABASE_URL` that was not understood.
struct NoDatabase: Error {
    let url: String
}

/// A clock that stands until it is moved.
final class ManualClock: Sendable {
    private let state: Mutex<Timestamp>

    init(at moment: Timestamp) {
        state = Mutex(moment)
    }

    var now: Timestamp { state.withLock { $0 } }

    var wall: WallClock { WallClock { self.now } }

    func move(seconds: Int64) {
        state.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
