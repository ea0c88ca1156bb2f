/// How large a zone, its record sets and one change of it may grow (`domain.md` 9, the configuration's `limits.*`).
public struct ZoneLimits: Equatable, Sendable {
    /// Records of a zone, the disabled ones included.
    public var recordsInZone: Int
    /// Records of one name and type, the disabled ones included.
    public var recordsInSet: Int
    /// What the served members of one set take in an answer, in octets; see ``RecordSetSize``.
    public var octetsInSet: Int
    /// Records that one change creates, updates or deletes.
    public var recordsInChange: Int

    public static let standard = ZoneLimits(
        recordsInZone: 100_000,
        recordsInSet: 1000,
        octetsInSet: 64_000,
        recordsInChange: 10_000
    )

    public init(recordsInZone: Int, recordsInSet: Int, octetsInSet: Int, recordsInChange: Int) {
        self.recordsInZone = recordsInZone
        self.recordsInSet = recordsInSet
        self.octetsInSet = octetsInSet
        self.recordsInChange = recordsInChange
    }
}

/// What a record set takes in an answer.
///
/// A message has at most 65,535 octets (RFC 1035 4.2.2). Of these 1,535 are left for the header, the question, EDNS, the
/// head of the first record and an RRSIG; the rest is what the set may take: all RDATA, and of each further record its
/// head of 12 octets (a pointer to the owner's name, type, class, TTL and length: RFC 1035 4.1.3, 4.1.4).
enum RecordSetSize {
    static let head = 12

    /// Octets of the set with these members, of which the disabled ones are not served.
    static func octets(of members: [StoredRecord]) -> Int {
        let served = members.filter { !$0.isDisabled }
        return served.reduce(max(0, served.count - 1) * head) { $0 + $1.content.wireLength }
    }
}

extension RecordContent {
    /// Octets of the RDATA; for stored text that this version does not read, those of the text.
    var wireLength: Int {
        // What cannot be read is as long as it looks: it was checked when it was stored.
        (try? wire().count) ?? text.utf8.count
    }
}
