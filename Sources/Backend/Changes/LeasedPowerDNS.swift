import Core
import MariaDB
import Synchronization

/// Another process took the lease over: what this one would still send is not its own to send.
struct LeaseLost: Error {}

/// PowerDNS for the time of one pass over a zone: before each call the lease is made to outlive that call.
final class LeasedPowerDNS: Sendable {
    /// Seconds by which a lease outlives the deadline of its call.
    static let marginSeconds: Int64 = 5

    let lease: PushLease
    private let powerDNS: PowerDNSClient
    private let database: ConnectionPool
    private let clock: WallClock
    private let callSeconds: Int64
    private let until: Mutex<Timestamp>
    private let leases = PushLeaseStore()

    /// `until` is the end of the lease as it was taken; a call may take `callSeconds`.
    init(
        _ powerDNS: PowerDNSClient,
        lease: PushLease,
        until: Timestamp,
        callSeconds: Int64,
        database: ConnectionPool,
        clock: WallClock
    ) {
        self.powerDNS = powerDNS
        self.lease = lease
        self.until = Mutex(until)
        self.callSeconds = callSeconds
        self.database = database
        self.clock = clock
    }

    private var timeout: Duration { .seconds(callSeconds) }

    func zone(_ name: DomainName, withSets: Bool = false) async throws -> PowerDNSZone? {
        try await renew()
        return try await powerDNS.zone(name, withSets: withSets, timeout: timeout)
    }

    func create(_ name: DomainName, owner: Identifier, sets: [PowerDNSSet]) async throws {
        try await renew()
        try await powerDNS.create(name, owner: owner, sets: sets, timeout: timeout)
    }

    func replace(_ sets: [PowerDNSSet], in name: DomainName) async throws {
        guard !sets.isEmpty else { return }
        try await renew()
        try await powerDNS.replace(sets, in: name, timeout: timeout)
    }

    func delete(_ name: DomainName) async throws {
        try await renew()
        try await powerDNS.delete(name, timeout: timeout)
    }

    func rectify(_ name: DomainName) async throws {
        try await renew()
        try await powerDNS.rectify(name, timeout: timeout)
    }

    private func renew() async throws {
        let now = clock.now()
        let needed = now.adding(seconds: callSeconds + 1)
        guard until.withLock({ $0 < needed }) else { return }
        let next = now.adding(seconds: callSeconds + Self.marginSeconds)
        let isHeld = try await database.withConnection { connection in
            try await leases.renew(lease, until: next, on: connection)
        }
        guard isHeld else { throw LeaseLost() }
        until.withLock { $0 = next }
    }
}
