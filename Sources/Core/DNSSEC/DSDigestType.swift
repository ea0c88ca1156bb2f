/// The number of a DS record's digest type (RFC 4034 A.2, the IANA registry "DS RR Type Digest Algorithms").
public struct DSDigestType: Hashable, Sendable {
    public let number: UInt8

    public init(number: UInt8) {
        self.number = number
    }

    /// Reads a decimal number 0-255 or the registry's name in any case; nil for anything else.
    public init?(_ text: String) {
        if let number = UInt8(decimal: text) {
            self.init(number: number)
            return
        }
        let wanted = text.prefix(32).uppercased()
        guard let row = Self.registry.first(where: { $0.name == wanted }) else { return nil }
        self.init(number: row.number)
    }

    /// SHA-1 (RFC 4034): compared with, never published.
    public static let sha1 = DSDigestType(number: 1)
    /// SHA-256 (RFC 4509).
    public static let sha256 = DSDigestType(number: 2)
    /// SHA-384 (RFC 6605).
    public static let sha384 = DSDigestType(number: 4)

    /// The types that are computed here.
    public static let computed = [sha1, sha256, sha384]

    /// The types that are shown and published: RFC 8624 3.3 forbids SHA-1 for delegation.
    public static let published = [sha256, sha384]

    /// The registry's name; nil for unassigned numbers.
    public var mnemonic: String? { row?.name }

    /// Octets of a digest of this type; nil where the length is not known.
    public var octets: Int? { row?.octets }

    /// What RFC 8624 3.3 says of delegating with it; nil where it says nothing.
    public var delegation: AlgorithmAdvice? { row?.delegation }

    /// What RFC 8624 3.3 says of validating it; nil where it says nothing.
    public var validation: AlgorithmAdvice? { row?.validation }

    private var row: Row? { Self.registry.first { $0.number == number } }

    private struct Row {
        let number: UInt8
        let name: String
        let octets: Int?
        let delegation: AlgorithmAdvice?
        let validation: AlgorithmAdvice?

        init(
            _ number: UInt8,
            _ name: String,
            octets: Int?,
            _ delegation: AlgorithmAdvice?,
            _ validation: AlgorithmAdvice?
        ) {
            self.number = number
            self.name = name
            self.octets = octets
            self.delegation = delegation
            self.validation = validation
        }
    }

    /// Names and lengths after IANA, advice after the table of RFC 8624 3.3. Type 0 stands in the CDS that deletes alone.
    private static let registry: [Row] = [
        Row(0, "NULL", octets: nil, .mustNot, .mustNot),
        Row(1, "SHA-1", octets: 20, .mustNot, .must),
        Row(2, "SHA-256", octets: 32, .must, .must),
        Row(3, "GOST R 34.11-94", octets: 32, .mustNot, .may),
        Row(4, "SHA-384", octets: 48, .may, .recommended),
        Row(5, "GOST R 34.11-2012", octets: 32, nil, nil),
        Row(6, "SM3", octets: 32, nil, nil),
    ]
}

extension DSDigestType: CustomStringConvertible {
    /// The name, or the number where there is none.
    public var description: String { mnemonic ?? String(number) }
}
