import Core

/// A zone as PowerDNS has it.
struct PowerDNSZone: Sendable, Equatable {
    /// The id of the domain that made it there; nil for zones that others made.
    let owner: Identifier?
    /// 0 while the SOA is disabled.
    let serial: Int64
    /// Empty unless the sets were asked for.
    let sets: [PowerDNSSet]
}

/// A record set as it goes to PowerDNS and comes back. No records: the set is emptied.
struct PowerDNSSet: Sendable, Equatable {
    let key: RecordSetKey
    /// Seconds.
    let ttl: UInt32
    /// Canonical contents.
    let contents: [String]
    /// True for the SOA of a zone that is out of service: PowerDNS then answers REFUSED for all of it.
    let isDisabled: Bool

    /// The set made of `records`, which all belong to `key`; the TTL is theirs.
    init(_ key: RecordSetKey, records: [StoredRecord]) {
        self.init(key, ttl: records.first?.ttl ?? 0, contents: records.map(\.content.text), isDisabled: false)
    }

    init(_ key: RecordSetKey, ttl: UInt32, contents: [String], isDisabled: Bool) {
        self.key = key
        self.ttl = ttl
        self.contents = contents
        self.isDisabled = isDisabled
    }

    /// About how many octets the set takes in a request.
    var wireSize: Int { contents.reduce(200 + key.name.wire.count) { $0 + $1.utf8.count + 40 } }

    /// An SOA set with another serial, in or out of service.
    func soa(serial: Int64, isDisabled: Bool) -> PowerDNSSet {
        let contents = contents.map { content in
            var words = content.split(separator: " ").map(String.init)
            if words.count == 7 { words[2] = String(serial) }
            return words.joined(separator: " ")
        }
        return PowerDNSSet(key, ttl: ttl, contents: contents, isDisabled: isDisabled)
    }
}
