public import API
import Core
public import MariaDB

/// Zones: listing, making, showing and deleting them (`api.md` 3, `domain.md` 1).
public struct DomainService: Sendable {
    /// How many zones a tenant may have, and how many of them waiting for their proof (`domain.md` 9).
    static let zonesOfTenant = 10_000
    static let pendingOfTenant = 50
    static let octetsOfDescription = 4096

    let database: ConnectionPool
    let desk: PushDesk
    let surroundings: Surroundings
    let names: NameRules
    let challenges: ChallengeRules
    let store = DomainStore()
    let records = RecordStore()
    let outbox = OutboxStore()
    let validations = ValidationStore()
    let config = ConfigStore()
    let guards = GuardStore()
    let audit: AuditStore
    let events: EventStore
    let finder: DomainFinder

    public init(
        database: ConnectionPool,
        desk: PushDesk,
        surroundings: Surroundings,
        names: NameRules,
        challenges: ChallengeRules
    ) {
        self.database = database
        self.desk = desk
        self.surroundings = surroundings
        self.names = names
        self.challenges = challenges
        audit = AuditStore(surroundings: surroundings)
        events = EventStore(surroundings: surroundings)
        finder = DomainFinder(store: store, clock: surroundings.clock)
    }

    /// One page of the zones that the caller sees.
    public func list(_ query: DomainListQuery, as caller: Caller) async throws -> Page<DomainSummary> {
        let visibility = caller.visibility(of: .readDomains, at: surroundings.now)
        guard !visibility.isNothing else { throw AccessRefusal.forbidden(.readDomains) }
        let (rows, total) = try await database.withConnection { connection in
            try await store.list(query, visibleTo: visibility, on: connection)
        }
        return Page(data: rows.map(\.summary), total: total, page: query.page.page, pageSize: query.page.pageSize)
    }

    /// One zone.
    public func show(_ reference: String, as caller: Caller) async throws -> DomainDetail {
        try await database.withConnection { connection in
            let row = try await finder.find(reference, for: caller, on: connection)
            try caller.require(.readDomains, on: row.target, what: "domain", at: surroundings.now)
            return try await detail(of: row, on: connection)
        }
    }

    /// Makes a zone that waits for its proof, with its challenge, its SOA and its NS records.
    public func create(_ draft: DomainDraft, as caller: Caller) async throws -> DomainDetail {
        let tenant = try await tenant(of: draft, as: caller)
        let now = surroundings.now
        try caller.require(.createDomains, on: .tenant(tenant), what: "tenant", at: now)
        let name = try zoneName(draft.name, as: caller)
        let ttl = try Self.ttl(draft.defaultTTL)
        guard draft.description?.utf8.count ?? 0 <= Self.octetsOfDescription else {
            throw DomainRefusal.invalidValue(
                field: "description", "must have at most \(Self.octetsOfDescription) octets")
        }
        guard draft.domainType == .primary else {
            throw DomainRefusal.invalidValue(field: "domain_type", "must be primary: other types come later")
        }
        let new = NewDomain(
            id: surroundings.newID(),
            tenant: tenant,
            name: name,
            type: draft.domainType,
            defaultTTL: ttl,
            description: draft.description,
            createdBy: caller.id,
            createdAt: now
        )
        return try await database.transaction { connection in
            try await guards.lockLimits(of: tenant, on: connection)
            try await requireRoom(for: tenant, on: connection)
            let nameservers = try await config.nameservers(on: connection)
            guard let first = nameservers.first else { throw DomainRefusal.nameserversNotSet }
            let occlusion = try await ZoneCutRules().occlusion(by: name, nameservers: nameservers, on: connection)
            if let (parent, hidden) = occlusion {
                throw DomainRefusal.occludesRecords(parent.name, parent.tenant == tenant ? hidden.map(\.id) : [])
            }
            do {
                try await store.insert(new, on: connection)
            } catch let error as DatabaseError where error.isDuplicateKey {
                throw DomainRefusal.exists
            }
            try await insertSystemRecords(of: new, primary: first, nameservers, on: connection)
            try await validations.insert(
                try challenges.issue(for: new.id, zone: name, surroundings),
                on: connection
            )
            guard let row = try await store.row(new.id, on: connection) else { throw AccessRefusal.notFound("domain") }
            let detail = try await detail(of: row, on: connection)
            try await tell("domain.create", event: "domain.created", about: row, detail, by: caller, on: connection)
            return detail
        }
    }

