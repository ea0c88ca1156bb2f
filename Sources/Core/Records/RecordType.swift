/// A resource record type: its mnemonic and its number (RFC 1035 3.2.2, the IANA registry).
public struct RecordType: Hashable, Sendable, CustomStringConvertible {
    /// The mnemonic in upper case; `TYPE62347` for a type without one here (RFC 3597 5).
    public let name: String
    public let code: UInt16

    init(_ name: String, code: UInt16) {
        self.name = name
        self.code = code
    }

    public static func == (left: RecordType, right: RecordType) -> Bool { left.code == right.code }

    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    public var description: String { name }

    /// The type of that mnemonic, in any case; nil when records of it cannot be stored here.
    public init?(_ text: String) {
        guard let type = RecordFormats.types[text.uppercased()], type.use.isStorable else { return nil }
        self = type
    }

    /// The type of that mnemonic or of that `TYPE62347`, in any case, whether or not it can be stored; nil for others.
    public init?(masterFile text: String) {
        let word = text.uppercased()
        if let type = RecordFormats.types[word] {
            self = type
        } else if word.hasPrefix("TYPE"), let number = FieldReader.number(word.utf8.dropFirst(4)),
            let code = UInt16(exactly: number)
        {
            self.init(code: code)
        } else {
            return nil
        }
    }

    /// The type of that number.
    public init(code: UInt16) {
        self = RecordFormats.typesByCode[code] ?? RecordType("TYPE\(code)", code: code)
    }

    /// Who may write records of the type, and where they are taken.
    public var use: RecordUse { RecordFormats.byCode[code]?.use ?? .zoneFileOnly }

    /// Every type whose records can be stored, by name.
    public static var supported: [RecordType] {
        RecordFormats.storable.values.map { $0.type }.sorted { $0.name < $1.name }
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
    public static let dname = RecordType("DNAME", code: 39)
    public static let ds = RecordType("DS", code: 43)
    public static let caa = RecordType("CAA", code: 257)
}
