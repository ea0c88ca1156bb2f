/// A zone as the lint's rules look at it: the enabled records, found by name and type.
struct LintedZone: Sendable {
    let apex: DomainName
    let records: [StoredRecord]
    let cuts: Set<DomainName>
    let delegation: DelegationState?
    private let sets: [RecordSetKey: [StoredRecord]]
    /// The names that have records.
    private let owners: Set<DomainName>
    /// Names that exist without records of their own (RFC 8020, empty non-terminals).
    private let ancestors: Set<DomainName>

    init(apex: DomainName, records: [StoredRecord], cuts: [DomainName], delegation: DelegationState?) {
        self.apex = apex
        self.records = records.filter { !$0.isDisabled }
        self.cuts = Set(cuts)
        self.delegation = delegation
        sets = Dictionary(grouping: self.records, by: \.key)
        owners = Set(sets.keys.map(\.name))
        var ancestors: Set<DomainName> = []
        for name in owners where name.isBelow(apex) {
            var parent = name.parent
            while let above = parent, above.isBelow(apex), ancestors.insert(above).inserted { parent = above.parent }
        }
        self.ancestors = ancestors
    }

    /// The records of that name and type.
    func set(_ name: DomainName, _ type: RecordType) -> [StoredRecord] {
        sets[RecordSetKey(name: name, type: type)] ?? []
    }

    /// All records of that type.
    func all(_ type: RecordType) -> [StoredRecord] { records.filter { $0.type == type } }

    /// All records of that type whose content reads as `Data`.
    func all<Data: RecordData>(_ type: Data.Type) -> [(record: StoredRecord, data: Data)] {
        all(Data.type).compactMap { record in
            // Stored content is canonical; what does not read is no matter of the lint.
            guard let data = try? record.content.data() as? Data else { return nil }
            return (record, data)
        }
    }

    /// The NS records of the closest delegation at or above `name`, the apex left out.
    func delegation(over name: DomainName) -> [StoredRecord] {
        for above in name.selfAndAncestors {
            guard above.isBelow(apex) else { break }
            let servers = set(above, .ns)
            if !servers.isEmpty { return servers }
        }
        return []
    }

    /// What this zone says about the addresses of `name`.
    func addresses(of name: DomainName) -> Addresses {
        guard name.isAtOrBelow(apex) else { return .elsewhere }
        if isAnsweredElsewhere(name) { return hasAddress(name) ? .there : .elsewhere }
        guard let owner = answering(name) else { return .missing }
        if !set(owner, .cname).isEmpty { return .alias }
        return Self.addressTypes.contains { !set(owner, $0).isEmpty } ? .there : .missing
    }

    /// Whether anything answers for `name`, here or in another zone.
    func exists(_ name: DomainName) -> Bool {
        !name.isAtOrBelow(apex) || isAnsweredElsewhere(name) || ancestors.contains(name) || answering(name) != nil
    }

    private func isAnsweredElsewhere(_ name: DomainName) -> Bool {
        let above = name.selfAndAncestors.filter { $0.isAtOrBelow(apex) }
        if above.contains(where: cuts.contains) || !delegation(over: name).isEmpty { return true }
        return above.dropFirst().contains { !set($0, .dname).isEmpty }
    }

    /// Whose records answer for `name`: its own, or the wildcard's that stands in (RFC 4592 3.3.1).
    private func answering(_ name: DomainName) -> DomainName? {
        if owners.contains(name) { return name }
        guard !ancestors.contains(name) else { return nil }
        for above in name.selfAndAncestors.dropFirst() where above.isAtOrBelow(apex) {
            // A label of one octet always fits below a name that has a longer name below it.
            if let wildcard = try? above.prepending("*"), owners.contains(wildcard) { return wildcard }
            if above == apex || owners.contains(above) || ancestors.contains(above) { return nil }
        }
        return nil
    }

    enum Addresses: Equatable {
        /// There are addresses, or something that PowerDNS makes addresses of.
        case there
        /// The name is an alias.
        case alias
        case missing
        /// Another zone answers for the name.
        case elsewhere
    }

    func hasAddress(_ name: DomainName) -> Bool { !set(name, .a).isEmpty || !set(name, .aaaa).isEmpty }

    private static let addressTypes = [RecordType.a, .aaaa, ALIAS.type, LUA.type]
}
