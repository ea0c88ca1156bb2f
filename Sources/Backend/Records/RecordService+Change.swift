import API
import Core
import MariaDB

extension RecordService {
    /// What was decided under the zone's lock: the plan, the record that the caller asked about, and what was done to it.
    struct Decision: Sendable {
        let plan: RecordSetPlan
        let subject: StoredRecord
        /// `create`, `update` or `delete`.
        let action: String
    }

    /// A change that is committed.
    private struct Committed: Sendable {
        let domain: DomainRow
        let change: Identifier?
        let decision: Decision
    }

    /// Load under the zone's lock, decide, do in one transaction, push, answer: the one way in which records change.
    func change(
        _ reference: String,
        needing permission: Permission,
        as caller: Caller,
        _ decide: (DomainRow, Connection) async throws -> Decision
    ) async throws -> Record {
        let id = try await database.withConnection { connection in
            let domain = try await finder.find(reference, for: caller, on: connection)
            try caller.require(permission, on: domain.target, what: "domain", at: surroundings.now)
            return domain.id
        }
        let committed = try await database.transaction { connection in
            guard let domain = try await domains.lock(id, on: connection), domain.status != .deleted else {
                throw AccessRefusal.notFound("domain")
            }
            try caller.require(permission, on: domain.target, what: "domain", at: surroundings.now)
            let decision = try await decide(domain, connection)
            return try await apply(decision, to: domain, kind: "change", by: caller, on: connection)
        }
        guard let change = committed.change else { return try await answer(committed) }
        if committed.domain.isPushed, !committed.decision.plan.touchedSets.isEmpty {
            await desk.push(id, waiting: pushWait)
            try await undoIfRefused(change, committed, as: caller)
        }
        return try await answer(committed)
    }

    private func apply(
        _ decision: Decision,
        to domain: DomainRow,
        kind: String,
        by caller: Caller,
        on connection: Connection
    ) async throws -> Committed {
        let plan = decision.plan
        guard !plan.isEmpty else { return Committed(domain: domain, change: nil, decision: decision) }
        try await write(plan, to: domain, on: connection)
        let revision = try await domains.raiseRevision(
            of: domain,
            recordsAdded: plan.created.count - plan.deleted.count,
            at: surroundings.now,
            on: connection
        )
        let change = try await changes.record(
            ChangeDraft(kind: kind, message: nil, plan: plan),
            of: domain,
            revision: revision,
            by: caller,
            on: connection
        )
        // What takes a refused change back has nothing to tell PowerDNS: the change never arrived there.
        if domain.isPushed, kind != "revert" {
            for set in plan.touchedSets {
                try await outbox.reopen(set, of: domain.id, on: connection)
                try await outbox.add(
                    .set,
                    name: set.name,
                    type: set.type.name,
                    of: domain.id,
                    change: change,
                    at: surroundings.now,
                    on: connection
                )
            }
        }
        try await tell(decision, about: domain, change: change, by: caller, on: connection)
        return Committed(domain: domain, change: change, decision: decision)
    }

    /// Deleted rows first: what takes their place may be equal to them.
    private func write(_ plan: RecordSetPlan, to domain: DomainRow, on connection: Connection) async throws {
        for record in plan.deleted { try await records.delete(record.id, on: connection) }
        for update in plan.updated { try await records.update(update.after, on: connection) }
        for record in plan.created { try await records.insert(record, into: domain.id, on: connection) }
    }

    /// PowerDNS refuses this request's own change: it is taken back, unless a later change touched its sets
    /// (`domain.md` 3.2). Then it stays, as `failed`.
    private func undoIfRefused(_ change: Identifier, _ committed: Committed, as caller: Caller) async throws {
        let reason = try await database.withConnection { connection in
            try await outbox.refusal(of: change, on: connection)
        }
        guard let reason else { return }
        let isUndone = try await database.transaction { connection in
            guard let domain = try await domains.lock(committed.domain.id, on: connection),
                try await outbox.isLast(change, on: connection)
            else { return false }
            let decision = committed.decision
            let inverse = Decision(plan: decision.plan.inverse, subject: decision.subject, action: "undo")
            try await outbox.clear(change, on: connection)
            let system = Caller.system(tenant: domain.tenant, requestID: caller.origin.requestID)
            _ = try await apply(inverse, to: domain, kind: "revert", by: system, on: connection)
            try await changes.mark(change, state: "undone", error: reason, on: connection)
            return true
        }
        guard isUndone else { return }
        throw RecordWriteRefusal.refusedByPowerDNS(reason)
    }

    private func answer(_ committed: Committed) async throws -> Record {
        let domain = committed.domain
        let sync = try await database.withConnection { connection in
            try await outbox.sync(of: domain.id, on: connection)
        }
        let plan = committed.decision.plan
        var warnings: [Warning] = []
        if !plan.movedTTLs.isEmpty {
            let message = "All records of a set share one TTL: \(plan.movedTTLs.count) others moved with it."
            warnings.append(Warning("ttl_moved", message, recordIDs: plan.movedTTLs.map(\.text)))
        }
        let record = committed.decision.subject
        return record.answer(in: domain, sync: sync.status(of: record, in: domain), warnings: warnings)
    }

    private func tell(
        _ decision: Decision,
        about domain: DomainRow,
        change: Identifier,
        by caller: Caller,
        on connection: Connection
    ) async throws {
        let plan = decision.plan
        let items: [(action: String, before: StoredRecord?, after: StoredRecord?)] =
            plan.created.map { ("create", nil, $0) } + plan.updated.map { ("update", $0.before, $0.after) }
            + plan.deleted.map { ("delete", $0, nil) }
        for item in items {
            guard let record = item.after ?? item.before else { continue }
            let details = AuditDetails(
                before: item.before.map(ChangeStore.Snapshot.init),
                after: item.after.map(ChangeStore.Snapshot.init)
            )
            let entry = AuditEntry(
                action: "record.\(item.action)",
                resourceType: "record",
                resourceID: record.id.text,
                resourceName: "\(record.name.text) \(record.type.name)",
                tenant: domain.tenant,
                details: try JSONText.encode(details),
                change: change
            )
            try await audit.record(entry, by: caller, on: connection)
            let data = try item.after.map { try JSONText.encode($0.answer(in: domain, sync: .pending)) }
            let event = Event(
                type: "record.\(item.action)d",
                resourceType: "record",
                resourceID: record.id.text,
                data: data,
                change: change
            )
            try await events.record(event, about: domain, by: caller, on: connection)
        }
    }

    private struct AuditDetails: Encodable {
        let before: ChangeStore.Snapshot?
        let after: ChangeStore.Snapshot?
    }
}
