/// What a change of records does to a zone: decided on the locked state, without I/O (`domain.md` 2, 3.1).
public struct RecordSetPlan: Equatable, Sendable {
    /// A record before and after.
    public struct Update: Equatable, Sendable {
        public let before: StoredRecord
        public let after: StoredRecord
    }

    public private(set) var created: [StoredRecord] = []
    public private(set) var updated: [Update] = []
    public private(set) var deleted: [StoredRecord] = []
    /// The records whose TTL moved with that of their set (RFC 2181 5.2).
    public private(set) var movedTTLs: [Identifier] = []

    /// The sets whose served content changes.
    public var touchedSets: Set<RecordSetKey> {
        var sets = Set((created + deleted).filter { !$0.isDisabled }.map(\.key))
        for update in updated where update.changesServedData { sets.insert(update.after.key) }
        return sets
    }

    /// Whether nothing changes.
    public var isEmpty: Bool { created.isEmpty && updated.isEmpty && deleted.isEmpty }

    /// The plan that takes this one back.
    public var inverse: RecordSetPlan {
        var plan = RecordSetPlan()
        plan.created = deleted
        plan.updated = updated.map { Update(before: $0.after, after: $0.before) }
        plan.deleted = created
        return plan
    }

    /// Adds `record` to `zone`.
    public static func adding(
        _ record: StoredRecord,
        to zone: ZoneNeighbourhood
    ) throws(RecordRefusal) -> RecordSetPlan {
        try zone.requireOrdinary(record)
        try zone.requireCoexistence(of: record)
        var plan = RecordSetPlan()
        plan.created = [record]
        plan.moveTTLs(with: record, in: zone)
        return plan
    }

    /// Changes `before` to `after`, which keeps its id, name and type.
    public static func changing(
        _ before: StoredRecord,
        to after: StoredRecord,
        in zone: ZoneNeighbourhood
    ) throws(RecordRefusal) -> RecordSetPlan {
        try zone.requireOrdinary(before)
        try zone.requireCoexistence(of: after)
        var plan = RecordSetPlan()
        var unstamped = after
        unstamped.updatedAt = before.updatedAt
        guard before != unstamped else { return plan }
        plan.updated = [Update(before: before, after: after)]
        plan.moveTTLs(with: after, in: zone)
        return plan
    }

    /// Takes `record` out of `zone`.
    public static func removing(
        _ record: StoredRecord,
        from zone: ZoneNeighbourhood
    ) throws(RecordRefusal) -> RecordSetPlan {
        try zone.requireOrdinary(record)
        var plan = RecordSetPlan()
        plan.deleted = [record]
        return plan
    }

    /// All records of a set share one TTL (RFC 2181 5.2): the newest one decides.
    private mutating func moveTTLs(with record: StoredRecord, in zone: ZoneNeighbourhood) {
        for member in zone.records where member.key == record.key && member.id != record.id && member.ttl != record.ttl
        {
            var moved = member
            moved.ttl = record.ttl
            moved.updatedAt = record.updatedAt
            updated.append(Update(before: member, after: moved))
            movedTTLs.append(member.id)
        }
    }
}

extension RecordSetPlan.Update {
    /// Whether what is served changes, and not just a comment or a disabled record.
    var changesServedData: Bool {
        if before.isDisabled && after.isDisabled { return false }
        return before.isDisabled != after.isDisabled || before.content != after.content || before.ttl != after.ttl
    }
}
