extension ZoneJudge {
    /// Asks the limits about what grows: sets first, then the zone as a whole.
    mutating func askLimits(_ steps: [ResolvedChange.Step]) {
        var grown: Set<RecordSetKey> = []
        for step in steps.reversed() {
            guard let record = step.after, step.before == nil || step.servesSomethingNew else { continue }
            // A set is asked about once, through the last item that makes it grow.
            guard grown.insert(record.key).inserted else { continue }
            askSize(of: record.key, step.item)
        }
        let excess = after.recordCount - limits.recordsInZone
        let creations = steps.filter { $0.before == nil }
        guard excess > 0, after.recordCount > before.recordCount, let last = creations.last else { return }
        // The first record that has no room.
        let step = creations.dropLast(min(excess, creations.count) - 1).last ?? last
        conflicts.add(.tooMany(.recordsInZone(limits.recordsInZone)), item: step.item, set: step.after?.key)
    }

    private mutating func askSize(of set: RecordSetKey, _ item: Int) {
        let members = after.members(of: set)
        if members.count > limits.recordsInSet, members.count > before.members(of: set).count {
            conflicts.add(.tooMany(.recordsInSet(limits.recordsInSet)), item: item, set: set)
            return
        }
        let octets = RecordSetSize.octets(of: members)
        guard octets > limits.octetsInSet, octets > RecordSetSize.octets(of: before.members(of: set)) else { return }
        conflicts.add(.tooMany(.octetsInSet(limits.octetsInSet, actual: octets)), item: item, set: set)
    }
}
