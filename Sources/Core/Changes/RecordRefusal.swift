/// Why a record may not be written.
public enum RecordRefusal: Error, Equatable, Sendable {
    /// The name does not lie in the zone.
    case outsideZone(DomainName, zone: DomainName)
    /// SOA, apex NS and what else ScaiDNS writes are written by ScaiDNS alone.
    case systemRecord(RecordSetKey)
    /// The zone has its one SOA from its beginning to its end; only fields of it are edited.
    case soaStays
    /// Records of the type are shown where they are, and not written.
    case readOnly(RecordType)
    /// Records of the type stand at the apex only.
    case apexOnly(RecordType)
    /// The TTL is over 2147483647 seconds (RFC 2181 8).
    case badTTL(UInt32)
    /// The records in the way, and which rule puts them there; at most 1,000, in canonical order.
    case conflict(CoexistenceRule, with: [Identifier])
    /// The name lies at or below another zone that is held here.
    case belowZoneCut(DomainName)
    /// The set, the zone or the change would grow over its limit.
    case tooMany(ZoneLimit)
    /// The zone has no such record.
    case unknownRecord(Identifier)
    /// The record's name and type stay what they are: another one is another record.
    case otherSet(Identifier, RecordSetKey)
    /// The change says twice what is to become of one record, or makes it with an id that is taken.
    case namedTwice(Identifier)
    /// The change says twice what a set is to be.
    case replacedTwice(RecordSetKey)
    /// A member of the new set belongs to another one.
    case strayMember(RecordSetKey, of: RecordSetKey)

    /// How many ids a conflict lists at most.
    public static let mostListed = 1000

    /// A sentence for people.
    public var message: String {
        switch self {
        case .outsideZone(let name, let zone):
            "\(name.text) does not lie in the zone \(zone.text): give a relative name, or one that ends in \(zone.text)."
        case .systemRecord(let set): "The \(set.type.name) record of \(set.name.text) is written by ScaiDNS itself."
        case .soaStays: "The zone's SOA is neither created nor deleted: edit its fields in the zone's settings."
        case .readOnly(let type):
            "Records of the obsolete type \(type.name) can be deleted, but not written: publish the same text as TXT."
        case .apexOnly(let type): "\(type.name) records stand at the zone's apex only."
        case .badTTL(let ttl): "A TTL must be 0-\(StoredRecord.ttls.upperBound) seconds, got \(ttl)."
        case .conflict(let rule, _): "Record conflicts with existing entries: \(rule.message)"
        case .belowZoneCut(let cut):
            "\(cut.text) is a zone of its own: only its delegation (NS, DS) and glue can stand here."
        case .tooMany(let limit): limit.message
        case .unknownRecord(let id): "The zone has no record \(id.text)."
        case .otherSet(let id, let set):
            "The record \(id.text) is \(set.type.name) of \(set.name.text): create another to change name or type."
        case .namedTwice(let id): "The record \(id.text) stands twice in the change."
        case .replacedTwice(let set): "The set \(set.name.text) \(set.type.name) is replaced twice in the change."
        case .strayMember(let stray, let set):
            "\(stray.name.text) \(stray.type.name) is no member of the set \(set.name.text) \(set.type.name)."
        }
    }
}

/// A limit that a change would overstep, with its figure (`domain.md` 9).
public enum ZoneLimit: Equatable, Sendable {
    case recordsInZone(Int)
    case recordsInSet(Int)
    /// A set's limit in octets, and how many it would have.
    case octetsInSet(Int, actual: Int)
    case recordsInChange(Int)

    /// A sentence for people.
    public var message: String {
        switch self {
        case .recordsInZone(let most): "A zone can have at most \(most) records."
        case .recordsInSet(let most): "A record set can have at most \(most) records."
        case .octetsInSet(let most, let actual):
            "A record set can have at most \(most) octets on the wire, this one has \(actual)."
        case .recordsInChange(let most): "One change can touch at most \(most) records."
        }
    }
}
