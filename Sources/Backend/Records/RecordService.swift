public import API
public import Core
public import MariaDB

/// Why a record cannot be written, beside what Core refuses.
public enum RecordWriteRefusal: Error, Equatable, Sendable {
    /// 400 `unsupported_type`
    case unsupportedType(String)
    /// 400 `invalid_name`
    case invalidName(DomainNameError)
    /// 400 `invalid_content`
    case invalidContent(RecordContentError)
    /// 422: a field outside its range.
    case invalidField(String, String)
    /// 400 `pdns_refused`, in PowerDNS's words; nothing is left of the change.
    case refusedByPowerDNS(String)
    /// 409 `managed_by_dnssec`: ScaiDNS signs the zone, and writes such records itself.
    case managedByDNSSEC(RecordType)
    /// 400 `list_too_long`
    case listTooLong
}

/// Records of a zone: one write path for all that changes them (`domain.md` 3.1).
public struct RecordService: Sendable {
    /// How many records one list may have: as many as a zone.
    static let recordsOfZone = ZoneLimits.standard.recordsInZone

    let database: ConnectionPool
    let desk: PushDesk
    let surroundings: Surroundings
    /// How long a request waits for its push.
    let pushWait: Duration
    let domains = DomainStore()
    let records = RecordStore()
    let outbox = OutboxStore()
    let changes: ChangeStore
    let audit: AuditStore
    let events: EventStore
    let finder: DomainFinder

    public init(database: ConnectionPool, desk: PushDesk, surroundings: Surroundings, pushWait: Duration) {
        self.database = database
        self.desk = desk
        self.surroundings = surroundings
        self.pushWait = pushWait
        changes = ChangeStore(surroundings: surroundings)
        audit = AuditStore(surroundings: surroundings)
        events = EventStore(surroundings: surroundings)
        finder = DomainFinder(store: domains, clock: surroundings.clock)
    }

    /// The zone's records; those that the caller's grants cover where nothing else gives reading.
    public func list(_ reference: String, _ query: RecordListQuery, as caller: Caller) async throws -> RecordList {
        let now = surroundings.now
        return try await database.withConnection { connection in
            let domain = try await finder.find(reference, for: caller, on: connection)
            try caller.require(.readRecords, on: domain.target, what: "domain", at: now)
            guard query.page != nil || domain.recordCount <= Self.recordsOfZone else {
                throw RecordWriteRefusal.listTooLong
            }
            let sync = try await outbox.sync(of: domain.id, on: connection)
            let (rows, total) = try await readable(query, of: domain, as: caller, on: connection)
            return RecordList(
                data: rows.map { $0.answer(in: domain, sync: sync.status(of: $0, in: domain)) },
                total: total,
                domainID: domain.id.text,
                domainName: domain.name.text,
                page: query.page
            )
        }
    }

    /// The records of a list that the caller may read. A grant limited to some of them decides record by record, so there
    /// the page is cut from those that are left.
    private func readable(
        _ query: RecordListQuery,
        of domain: DomainRow,
        as caller: Caller,
        on connection: Connection
    ) async throws -> (records: [StoredRecord], total: Int) {
        let now = surroundings.now
        let holdings = caller.holdings
        if AccessQuestion(.readRecords, on: domain.target).coversEveryRecord(from: holdings, at: now) {
            return try await records.list(query, of: domain, on: connection)
        }
        guard domain.recordCount <= Self.recordsOfZone else { throw RecordWriteRefusal.listTooLong }
        var whole = query
        whole.page = nil
        let covered = try await records.list(whole, of: domain, on: connection).records.filter { row in
            AccessQuestion(.readRecords, on: row.target(in: domain)).decision(from: holdings, at: now) == .allowed
        }
        guard let page = query.page else { return (covered, covered.count) }
        return (Array(covered.dropFirst((page.page - 1) * page.pageSize).prefix(page.pageSize)), covered.count)
    }

