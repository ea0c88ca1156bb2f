/// A resource record as it came from the network (RFC 1035 3.2.1).
public struct WireRecord: Hashable, Sendable {
    public let owner: DomainName
    public let type: WireType
    /// 1 is IN.
    public let recordClass: UInt16
    /// Seconds, 0 to 2^31 - 1; a larger number on the wire is 0 (RFC 2181 8).
    public let ttl: UInt32
    /// The data; in the types whose names may come compressed (RFC 3597 4), a record that was read has them written out in
    /// lower case.
    public let data: [UInt8]

    public init(owner: DomainName, type: WireType, recordClass: UInt16 = 1, ttl: UInt32, data: [UInt8]) {
        self.owner = owner
        self.type = type
        self.recordClass = recordClass
        self.ttl = ttl > 0x7FFF_FFFF ? 0 : ttl
        self.data = data
    }
}

extension WireRecord {
    /// Reads one record; OPT is read like any other.
    init(from reader: inout WireReader) throws(WireError) {
        owner = try reader.name()
        type = WireType(rawValue: try reader.number16())
        recordClass = try reader.number16()
        let time = try reader.number32()
        ttl = type != .opt && time > 0x7FFF_FFFF ? 0 : time
        let length = Int(try reader.number16())
        var part = try reader.part(length, followsPointers: true)
        data = try Self.data(of: type, from: &part)
        try part.end()
    }
}

extension WireRecord {
    /// The address of an A or AAAA record; nil for another type or a wrong length.
    public var address: IPAddress? {
        switch type {
        case .a: IPAddress.V4(octets: data).map(IPAddress.v4)
        case .aaaa: IPAddress.V6(octets: data).map(IPAddress.v6)
        default: nil
        }
    }

    /// The name that an NS, CNAME, PTR or DNAME record points to; nil for another type.
    public var target: DomainName? {
        switch type {
        case .ns, .cname, .ptr, .dname: try? DomainName(wire: data)  // broken data point nowhere
        default: nil
        }
    }

    /// The strings of a TXT record joined, at most 65,535 octets; nil for another type or broken data.
    public var joinedText: [UInt8]? {
        guard type == .txt, !data.isEmpty else { return nil }
        var text: [UInt8] = []
        var index = 0
        while index < data.count {
            let end = index + 1 + Int(data[index])
            guard end <= data.count else { return nil }
            text.append(contentsOf: data[(index + 1)..<end])
            index = end
        }
        return text
    }

    /// The fields of an SOA record; nil for another type.
    public var startOfAuthority: WireStartOfAuthority? {
        guard type == .soa else { return nil }
        return try? WireStartOfAuthority(data: data)  // broken data are no SOA
    }
}

/// The fields of an SOA record (RFC 1035 3.3.13); times in seconds.
public struct WireStartOfAuthority: Hashable, Sendable {
    public let primary: DomainName
    public let responsible: DomainName
    public let serial: UInt32
    public let refresh: UInt32
    public let retry: UInt32
    public let expire: UInt32
    public let minimum: UInt32

    /// `data` is the record's data, without compression.
    init(data: [UInt8]) throws(WireError) {
        var reader = WireReader(data)
        primary = try reader.name()
        responsible = try reader.name()
        serial = try reader.number32()
        refresh = try reader.number32()
        retry = try reader.number32()
        expire = try reader.number32()
        minimum = try reader.number32()
    }
}
