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
            let algorithm = DNSSECAlgorithm(String(words[2])), let key = Self.octets(base64: words[3].utf8)
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
        "\(flags) \(protocolNumber) \(algorithm.number) \(Self.base64(publicKey))"
    }
}

extension PublicSigningKey: CustomStringConvertible {
    public var description: String { text }
}

extension PublicSigningKey {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Base64 with padding (RFC 4648 4), without line breaks.
    static func base64(_ octets: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((octets.count + 2) / 3 * 4)
        var index = 0
        while index < octets.count {
            let group = octets[index..<min(index + 3, octets.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let digit = Int(bits >> UInt32(18 - 6 * place)) & 63
                text.append(place <= group.count ? alphabet[digit] : UInt8(ascii: "="))
            }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads base64 (RFC 4648 4), blanks left out, padding required; nil for anything else, nothing included.
    static func octets(base64 text: some Sequence<UInt8>) -> [UInt8]? {
        var octets: [UInt8] = []
        var (bits, digits, padding) = (UInt32(0), 0, 0)
        for character in text where character != UInt8(ascii: " ") && character != UInt8(ascii: "\t") {
            if character == UInt8(ascii: "=") {
                padding += 1
                guard padding <= 2 else { return nil }
                continue
            }
            guard padding == 0, let value = base64Value(character) else { return nil }
            bits = (bits << 6 | value) & 0xFFFFFF
            digits += 1
            guard digits % 4 == 0 else { continue }
            octets += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
        }
        switch (digits % 4, padding) {
        case (0, 0): break
        // Bits beyond the last octet must be zero, so that equal keys have one text.
        case (2, 2) where bits & 0xF == 0: octets.append(UInt8(bits >> 4 & 0xFF))
        case (3, 1) where bits & 0x3 == 0: octets += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)]
        default: return nil
        }
        return octets.isEmpty ? nil : octets
    }

    private static func base64Value(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