    /// One record.
    public func show(_ path: RecordPath, as caller: Caller) async throws -> Record {
        try await database.withConnection { connection in
            let domain = try await finder.find(path.domain, for: caller, on: connection)
            try caller.require(.readRecords, on: domain.target, what: "domain", at: surroundings.now)
            let record = try await find(path.record, in: domain, for: caller, on: connection)
            let sync = try await outbox.sync(of: domain.id, on: connection)
            return record.answer(in: domain, sync: sync.status(of: record, in: domain))
        }
    }

    /// Adds a record.
    public func create(_ draft: RecordDraft, in reference: String, as caller: Caller) async throws -> Record {
        let now = surroundings.now
        return try await change(reference, needing: .createRecords, as: caller) { domain, connection in
            let record = try Self.record(draft, in: domain, id: surroundings.newID(), at: now)
            try requireWriting(.createRecords, of: record, in: domain, as: caller)
            let zone = try await neighbourhood(of: record, in: domain, on: connection)
            return Decision(plan: try zone.plan(for: .create(record)), subject: record, action: "create")
        }
    }

    /// Changes content, TTL, comment, or whether the record is disabled; its id stays.
    public func update(_ path: RecordPath, _ update: RecordUpdate, as caller: Caller) async throws -> Record {
        let now = surroundings.now
        return try await change(path.domain, needing: .updateRecords, as: caller) { domain, connection in
            let before = try await find(path.record, in: domain, for: caller, on: connection)
            try requireWriting(.updateRecords, of: before, in: domain, as: caller)
            let after = try Self.updated(before, update, in: domain, at: now)
            let zone = try await neighbourhood(of: after, in: domain, on: connection)
            let plan = try zone.plan(for: .update(after))
            return Decision(plan: plan, subject: plan.updated.isEmpty ? before : after, action: "update")
        }
    }

    /// Takes a record out of its zone.
    public func delete(_ path: RecordPath, as caller: Caller) async throws {
        _ = try await change(path.domain, needing: .deleteRecords, as: caller) { domain, connection in
            let record = try await find(path.record, in: domain, for: caller, on: connection)
            try requireWriting(.deleteRecords, of: record, in: domain, as: caller)
            let zone = try await neighbourhood(of: record, in: domain, on: connection)
            return Decision(plan: try zone.plan(for: .delete(record.id)), subject: record, action: "delete")
        }
    }

    /// Records that give names away (`_scaidns-verify`) need `domains:update` besides, where the zone is held here; some
    /// types need more than others.
    private func requireWriting(
        _ permission: Permission,
        of record: StoredRecord,
        in domain: DomainRow,
        as caller: Caller
    ) throws {
        let now = surroundings.now
        try caller.require(permission, on: record.target(in: domain), what: "record", at: now)
        try Self.requirePrivileges(for: record.type, in: domain, as: caller, at: now)
        guard domain.isPushed, Challenge.isRecordName(record.name) else { return }
        try caller.require(.updateDomains, on: domain.target, what: "domain", at: now)
    }

    /// A record by its id; one that no grant covers is not there.
    private func find(
        _ reference: String,
        in domain: DomainRow,
        for caller: Caller,
        on connection: Connection
    ) async throws -> StoredRecord {
        guard let id = Identifier(reference), let record = try await records.record(id, of: domain.id, on: connection)
        else { throw AccessRefusal.notFound("record") }
        let question = AccessQuestion(.readRecords, on: record.target(in: domain))
        guard question.decision(from: caller.holdings, at: surroundings.now) != .notCovered else {
            throw AccessRefusal.notFound("record")
        }
        return record
    }

    /// What of the zone decides about the record.
    private func neighbourhood(
        of record: StoredRecord,
        in domain: DomainRow,
        on connection: Connection
    ) async throws -> ZoneState {
        ZoneState(
            apex: domain.name,
            cuts: Set(try await domains.heldNames(below: domain.name, on: connection)),
            records: try await records.neighbours(of: record, in: domain, on: connection),
            recordCount: Int(clamping: domain.recordCount)
        )
    }
}
