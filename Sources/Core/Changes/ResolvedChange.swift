/// A change set with its ids looked up in the zone: which records come, change and go, and through which item.
///
/// What cannot be looked up, or is not the writer's to write, is a conflict and left out.
struct ResolvedChange {
    /// What becomes of one record.
    struct Step {
        let item: Int
        /// As it stands in the zone; nil for a new one.
        let before: StoredRecord?
        /// As it is to stand; nil when it goes.
        var after: StoredRecord?

        /// Whether a record that is served comes, becomes served, or changes its content.
        var servesSomethingNew: Bool {
            guard let after, !after.isDisabled else { return false }
            return before.map { $0.isDisabled || $0.content != after.content } ?? true
        }
    }

    let state: ZoneState
    let writer: ChangeSet.Writer
    /// In the order of the items.
    private(set) var steps: [Step] = []
    private(set) var conflicts = ChangeConflicts()
    private var claimed: Set<Identifier> = []
    private var replaced: Set<RecordSetKey> = []

    init(_ change: ChangeSet, of state: ZoneState) {
        self.state = state
        writer = change.writer
        for (number, item) in change.items.enumerated() { read(item, number) }
        refuseTakenIDs()
    }

    private mutating func read(_ item: ChangeSet.Item, _ number: Int) {
        switch item {
        case .create(let record): write(record, over: nil, number)
        case .update(let after):
            guard let before = find(after.id, number) else { return }
            guard after.key == before.key else {
                return conflicts.add(.otherSet(after.id, before.key), item: number, set: before.key)
            }
            write(after, over: before, number)
        case .delete(let id):
            guard let before = find(id, number) else { return }
            delete(before, number)
        case .replace(let set, let members): replace(set, with: members, number)
        case .editSOA(let edit, let time): editSOA(edit, at: time, number)
        }
    }

    private mutating func find(_ id: Identifier, _ item: Int) -> StoredRecord? {
        guard let record = state.record(id) else {
            conflicts.add(.unknownRecord(id), item: item, set: nil)
            return nil
        }
        return record
    }

    private mutating func write(_ after: StoredRecord, over before: StoredRecord?, _ item: Int) {
        if let refusal = refusal(of: after, over: before) {
            return conflicts.add(refusal, item: item, set: after.key)
        }
        add(Step(item: item, before: before, after: after))
    }

    private mutating func delete(_ before: StoredRecord, _ item: Int) {
        if let refusal = refusal(of: nil, over: before) {
            return conflicts.add(refusal, item: item, set: before.key)
        }
        add(Step(item: item, before: before, after: nil))
    }

    private mutating func add(_ step: Step) {
        guard let record = step.before ?? step.after else { return }
        // A new record may have the id of one that goes, and of that one only: see `refuseTakenIDs`.
        if step.before != nil, !claimed.insert(record.id).inserted {
            return conflicts.add(.namedTwice(record.id), item: step.item, set: record.key)
        }
        steps.append(step)
    }

    private mutating func replace(_ set: RecordSetKey, with members: [StoredRecord], _ item: Int) {
        guard replaced.insert(set).inserted else { return conflicts.add(.replacedTwice(set), item: item, set: set) }
        var there = state.members(of: set)
        var strangers: [StoredRecord] = []
        var byID = Dictionary(there.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for member in members {
            if member.key != set {
                conflicts.add(.strayMember(member.key, of: set), item: item, set: set)
            } else if let before = byID.removeValue(forKey: member.id) {
                write(member, over: before, item)
            } else {
                strangers.append(member)
            }
        }
        there.removeAll { byID[$0.id] == nil }
        var byContent = Dictionary(grouping: there, by: \.content)
        for member in strangers {
            if let before = byContent[member.content]?.popLast() {
                byID[before.id] = nil
                write(member.adopting(before), over: before, item)
            } else {
                write(member, over: nil, item)
            }
        }
        for before in there where byID[before.id] != nil { delete(before, item) }
    }

    private mutating func editSOA(_ edit: SOAEdit, at time: Timestamp, _ item: Int) {
        let set = RecordSetKey(name: state.apex, type: .soa)
        guard let before = state.members(of: set).first, let soa = before.soa else {
            return conflicts.add(.soaStays, item: item, set: set)
        }
        var after = before
        after.content = SOA(soa, with: edit).content
        after.updatedAt = time
        add(Step(item: item, before: before, after: after))
    }

    /// Why the writer may not write a record so, whatever stands beside it.
    private func refusal(of after: StoredRecord?, over before: StoredRecord?) -> RecordRefusal? {
        guard let record = after ?? before else { return nil }
        guard record.name.isAtOrBelow(state.apex) else { return .outsideZone(record.name, zone: state.apex) }
        if record.type == .soa, before == nil || after == nil { return .soaStays }
        let isSystem = record.isSystem || before?.isSystem == true
        let isApexNS = record.type == .ns && record.name == state.apex
        if writer == .caller, isSystem || isApexNS || record.type == .soa { return .systemRecord(record.key) }
        guard let after else { return nil }
        guard StoredRecord.ttls.contains(after.ttl) else { return .badTTL(after.ttl) }
        if writer == .caller, after.type.use == .readOnly { return .readOnly(after.type) }
        if after.type.use == .dnssec, after.name != state.apex { return .apexOnly(after.type) }
        return nil
    }

    /// A new record's id is new, or that of a record which goes with the same change.
    private mutating func refuseTakenIDs() {
        let gone = Set(steps.filter { $0.after == nil }.compactMap { $0.before?.id })
        var made: Set<Identifier> = []
        var kept: [Step] = []
        for step in steps {
            if step.before == nil, let record = step.after,
                !made.insert(record.id).inserted || state.record(record.id) != nil && !gone.contains(record.id)
            {
                conflicts.add(.namedTwice(record.id), item: step.item, set: record.key)
            } else {
                kept.append(step)
            }
        }
        steps = kept
    }
}

extension StoredRecord {
    /// This record in place of `other`, whose id and beginning it takes.
    func adopting(_ other: StoredRecord) -> StoredRecord {
        StoredRecord(
            id: other.id,
            name: name,
            content: content,
            ttl: ttl,
            isDisabled: isDisabled,
            isSystem: other.isSystem,
            comment: comment,
            createdAt: other.createdAt,
            updatedAt: updatedAt
        )
    }

    /// Whether the two are equal but for the time of their last change.
    func isSame(as other: StoredRecord) -> Bool {
        var stamped = other
        stamped.updatedAt = updatedAt
        return self == stamped
    }
}
