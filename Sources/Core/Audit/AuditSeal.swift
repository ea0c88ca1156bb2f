internal import Crypto

/// What chains audit entries together (`operations.md` 6): HMAC-SHA256 over the previous seal, followed by the RFC 8785
/// form of the entry, 32 octets.
///
/// Who can write to the database but lacks the key cannot forge an entry, nor take one out unseen.
public struct AuditSeal: Hashable, Sendable {
    /// 32 octets.
    public let octets: [UInt8]

    /// What stands before the first entry: 32 zeros.
    public static let head = AuditSeal(checked: [UInt8](repeating: 0, count: 32))

    /// The seal of `entry`, which has its `seq` and not its seal; ids as text, timestamps as ``Timestamp/sealedText``.
    public init(of entry: JSONValue, after previous: AuditSeal, key: AuditSealKey) {
        var code = HMAC<SHA256>(key: SymmetricKey(data: key.octets))
        code.update(data: previous.octets)
        code.update(data: entry.canonicalOctets)
        octets = Array(code.finalize())
    }

    /// Takes a seal that was kept: exactly 32 octets; nil otherwise.
    public init?(octets: [UInt8]) {
        guard octets.count == 32 else { return nil }
        self.octets = octets
    }

    private init(checked octets: [UInt8]) {
        self.octets = octets
    }

    /// 64 hexadecimal digits in lower case.
    public var text: String { lowercaseHex(octets) }
}

/// The key that audit entries are sealed with.
public struct AuditSealKey: Sendable {
    let octets: [UInt8]

    /// The setting `AUDIT_SEAL_KEY`, taken as it is.
    public init(_ octets: [UInt8]) {
        self.octets = octets
    }

    /// What holds where that setting is missing: HKDF-SHA256 (RFC 5869, without salt) of `API_KEY_PEPPER`, info
    /// `scaidns audit seal`, 32 octets.
    public init(pepper: [UInt8]) {
        // One block is all that is needed: extract, then expand once (RFC 5869 2.2, 2.3).
        let extracted = HMAC<SHA256>.authenticationCode(for: pepper, using: SymmetricKey(data: AuditSeal.head.octets))
        let block = Array("scaidns audit seal".utf8) + [1]
        octets = Array(HMAC<SHA256>.authenticationCode(for: block, using: SymmetricKey(data: Array(extracted))))
    }

    /// By which a changed key is told apart from a broken chain: the first 8 hexadecimal digits of the key's SHA-256.
    public var id: String { String(lowercaseHex(SHA256.hash(data: octets)).prefix(8)) }
}

extension JSONValue {
    /// SHA-256 over the canonical form, 64 hexadecimal digits in lower case: a plan's `plan_hash` (`api.md` 6).
    public var canonicalHash: String { lowercaseHex(SHA256.hash(data: canonicalOctets)) }
}

extension Timestamp {
    /// RFC 3339 in UTC with six decimals, as seals have it: `2026-11-24T05:20:22.000123Z`.
    public var sealedText: String {
        let remainder = microseconds % 1_000_000
        let digits = String(remainder < 0 ? remainder + 1_000_000 : remainder)
        let padding = String(repeating: "0", count: max(0, 6 - digits.count))
        return description.dropLast() + "." + padding + digits + "Z"
    }
}

private func lowercaseHex(_ octets: some Sequence<UInt8>) -> String {
    octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
