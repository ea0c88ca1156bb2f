extension ZoneState {
    /// The smallest change set that makes `other` of this state, but for ids, times and the SOA's serial.
    ///
    /// A record is known by name, type and content, or by its id within one set; what is known keeps its id, and a
    /// difference in content, TTL, comment or whether it is disabled is an update. New records come with the ids that they
    /// have in `other`. SOA, apex NS and system records are compared for the platform only; of SOA, which neither comes nor
    /// goes, only where both states have one. The items are in canonical order.
    public func changes(to other: ZoneState, by writer: ChangeSet.Writer = .caller) -> ChangeSet {
        var items: [ChangeSet.Item] = []
        let names = NameIndex(Set(self.names).union(other.names)).names
        for name in names {
            let ours = records(at: name).filter { isComparable($0, by: writer) }
            let theirs = other.records(at: name).filter { isComparable($0, by: writer) }
            guard ours != theirs else { continue }
            items += Self.items(from: ours, to: theirs)
        }
        return ChangeSet(items, by: writer)
    }

    /// Whether both have the same records, but for ids, times and the SOA's serial.
    public func hasSameRecords(as other: ZoneState) -> Bool {
        names == other.names
            && names.allSatisfy { name in
                let ours = records(at: name).map(\.comparedContent).sorted()
                return ours == other.records(at: name).map(\.comparedContent).sorted()
            }
    }

    private func isComparable(_ record: StoredRecord, by writer: ChangeSet.Writer) -> Bool {
        guard writer == .caller else { return true }
        return !record.isSystem && record.type != .soa && !(record.type == .ns && record.name == apex)
    }

    /// One name's items; both lists are in order.
    private static func items(from ours: [StoredRecord], to theirs: [StoredRecord]) -> [ChangeSet.Item] {
        var byKey = Dictionary(grouping: ours) { RecordIdentity($0) }.mapValues { $0.reversed().map(\.self) }
        var pairs: [(before: StoredRecord, after: StoredRecord)] = []
        var unmatched: [StoredRecord] = []
        for record in theirs {
            if let before = byKey[RecordIdentity(record)]?.popLast() {
                pairs.append((before, record))
            } else {
                unmatched.append(record)
            }
        }
        var byID = Dictionary(
            byKey.values.joined().map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var items: [ChangeSet.Item] = []
        for record in unmatched {
            if let before = byID[record.id], before.type == record.type {
                byID[record.id] = nil
                pairs.append((before, record))
            } else if record.type != .soa {
                items.append(.create(record))
            }
        }
        let deleted = byID.values.filter { $0.type != .soa }.inZoneOrder(\.self).map { ChangeSet.Item.delete($0.id) }
        let updated = pairs.map { ($0.before, $0.after.adopting($0.before).keepingSerial(of: $0.before)) }
            .filter { !$0.0.isSame(as: $0.1) }
            .inZoneOrder(\.1)
            .map { ChangeSet.Item.update($0.1) }
        return deleted + updated + items
    }
}

/// What makes a record the same one in two states: its content, of an SOA just that it is one.
private struct RecordIdentity: Hashable {
    let type: RecordType
    let content: RecordContent?

    init(_ record: StoredRecord) {
        type = record.type
        content = record.type == .soa ? nil : record.content
    }
}

extension StoredRecord {
    /// Everything that is compared, in an order that ends with the smallest differences.
    fileprivate var comparedContent: ComparedRecord {
        ComparedRecord(
            type: type.name,
            content: keepingSerial(0).content.text,
            rest: "\(ttl) \(isDisabled) \(comment ?? "\u{0}")"
        )
    }

    /// An SOA with the serial of `other`; any other record as it is.
    fileprivate func keepingSerial(of other: StoredRecord) -> StoredRecord {
        guard let serial = other.soa?.serial else { return self }
        return keepingSerial(serial)
    }

    /// An SOA with that serial; any other record, and content that cannot be read, as it is.
    private func keepingSerial(_ serial: UInt32) -> StoredRecord {
        guard let soa else { return self }
        var record = self
        record.content = SOA(soa, serial: serial).content
        return record
    }
}

private struct ComparedRecord: Comparable {
    let type: String
    let content: String
    let rest: String

    static func < (left: ComparedRecord, right: ComparedRecord) -> Bool {
        (left.type, left.content, left.rest) < (right.type, right.content, right.rest)
    }
}
