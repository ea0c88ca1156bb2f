/// What somebody wants to become of a zone's records, all at once: the order of the items has no meaning but for TTLs.
public struct ChangeSet: Equatable, Sendable {
    /// One wish.
    public enum Item: Equatable, Sendable {
        /// A new record, with its new id.
        case create(StoredRecord)
        /// The record of that id, as it is to be; name and type stay.
        case update(StoredRecord)
        case delete(Identifier)
        /// The whole set: members that carry the id or the content of one that is there change it, the others are new, and
        /// what is not among them goes. No members: the set goes, if it is there.
        case replace(RecordSetKey, with: [StoredRecord])
        /// Fields of the zone's SOA, edited at that time.
        case editSOA(SOAEdit, at: Timestamp)
    }

    /// Who writes.
    public enum Writer: Equatable, Sendable {
        /// Somebody who may write records.
        case caller
        /// ScaiDNS itself, which also writes the apex NS and delegations.
        case platform
    }

    public var items: [Item]
    public var writer: Writer

    public init(_ items: [Item] = [], by writer: Writer = .caller) {
        self.items = items
        self.writer = writer
    }

    public var isEmpty: Bool { items.isEmpty }

    /// How many records the items name.
    var recordCount: Int {
        items.reduce(0) { sum, item in
            if case .replace(_, let members) = item { sum + max(1, members.count) } else { sum + 1 }
        }
    }
}