    /// Takes the zone out of service and sets it aside; `hard` removes it with its records and its zone in PowerDNS.
    public func delete(_ reference: String, hard: Bool, as caller: Caller) async throws {
        let id = try await database.withConnection { connection in
            try await finder.find(reference, for: caller, on: connection).id
        }
        try await database.transaction { connection in
            guard let row = try await store.lock(id, on: connection), row.status != .deleted else {
                throw AccessRefusal.notFound("domain")
            }
            try caller.require(.deleteDomains, on: row.target, what: "domain", at: surroundings.now)
            let detail = try await detail(of: row, on: connection)
            try await validations.cancelOpen(of: row.id, reason: "The zone was deleted", on: connection)
            if hard {
                try await outbox.drop(of: row.id, on: connection)
                try await queue(.delete, row, on: connection)
                try await store.remove(row.id, on: connection)
            } else {
                try await store.setStatus(.deleted, of: row.id, proof: nil, at: surroundings.now, on: connection)
                if row.isPushed { try await queue(.zone, row, on: connection) }
            }
            try await tell("domain.delete", event: "domain.deleted", about: row, detail, by: caller, on: connection)
        }
        await desk.push(id, waiting: challenges.pushWait)
    }

    private func queue(_ operation: OutboxRow.Operation, _ row: DomainRow, on connection: Connection) async throws {
        try await outbox.add(
            operation,
            name: row.name,
            type: "",
            of: row.id,
            change: nil,
            at: surroundings.now,
            on: connection
        )
    }

    /// The tenant that a zone is made in: the one named, where the caller holds something, else the caller's own.
    private func tenant(of draft: DomainDraft, as caller: Caller) async throws -> Identifier {
        guard let text = draft.tenantID else { return caller.tenant }
        let found = try await database.withConnection { connection in
            try await TenantStore().find(text, on: connection)
        }
        guard let found, found == caller.tenant || caller.holdsSomething(in: found) else {
            throw AccessRefusal.otherTenant
        }
        return found
    }

    private func zoneName(_ text: String, as caller: Caller) throws(DomainRefusal) -> DomainName {
        let name: DomainName
        do {
            name = try DomainName(text, toASCII: NameRules.toASCII)
            try name.requireZoneName()
            _ = try name.prepending(Challenge.label)
        } catch {
            throw .invalidName(error)
        }
        if let reason = names.reservation(of: name), !caller.holdsAtPlatform(.createDomains) {
            throw .reserved(name.text, reason: reason)
        }
        return name
    }

    private static func ttl(_ seconds: Int?) throws(DomainRefusal) -> UInt32 {
        guard let ttl = UInt32(exactly: seconds ?? 3600), StoredRecord.ttls.contains(ttl) else {
            throw .invalidValue(field: "default_ttl", "must be 0-2147483647 seconds")
        }
        return ttl
    }

    private func requireRoom(for tenant: Identifier, on connection: Connection) async throws {
        let counts = try await store.counts(of: tenant, on: connection)
        guard counts.zones < Self.zonesOfTenant else {
            throw DomainRefusal.limitReached("A tenant can have at most \(Self.zonesOfTenant) zones.")
        }
        guard counts.pending < Self.pendingOfTenant else {
            throw DomainRefusal.limitReached(
                "A tenant can have at most \(Self.pendingOfTenant) zones that wait for their validation."
            )
        }
    }
}
