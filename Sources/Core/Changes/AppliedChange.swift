/// What applying a change set gave: the next state of the zone, and what became of which record.
public struct AppliedChange: Equatable, Sendable {
    public let state: ZoneState
    public let plan: RecordSetPlan
}

extension ZoneState {
    /// Applies a change set: the next state, or every reason why not.
    ///
    /// All rules are asked of the final state, about what the change set writes; what stood there already and is not
    /// written does not matter. So the order of the items has no meaning, but that the newest TTL of a set is that of its
    /// last item.
    /// - Throws: ``ChangeConflicts``
    public func applying(
        _ change: ChangeSet,
        limits: ZoneLimits = .standard
    ) throws(ChangeConflicts) -> AppliedChange {
        let tooMany = ChangeConflicts(.tooMany(.recordsInChange(limits.recordsInChange)))
        guard change.recordCount <= limits.recordsInChange else { throw tooMany }
        let resolved = ResolvedChange(change, of: self)
        // A replaced set may take more away than the change names.
        guard resolved.steps.count <= limits.recordsInChange else { throw tooMany }
        var draft = NextRecords(resolved)
        draft.unifyTTLs(in: self)
        var next = self
        next.put(draft.lists(from: self))
        var judge = ZoneJudge(before: self, after: next, limits: limits, conflicts: resolved.conflicts)
        judge.ask(about: draft.steps)
        guard judge.conflicts.all.isEmpty else {
            judge.conflicts.order()
            throw judge.conflicts
        }
        return AppliedChange(state: next, plan: draft.plan)
    }
}

extension ZoneState {
    /// What one wish of a caller does to the zone.
    ///
    /// - Throws: the first ``RecordRefusal``, when there are several.
    public func plan(for item: ChangeSet.Item, limits: ZoneLimits = .standard) throws(RecordRefusal) -> RecordSetPlan {
        do {
            return try applying(ChangeSet([item]), limits: limits).plan
        } catch {
            // Conflicts are thrown when there are some.
            throw error.all.first?.refusal ?? .tooMany(.recordsInChange(limits.recordsInChange))
        }
    }
}

/// The records that a change set writes, as they come to stand.
private struct NextRecords {
    /// In the order of the items; updates that change nothing are left out.
    let steps: [ResolvedChange.Step]
    private var created: [Identifier: StoredRecord] = [:]
    private var updated: [Identifier: RecordSetPlan.Update] = [:]
    private var deleted: [Identifier: StoredRecord] = [:]
    private var warnings: [RecordSetPlan.Warning] = []

    init(_ change: ResolvedChange) {
        steps = change.steps.filter { step in
            guard let before = step.before, let after = step.after else { return true }
            return !before.isSame(as: after)
        }
        for step in steps {
            switch (step.before, step.after) {
            case (let before?, let after?): updated[before.id] = RecordSetPlan.Update(before: before, after: after)
            case (let before?, nil): deleted[before.id] = before
            case (nil, let after?): created[after.id] = after
            case (nil, nil): break
            }
        }
    }

    var plan: RecordSetPlan {
        RecordSetPlan(
            created: Array(created.values),
            updated: Array(updated.values),
            deleted: Array(deleted.values),
            warnings: warnings
        )
    }

    /// All records of a set share one TTL (RFC 2181 5.2): the newest one decides, that is the last one that is new or gets
    /// another TTL, else the last one that is written.
    mutating func unifyTTLs(in state: ZoneState) {
        var newest: [RecordSetKey: (record: StoredRecord, decides: Bool)] = [:]
        for step in steps {
            guard let after = step.after else { continue }
            let decides = step.before.map { $0.ttl != after.ttl } ?? true
            guard decides || newest[after.key]?.decides != true else { continue }
            newest[after.key] = (after, decides)
        }
        let written = Dictionary(grouping: steps.compactMap(\.after), by: \.key)
        for last in newest.values.map(\.record).inZoneOrder(\.self) {
            let untouched = state.members(of: last.key).filter { updated[$0.id] == nil && deleted[$0.id] == nil }
            let others = (untouched + written[last.key, default: []]).filter { $0.ttl != last.ttl }
            guard !others.isEmpty else { continue }
            for other in others { move(other, to: last) }
            warnings.append(.ttlMoved(last.key, to: last.ttl, records: others.inZoneOrder(\.self).map(\.id)))
        }
    }

    private mutating func move(_ record: StoredRecord, to last: StoredRecord) {
        var moved = record
        moved.ttl = last.ttl
        moved.updatedAt = last.updatedAt
        if created[record.id] != nil {
            created[record.id] = moved
        } else {
            let before = updated[record.id]?.before ?? record
            updated[record.id] = before.isSame(as: moved) ? nil : RecordSetPlan.Update(before: before, after: moved)
        }
    }

    /// All records of the names that are written at.
    func lists(from state: ZoneState) -> [DomainName: [StoredRecord]] {
        var lists: [DomainName: [StoredRecord]] = [:]
        let written = updated.values.map(\.after) + created.values
        for name in Set(written.map(\.name)).union(deleted.values.map(\.name)) {
            lists[name] = state.records(at: name).filter { updated[$0.id] == nil && deleted[$0.id] == nil }
        }
        for record in written { lists[record.name, default: []].append(record) }
        return lists
    }
}
