/// What a change set does to a zone's records: decided on the locked state, without I/O (`domain.md` 2, 3.1).
///
/// All lists are in canonical order: by name, type, content and id.
public struct RecordSetPlan: Equatable, Sendable {
    /// A record before and after.
    public struct Update: Equatable, Sendable {
        public let before: StoredRecord
        public let after: StoredRecord
    }

    /// What the writer should know though nothing forbids it.
    public enum Warning: Equatable, Sendable {
        /// The set's records with these ids took the TTL of its newest member, in seconds (RFC 2181 5.2).
        case ttlMoved(RecordSetKey, to: UInt32, records: [Identifier])
    }

    public private(set) var created: [StoredRecord] = []
    public private(set) var updated: [Update] = []
    public private(set) var deleted: [StoredRecord] = []
    /// By set.
    public private(set) var warnings: [Warning] = []

    /// The records whose TTL moved with that of their set (RFC 2181 5.2).
    public var movedTTLs: [Identifier] {
        warnings.flatMap { warning in
            switch warning {
            case .ttlMoved(_, _, let records): records
            }
        }
    }

    /// The sets whose served content changes, each once, by name and type.
    public var touchedSets: [RecordSetKey] {
        var sets = Set((created + deleted).filter { !$0.isDisabled }.map(\.key))
        for update in updated where update.changesServedData { sets.insert(update.after.key) }
        return sets.map { ($0, $0.name.canonicalKey) }.sorted { left, right in
            left.1 == right.1
                ? left.0.type.name < right.0.type.name : left.1.lexicographicallyPrecedes(right.1)
        }.map(\.0)
    }

    /// Whether nothing changes.
    public var isEmpty: Bool { created.isEmpty && updated.isEmpty && deleted.isEmpty }

    /// The plan that takes this one back.
    public var inverse: RecordSetPlan {
        RecordSetPlan(
            created: deleted,
            updated: updated.map { Update(before: $0.after, after: $0.before) },
            deleted: created,
            warnings: []
        )
    }

    /// The change set that does what is planned, to the state that it was planned for.
    public func changeSet(by writer: ChangeSet.Writer) -> ChangeSet {
        ChangeSet(
            deleted.map { .delete($0.id) } + updated.map { .update($0.after) } + created.map { .create($0) },
            by: writer
        )
    }

    /// Orders the lists, by their state after (before, for what is deleted).
    init(created: [StoredRecord], updated: [Update], deleted: [StoredRecord], warnings: [Warning]) {
        self.created = created.inZoneOrder(\.self)
        self.updated = updated.inZoneOrder(\.after)
        self.deleted = deleted.inZoneOrder(\.self)
        self.warnings = warnings
    }
}

extension RecordSetPlan.Update {
    /// Whether what is served changes, and not just a comment or a disabled record.
    var changesServedData: Bool {
        if before.isDisabled && after.isDisabled { return false }
        return before.isDisabled != after.isDisabled || before.content != after.content || before.ttl != after.ttl
    }
}

extension Sequence {
    /// The elements by the name, type, content and id of their records.
    func inZoneOrder(_ record: (Element) -> StoredRecord) -> [Element] {
        map { ($0, record($0), record($0).name.canonicalKey) }
            .sorted { $0.2 == $1.2 ? $0.1.precedes($1.1) : $0.2.lexicographicallyPrecedes($1.2) }
            .map(\.0)
    }
}
