/// The number of a DNSSEC signing algorithm (RFC 4034 A.1, the IANA registry "DNS Security Algorithm Numbers").
///
/// Any octet is a value: zones of others are read whatever they hold. What may be used is asked of the properties.
public struct DNSSECAlgorithm: Hashable, Sendable {
    public let number: UInt8

    public init(number: UInt8) {
        self.number = number
    }

    /// Reads a decimal number 0-255 or a mnemonic in any case; nil for anything else.
    public init?(_ text: String) {
        if let number = UInt8(decimal: text) {
            self.init(number: number)
            return
        }
        let wanted = text.prefix(32).uppercased()
        guard let row = Self.registry.first(where: { $0.mnemonic == wanted }) else { return nil }
        self.init(number: row.number)
    }

    /// The registry's mnemonic; nil for numbers that are unassigned or reserved.
    public var mnemonic: String? { row?.mnemonic }

    /// What RFC 8624 3.1 says of signing with it; nil where it says nothing.
    public var signing: AlgorithmAdvice? { row?.signing }

    /// What RFC 8624 3.1 says of validating it; nil where it says nothing.
    public var validation: AlgorithmAdvice? { row?.validation }

    /// Whether the number can stand in a DNSKEY of a zone: 0 (of CDS and CDNSKEY only, RFC 8078 4), 252 (no zone signing,
    /// RFC 4034 A.1) and the numbers that the registry reserves cannot.
    public var canSignZones: Bool {
        switch number {
        case 0, 2, 4, 9, 11, 123...252, 255: false
        default: true
        }
    }

    /// What a zone can be signed with here (`api.md` 9): 8, 10, 13, 14 and 15.
    public static let offered = [rsaSHA256, rsaSHA512, ecdsaP256, ecdsaP384, ed25519]

    public var isOffered: Bool { Self.offered.contains(self) }

    public static let rsaMD5 = DNSSECAlgorithm(number: 1)
    public static let dsa = DNSSECAlgorithm(number: 3)
    public static let rsaSHA1 = DNSSECAlgorithm(number: 5)
    public static let rsaSHA1NSEC3 = DNSSECAlgorithm(number: 7)
    public static let rsaSHA256 = DNSSECAlgorithm(number: 8)
    public static let rsaSHA512 = DNSSECAlgorithm(number: 10)
    public static let ecdsaP256 = DNSSECAlgorithm(number: 13)
    public static let ecdsaP384 = DNSSECAlgorithm(number: 14)
    public static let ed25519 = DNSSECAlgorithm(number: 15)
    public static let ed448 = DNSSECAlgorithm(number: 16)

    /// Every number that the registry gives a mnemonic.
    public static var assigned: [DNSSECAlgorithm] { registry.map { DNSSECAlgorithm(number: $0.number) } }

    /// The numbers of contents that are written by mnemonic, in upper case (RFC 4034 2.2).
    static let numbers = Dictionary(registry.map { ($0.mnemonic, $0.number) }, uniquingKeysWith: { first, _ in first })

    private var row: Row? { Self.registry.first { $0.number == number } }

    private struct Row {
        let number: UInt8
        let mnemonic: String
        let signing: AlgorithmAdvice?
        let validation: AlgorithmAdvice?

        init(_ number: UInt8, _ mnemonic: String, _ signing: AlgorithmAdvice?, _ validation: AlgorithmAdvice?) {
            self.number = number
            self.mnemonic = mnemonic
            self.signing = signing
            self.validation = validation
        }
    }

    /// Mnemonics after IANA, advice after the table of RFC 8624 3.1. (RFC 9905 has since moved signing with 5 and 7 to
    /// MUST NOT; neither may sign here in any case.)
    private static let registry: [Row] = [
        Row(1, "RSAMD5", .mustNot, .mustNot),
        Row(2, "DH", nil, nil),
        Row(3, "DSA", .mustNot, .mustNot),
        Row(5, "RSASHA1", .notRecommended, .must),
        Row(6, "DSA-NSEC3-SHA1", .mustNot, .mustNot),
        Row(7, "RSASHA1-NSEC3-SHA1", .notRecommended, .must),
        Row(8, "RSASHA256", .must, .must),
        Row(10, "RSASHA512", .notRecommended, .must),
        Row(12, "ECC-GOST", .mustNot, .may),
        Row(13, "ECDSAP256SHA256", .must, .must),
        Row(14, "ECDSAP384SHA384", .may, .recommended),
        Row(15, "ED25519", .recommended, .recommended),
        Row(16, "ED448", .may, .recommended),
        Row(17, "SM2SM3", nil, nil),
        Row(23, "ECC-GOST12", nil, nil),
        Row(252, "INDIRECT", nil, nil),
        Row(253, "PRIVATEDNS", nil, nil),
        Row(254, "PRIVATEOID", nil, nil),
    ]
}

extension DNSSECAlgorithm: CustomStringConvertible {
    /// The mnemonic, or the number where there is none.
    public var description: String { mnemonic ?? String(number) }
}

extension FixedWidthInteger {
    /// Reads decimal digits alone: no sign, no blanks, at most 20 of them.
    init?(decimal text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.count <= 20, text.utf8.allSatisfy(isDigit), let number = Self(text) else {
            return nil
        }
        self = number
    }
}
