public import Core
public import MariaDB

/// Brings out what requests left behind: every second the zones with open outbox rows that nobody pushes.
public struct PushDueZones: Job {
    public static let name = "zone_push"
    /// Zones a look; more are taken at once after.
    static let zonesInLook = 100

    private let database: ConnectionPool
    private let desk: PushDesk
    private let leases = PushLeaseStore()

    public init(database: ConnectionPool, desk: PushDesk) {
        self.database = database
        self.desk = desk
    }

    public func run(at now: Timestamp) async throws -> NextRun {
        let due = try await database.withConnection { connection in
            try await leases.due(at: now, limit: Self.zonesInLook, on: connection)
        }
        for domain in due { desk.push(domain) }
        return .after(seconds: 1)
    }
}
