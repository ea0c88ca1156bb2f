import Core

/// A zone that a judge writes records into, with the SOA and NS that every zone has.
struct VectorZone {
    let apex: DomainName
    private(set) var lastID = 0

    init(_ name: String) throws {
        apex = try DomainName(name)
    }

    /// The files write names in A-labels.
    static let refuseUnicode: IDNAConversion = { text throws(DomainNameError) in
        throw .notConvertible(text, reason: "the vectors' names are ASCII")
    }

    /// The SOA and NS of the apex.
    mutating func apexRecords() throws -> [StoredRecord] {
        [
            try record("@", "SOA", 3600, "ns1.example.net. hostmaster.example.net. 1 10800 3600 604800 3600"),
            try record("@", "NS", 3600, "ns1.example.net."),
        ]
    }

    /// A new record.
    mutating func record(_ name: String, _ type: String, _ ttl: Int, _ content: String) throws -> StoredRecord {
        guard let type = RecordType(type) else { throw VectorZoneFault.unsupportedType(type) }
        guard let ttl = UInt32(exactly: ttl) else { throw VectorZoneFault.badTTL(ttl) }
        lastID += 1
        let octets = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: lastID >> $0) }
        let owner = name.isEmpty ? "@" : name
        return StoredRecord(
            id: Identifier(bytes: [UInt8](repeating: 0, count: 8) + octets) ?? .zero,
            name: try DomainName(owner: owner, in: apex, toASCII: Self.refuseUnicode),
            content: try RecordContent(type: type, text: content, zone: apex),
            ttl: ttl,
            createdAt: Timestamp(seconds: 0),
            updatedAt: Timestamp(seconds: 0)
        )
    }
}

/// Why a row's record cannot be a record of ours.
enum VectorZoneFault: Error, Equatable {
    case unsupportedType(String)
    case badTTL(Int)
}
