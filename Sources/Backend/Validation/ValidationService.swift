public import API
import Core
public import MariaDB

/// The proof that a zone belongs to its tenant: showing the challenge, looking for it, and what follows (`domain.md` 4).
public struct ValidationService: Sendable {
    /// Seconds between two manual checks of one zone.
    static let secondsBetweenChecks: Int64 = 5

    let database: ConnectionPool
    let resolver: ChallengeResolver
    let desk: PushDesk
    let surroundings: Surroundings
    let rules: ChallengeRules
    let names: NameRules
    let store = ValidationStore()
    let domains = DomainStore()
    let records = RecordStore()
    let outbox = OutboxStore()
    let config = ConfigStore()
    let guards = GuardStore()
    let audit: AuditStore
    let events: EventStore
    let finder: DomainFinder

    public init(
        database: ConnectionPool,
        resolver: ChallengeResolver,
        desk: PushDesk,
        surroundings: Surroundings,
        rules: ChallengeRules,
        names: NameRules
    ) {
        self.database = database
        self.resolver = resolver
        self.desk = desk
        self.surroundings = surroundings
        self.rules = rules
        self.names = names
        audit = AuditStore(surroundings: surroundings)
        events = EventStore(surroundings: surroundings)
        finder = DomainFinder(store: domains, clock: surroundings.clock)
    }

    /// The pending challenge; nil when there is none.
    public func show(_ reference: String, as caller: Caller) async throws -> Validation? {
        try await database.withConnection { connection in
            let domain = try await finder.find(reference, for: caller, on: connection)
            try caller.require(.readDomains, on: domain.target, what: "domain", at: surroundings.now)
            return try await store.open(of: domain.id, on: connection).map { try rules.answer($0, zone: domain.name) }
        }
    }

    /// Looks for the challenge now.
    ///
    /// - Throws: ``ValidationRefusal``, ``AccessRefusal``
    public func check(_ reference: String, as caller: Caller) async throws -> ValidationCheck {
        let id = try await database.withConnection { connection in
            let domain = try await finder.find(reference, for: caller, on: connection)
            try caller.require(.updateDomains, on: domain.target, what: "domain", at: surroundings.now)
            return domain.id
        }
        return try await check(id, as: caller, isManual: true)
    }

    /// Looks for the challenge of a zone: begins, asks the DNS without any lock, settles.
    func check(_ id: Identifier, as caller: Caller, isManual: Bool) async throws -> ValidationCheck {
        let (domain, row, platform) = try await begin(id, isManual: isManual)
        let challenge = try Challenge(zone: domain.name, token: row.token)
        let report = await resolver.check(challenge, platform: PlatformServers(names: platform))
        let message = try await settle(report, of: row, challenge: challenge, as: caller)
        if message == ValidationVerdict.valid.message(for: challenge) {
            await desk.push(id, waiting: rules.pushWait)
        }
        return ValidationCheck(
            isValid: message == ValidationVerdict.valid.message(for: challenge),
            message: message,
            validationID: row.id.text,
            servers: report.servers.map {
                ValidationCheck.Server(name: $0.name, address: $0.address, outcome: $0.kind.rawValue, values: $0.values)
            }
        )
    }

    private func begin(
        _ id: Identifier,
        isManual: Bool
    ) async throws -> (DomainRow, ValidationRow, platform: [DomainName]) {
        let now = surroundings.now
        return try await database.transaction { connection in
            guard let domain = try await domains.lock(id, on: connection), domain.status != .deleted else {
                throw AccessRefusal.notFound("domain")
            }
            guard domain.status == .pendingValidation else { throw ValidationRefusal.alreadyActive }
            guard let row = try await store.open(of: id, on: connection), row.expiresAt > now else {
                throw ValidationRefusal.noPendingValidation
            }
            if isManual, let last = row.lastCheckedAt, now.seconds(since: last) < Self.secondsBetweenChecks {
                throw ValidationRefusal.tooSoon(seconds: Self.secondsBetweenChecks - now.seconds(since: last))
            }
            // A check takes at most 10 s: should this process die, the worker looks again after a minute.
            try await store.begin(row.id, at: now, nextCheckAt: now.adding(seconds: 60), on: connection)
            return (domain, row, try await config.nameservers(on: connection))
        }
    }

