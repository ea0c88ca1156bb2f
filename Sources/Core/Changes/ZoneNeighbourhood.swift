/// What a zone holds around one name: enough to decide about a record there.
public struct ZoneNeighbourhood: Equatable, Sendable {
    /// How many records one set may have (`domain.md` 9).
    public static let recordsInSet = 1000

    public let zone: DomainName
    /// The zones that are held here and lie below this one.
    public let cuts: [DomainName]
    /// The records at the name, the NS sets above it, and (for a new delegation) everything below it.
    public let records: [StoredRecord]

    public init(zone: DomainName, cuts: [DomainName], records: [StoredRecord]) {
        self.zone = zone
        self.cuts = cuts
        self.records = records
    }

    /// Refuses what is not the caller's to write: names outside, SOA, apex NS.
    func requireOrdinary(_ record: StoredRecord) throws(RecordRefusal) {
        guard record.name.isAtOrBelow(zone) else { throw .outsideZone(record.name, zone: zone) }
        let isApexNS = record.type == .ns && record.name == zone
        guard record.type != .soa, !isApexNS, !record.isSystem else { throw .systemRecord(record.type) }
    }

    /// Refuses what cannot stand beside the records that are there. A disabled record collides with its own double only.
    func requireCoexistence(of record: StoredRecord) throws(RecordRefusal) {
        let others = records.filter { $0.id != record.id }
        let members = others.filter { $0.key == record.key }
        let doubles = members.filter { $0.content == record.content }
        guard doubles.isEmpty else { throw .conflict("the same record is there already.", with: doubles.map(\.id)) }
        guard members.count < Self.recordsInSet else {
            throw .tooMany("A record set can have at most \(Self.recordsInSet) records.")
        }
        guard !record.isDisabled else { return }
        let live = others.filter { !$0.isDisabled }
        try requireAlias(record, among: live.filter { $0.name == record.name })
        try requireAboveCuts(record)
        try requireDelegation(record, among: live)
    }

    /// A CNAME stands alone at its name (RFC 1034 3.6.2), and so never at the apex.
    private func requireAlias(_ record: StoredRecord, among sameName: [StoredRecord]) throws(RecordRefusal) {
        if record.type == .cname {
            guard record.name != zone else {
                throw .conflict(
                    "a CNAME cannot stand at the zone's apex, beside its SOA and NS.",
                    with: sameName.map(\.id)
                )
            }
            guard sameName.isEmpty else {
                throw .conflict("a CNAME cannot stand beside other records of its name.", with: sameName.map(\.id))
            }
        }
        let aliases = sameName.filter { $0.type == .cname }
        guard aliases.isEmpty else {
            throw .conflict("nothing can stand beside the CNAME of that name.", with: aliases.map(\.id))
        }
    }

    /// Below a zone of its own only the delegation and glue have a meaning (RFC 1034 4.2.1).
    private func requireAboveCuts(_ record: StoredRecord) throws(RecordRefusal) {
        for cut in cuts where record.name.isAtOrBelow(cut) && !isDelegationOrGlue(record, cut: cut) {
            throw .belowZoneCut(cut)
        }
    }

    private func requireDelegation(_ record: StoredRecord, among live: [StoredRecord]) throws(RecordRefusal) {
        let above = live.filter { $0.type == .ns && $0.name != zone && record.name.isAtOrBelow($0.name) }
        for delegation in above where !isDelegationOrGlue(record, cut: delegation.name) {
            let members = above.filter { $0.name == delegation.name }
            throw .conflict(
                "\(delegation.name.text) is delegated; only glue can stand at and below it.",
                with: members.map(\.id)
            )
        }
        guard record.type == .ns, record.name != zone else { return }
        let hidden = live.filter {
            $0.name.isAtOrBelow(record.name) && !isDelegationOrGlue($0, cut: record.name)
        }
        guard hidden.isEmpty else {
            throw .conflict("the delegation would hide what stands at and below it.", with: hidden.map(\.id))
        }
    }

    private func isDelegationOrGlue(_ record: StoredRecord, cut: DomainName) -> Bool {
        switch record.type {
        case .ns: record.name == cut
        case .a, .aaaa: true
        default: record.name == cut && record.type.name == "DS"
        }
    }
}
