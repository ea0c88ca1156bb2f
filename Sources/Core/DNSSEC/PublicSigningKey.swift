/// The public half of a signing key: the fields of a DNSKEY record (RFC 4034 2.1).
///
/// ```
/// 257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==
/// ```
public struct PublicSigningKey: Hashable, Sendable {
    public let flags: UInt16
    /// Always 3 in a key that validators take (RFC 4034 2.1.2).
    public let protocolNumber: UInt8
    public let algorithm: DNSSECAlgorithm
    /// The key itself in the algorithm's own form, at most ``maximumOctets`` octets.
    public let publicKey: [UInt8]

    /// What fits into a record's 65,535 octets after flags, protocol and algorithm.
    public static let maximumOctets = 65_531

    /// Nil for a key that no record could hold.
    public init?(flags: UInt16, protocolNumber: UInt8 = 3, algorithm: DNSSECAlgorithm, publicKey: [UInt8]) {
        guard publicKey.count <= Self.maximumOctets else { return nil }
        self.flags = flags
        self.protocolNumber = protocolNumber
        self.algorithm = algorithm
        self.publicKey = publicKey
    }

    /// Reads presentation format (RFC 4034 2.2): three numbers, the algorithm also as a mnemonic, and the key in base64,
    /// which may hold blanks. Nil for anything else.
    public init?(_ text: String) {
        // Base64 of the longest key has 87,376 characters; blanks may be twice as many.
        guard text.utf8.count <= 262_144 else { return nil }
        let words = text.split(maxSplits: 3, omittingEmptySubsequences: true) { $0 == " " || $0 == "\t" }
        guard words.count == 4, let flags = UInt16(decimal: words[0]), let number = UInt8(decimal: words[1]),
            let algorithm = DNSSECAlgorithm(String(words[2])),
            let key = Base64.decoded(words[3].utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }),
            !key.isEmpty
        else { return nil }
        self.init(flags: flags, protocolNumber: number, algorithm: algorithm, publicKey: key)
    }

    /// Whether the key may verify signatures over records of the zone (flag bit 7, RFC 4034 2.1.1).
    public var isZoneKey: Bool { flags & 0x0100 != 0 }

    /// Whether it is meant to be pointed at by a DS: a KSK or a CSK (flag bit 15, RFC 4034 2.1.1).
    public var isSecureEntryPoint: Bool { flags & 0x0001 != 0 }

    /// Whether it says of itself that it is no longer to be trusted (flag bit 8, RFC 5011 2.1).
    public var isRevoked: Bool { flags & 0x0080 != 0 }

    /// The record's data on the wire, 4 to 65,535 octets.
    public var wire: [UInt8] {
        [UInt8(flags >> 8), UInt8(flags & 0xFF), protocolNumber, algorithm.number] + publicKey
    }

    /// Presentation format in one line.
    public var text: String {
        "\(flags) \(protocolNumber) \(algorithm.number) \(String(decoding: Base64.encoded(publicKey), as: UTF8.self))"
    }
}

extension PublicSigningKey: CustomStringConvertible {
    public var description: String { text }
}
