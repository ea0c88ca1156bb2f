/// A zone at one moment: its records, found by id, by name and by subtree.
///
/// It may hold a part of the zone only, the surroundings of what is to change; ``recordsElsewhere`` then counts the rest.
/// Names and ids are found in O(1), subtrees in O(log n); a copy shares everything until it changes.
public struct ZoneState: Sendable {
    /// The zone's name.
    public let apex: DomainName
    /// The zones that are held here and lie below this one (`domain.md` 1.3).
    public let cuts: Set<DomainName>
    /// How many records the zone has beside those here.
    public let recordsElsewhere: Int

    /// The records by name, each list in the order of ``StoredRecord/precedes(_:)`` and never empty.
    private var nodes: [DomainName: [StoredRecord]] = [:]
    private var byID: [Identifier: StoredRecord] = [:]
    private var index = NameIndex([])
    /// The names below the apex that have an NS which is served: the zone ends there (RFC 1034 4.2.1).
    private(set) var delegations: Set<DomainName> = []
    /// The names that have a DNAME which is served: nothing stands below them (RFC 6672 2.3).
    private(set) var redirections: Set<DomainName> = []
    /// How many NS that are served name the host: its addresses are glue below a delegation (RFC 9471 2).
    private var servers: [DomainName: Int] = [:]

    /// Of several records with one id the last one counts. `recordCount` is how many the zone has in all, when `records` are
    /// a part of them.
    public init(
        apex: DomainName,
        cuts: Set<DomainName> = [],
        records: some Sequence<StoredRecord>,
        recordCount: Int? = nil
    ) {
        self.apex = apex
        self.cuts = cuts
        var unique: [Identifier: StoredRecord] = [:]
        for record in records { unique[record.id] = record }
        recordsElsewhere = max(0, (recordCount ?? 0) - unique.count)
        put(Dictionary(grouping: unique.values, by: \.name))
    }

    /// How many records the zone has, wherever they are.
    public var recordCount: Int { byID.count + recordsElsewhere }

    /// All records here, by name in canonical order, type, content and id.
    public var records: [StoredRecord] { index.names.flatMap { records(at: $0) } }

    /// The records of a name, by type, content and id.
    public func records(at name: DomainName) -> [StoredRecord] { nodes[name] ?? [] }

    /// The records of a name and of all names below it, by name in canonical order, type, content and id.
    public func records(atOrBelow name: DomainName) -> some Sequence<StoredRecord> {
        index.names(atOrBelow: name).lazy.flatMap { records(at: $0) }
    }

    /// The members of a set, by content and id.
    public func members(of set: RecordSetKey) -> [StoredRecord] {
        records(at: set.name).filter { $0.type == set.type }
    }

    /// The record of that id.
    public func record(_ id: Identifier) -> StoredRecord? { byID[id] }

    /// All names that have records, in canonical order.
    var names: [DomainName] { index.names }

    /// Whether an NS that is served names the host.
    func isServer(_ name: DomainName) -> Bool { servers[name, default: 0] > 0 }

    /// Puts these records in place of all that stood at their names; an empty list empties a name.
    mutating func put(_ lists: [DomainName: [StoredRecord]]) {
        var added: [DomainName] = []
        var removed: Set<DomainName> = []
        for name in lists.keys {
            for record in records(at: name) {
                byID[record.id] = nil
                count(record, by: -1)
            }
        }
        for (name, list) in lists {
            let isThere = nodes[name] != nil
            nodes[name] = list.isEmpty ? nil : list.sorted { $0.precedes($1) }
            if isThere, list.isEmpty { removed.insert(name) }
            if !isThere, !list.isEmpty { added.append(name) }
            for record in list {
                byID[record.id] = record
                count(record, by: 1)
            }
            mark(&delegations, name, name != apex && list.contains { $0.type == .ns && !$0.isDisabled })
            mark(&redirections, name, list.contains { $0.type == .dname && !$0.isDisabled })
        }
        index.change(adding: added, removing: removed)
    }

    private func mark(_ names: inout Set<DomainName>, _ name: DomainName, _ isMember: Bool) {
        if isMember { names.insert(name) } else { names.remove(name) }
    }

    private mutating func count(_ record: StoredRecord, by difference: Int) {
        guard let server = record.servedNameServer else { return }
        let sum = servers[server, default: 0] + difference
        servers[server] = sum > 0 ? sum : nil
    }
}

extension StoredRecord {
    /// The order within a name: by type, content and id.
    func precedes(_ other: StoredRecord) -> Bool {
        if type != other.type { return type.name < other.type.name }
        if content.text != other.content.text { return content.text < other.content.text }
        return id.bytes.lexicographicallyPrecedes(other.id.bytes)
    }

    /// The host that this record names as a server, when it is an NS that is served.
    var servedNameServer: DomainName? {
        guard type == .ns, !isDisabled else { return nil }
        // A stored content is canonical: the target of an NS is a name.
        return try? DomainName(content.text)
    }
}

extension ZoneState: Equatable {
    /// The same records with the same ids, in the same zone.
    public static func == (left: ZoneState, right: ZoneState) -> Bool {
        left.apex == right.apex && left.cuts == right.cuts && left.recordsElsewhere == right.recordsElsewhere
            && left.nodes == right.nodes
    }
}