    /// Writes the outcome and answers its sentence; a passed check makes the zone the holder of its name.
    private func settle(
        _ report: ValidationReport,
        of row: ValidationRow,
        challenge: Challenge,
        as caller: Caller
    ) async throws -> String {
        try await database.transaction { connection in
            try await guards.lockCuts(around: challenge.zone, names: names, on: connection)
            guard let domain = try await domains.lock(row.domain, on: connection), domain.status != .deleted else {
                throw AccessRefusal.notFound("domain")
            }
            // Another check of the same challenge, the worker's perhaps, passed while this one ran.
            guard domain.status == .pendingValidation else { throw ValidationRefusal.alreadyActive }
            guard let present = try await store.open(of: row.domain, on: connection),
                present.id == row.id, present.token == row.token
            else { throw ValidationRefusal.noPendingValidation }
            var verdict = report.verdict
            if verdict == .delegatedToPlatform,
                try await hasConsent(for: challenge, domain: domain, on: connection)
            {
                verdict = .valid
            }
            let message = verdict.message(for: challenge)
            guard verdict.isValid else {
                return try await fail(present, of: domain, verdict, message, as: caller, on: connection)
            }
            // The rules of the name are checked again: the zone above may have got records since this one was made.
            let nameservers = try await config.nameservers(on: connection)
            let occlusion = try await ZoneCutRules()
                .occlusion(by: domain.name, nameservers: nameservers, on: connection)
            if let (parent, _) = occlusion {
                let why = "The zone would hide records of \(parent.name) at and below its name"
                return try await fail(present, of: domain, verdict, why, as: caller, on: connection)
            }
            try await store.settle(row.id, .validated, message: message, nextCheckAt: nil, on: connection)
            try await activate(domain, as: caller, on: connection)
            try await tell("domain.validation.success", domain, present, message, by: caller, on: connection)
            return message
        }
    }

    /// Writes that a check did not make the zone active, and why; answers that sentence.
    private func fail(
        _ row: ValidationRow,
        of domain: DomainRow,
        _ verdict: ValidationVerdict,
        _ message: String,
        as caller: Caller,
        on connection: Connection
    ) async throws -> String {
        let now = surroundings.now
        var next = rules.schedule.nextCheck(afterAttempts: Int(row.attempts), at: now)
        // Put off: nothing was asked, so the pace does not slow down.
        if case .putOff(let seconds) = verdict { next = now.adding(seconds: Int64(seconds)) }
        let status: ValidationStatus = now < row.expiresAt ? .failed : .expired
        try await store.settle(
            row.id,
            status,
            message: message,
            nextCheckAt: status == .failed ? next : nil,
            on: connection
        )
        try await tell("domain.validation.failure", domain, row, message, by: caller, on: connection)
        return message
    }

    /// All servers are ours: the holder of the closest enclosing zone, if it is another tenant, consents by an enabled
    /// TXT record of exactly that name.
    private func hasConsent(
        for challenge: Challenge,
        domain: DomainRow,
        on connection: Connection
    ) async throws -> Bool {
        guard let holder = try await domains.closestHolder(of: challenge.zone, on: connection),
            holder.tenant != domain.tenant, holder.status == .active
        else { return false }
        let key = RecordSetKey(name: challenge.recordName, type: .txt)
        let expected = try RecordContent(type: .txt, text: "\"\(challenge.recordValue)\"", zone: nil)
        return try await records.members(of: key, in: holder.id, on: connection).contains { $0.content == expected }
    }

    func tell(
        _ action: String,
        _ domain: DomainRow,
        _ row: ValidationRow,
        _ message: String,
        by caller: Caller,
        on connection: Connection
    ) async throws {
        let entry = AuditEntry(
            action: action,
            resourceType: "validation",
            resourceID: row.id.text,
            resourceName: domain.name.text,
            tenant: domain.tenant,
            details: try JSONText.encode(["message": message])
        )
        try await audit.record(entry, by: caller, on: connection)
        let event = Event(
            type: action == "domain.validation.success" ? "validation.validated" : "validation.failed",
            resourceType: "validation",
            resourceID: row.id.text,
            data: try JSONText.encode(["message": message])
        )
        try await events.record(event, about: domain, by: caller, on: connection)
    }
}
