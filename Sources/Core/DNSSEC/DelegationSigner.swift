/// The fields of a DS record (RFC 4034 5.1); a CDS record has the same (RFC 7344 3.1).
///
/// ```
/// 55648 13 2 b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17
/// ```
public struct DelegationSigner: Hashable, Sendable {
    public let keyTag: UInt16
    public let algorithm: DNSSECAlgorithm
    public let digestType: DSDigestType
    /// At most 65,531 octets, as many as a record holds.
    public let digest: [UInt8]

    public init(keyTag: UInt16, algorithm: DNSSECAlgorithm, digestType: DSDigestType, digest: [UInt8]) {
        self.keyTag = keyTag
        self.algorithm = algorithm
        self.digestType = digestType
        self.digest = Array(digest.prefix(65_531))
    }

    /// Reads presentation format (RFC 4034 5.3): key tag, algorithm and digest type (number or mnemonic), and the digest
    /// in hex, which may hold blanks. Nil for anything else, and for a digest whose length does not fit its type.
    public init?(_ text: String) {
        guard text.utf8.count <= 262_144 else { return nil }
        let words = text.split(maxSplits: 3, omittingEmptySubsequences: true) { $0 == " " || $0 == "\t" }
        guard words.count == 4, let tag = UInt16(decimal: words[0]), let algorithm = DNSSECAlgorithm(String(words[1])),
            let type = DSDigestType(String(words[2])), let digest = Self.octets(hex: words[3].utf8),
            digest.count <= 65_531, type.octets == nil || type.octets == digest.count
        else { return nil }
        self.init(keyTag: tag, algorithm: algorithm, digestType: type, digest: digest)
    }

    /// Reads the data of a DS record from the wire; nil for fewer than five octets and for a digest whose length does not
    /// fit its type.
    public init?(wire: [UInt8]) {
        guard wire.count > 4, wire.count <= 65_535 else { return nil }
        let type = DSDigestType(number: wire[3])
        guard type.octets == nil || type.octets == wire.count - 4 else { return nil }
        self.init(
            keyTag: UInt16(wire[0]) << 8 | UInt16(wire[1]),
            algorithm: DNSSECAlgorithm(number: wire[2]),
            digestType: type,
            digest: Array(wire[4...])
        )
    }

    /// The record's data on the wire.
    public var wire: [UInt8] {
        [UInt8(keyTag >> 8), UInt8(keyTag & 0xFF), algorithm.number, digestType.number] + digest
    }

    /// The digest in upper-case hex, as the API and registries write it.
    public var hexDigest: String {
        let digits = digest.flatMap { [hexadecimalDigit($0 >> 4), hexadecimalDigit($0 & 15)] }
        return String(decoding: digits, as: UTF8.self).uppercased()
    }

    /// Presentation format in one line; in lower case, the canonical form of a record's content.
    public var text: String { "\(keyTag) \(algorithm.number) \(digestType.number) \(hexDigest.lowercased())" }

    /// Whether this is the DS of `key` at `owner`, by any digest type that is computed here. The key tag and algorithm
    /// count too: validators look for the key by them (RFC 4035 5.2).
    public func belongs(to key: PublicSigningKey, at owner: DomainName) -> Bool {
        guard algorithm == key.algorithm, keyTag == key.keyTag else { return false }
        return key.delegationSigner(at: owner, digestType: digestType)?.digest == digest
    }

    /// Reads hex, blanks left out; nil for an odd number of digits, for none, and for anything else.
    static func octets(hex text: some Sequence<UInt8>) -> [UInt8]? {
        var octets: [UInt8] = []
        var high: UInt8?
        for character in text where character != UInt8(ascii: " ") && character != UInt8(ascii: "\t") {
            guard let digit = hexadecimalValue(character) else { return nil }
            if let first = high {
                octets.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return high == nil && !octets.isEmpty ? octets : nil
    }
}

extension DelegationSigner: CustomStringConvertible {
    public var description: String { text }
}
