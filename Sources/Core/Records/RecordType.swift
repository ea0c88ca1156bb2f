/// A resource record type: its mnemonic and its number (RFC 1035 3.2.2, the IANA registry).
public struct RecordType: Hashable, Sendable, CustomStringConvertible {
    /// The mnemonic in upper case.
    public let name: String
    public let code: UInt16

    public init(_ name: String, code: UInt16) {
        self.name = name
        self.code = code
    }

    public var description: String { name }

    /// The type of that mnemonic, in any case; nil when records of it cannot be written here.
    public init?(_ text: String) {
        guard let type = RecordContent.formats[text.uppercased()]?.type else { return nil }
        self = type
    }

    /// Every type whose records can be stored, by name.
    public static var supported: [RecordType] {
        RecordContent.formats.values.map { $0.type }.sorted { $0.name < $1.name }
    }
}

extension RecordType {
    public static let a = RecordType("A", code: 1)
    public static let ns = RecordType("NS", code: 2)
    public static let cname = RecordType("CNAME", code: 5)
    public static let soa = RecordType("SOA", code: 6)
    public static let ptr = RecordType("PTR", code: 12)
    public static let mx = RecordType("MX", code: 15)
    public static let txt = RecordType("TXT", code: 16)
    public static let aaaa = RecordType("AAAA", code: 28)
    public static let srv = RecordType("SRV", code: 33)
    public static let caa = RecordType("CAA", code: 257)
}
