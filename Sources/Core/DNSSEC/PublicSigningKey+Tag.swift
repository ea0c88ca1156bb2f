internal import Crypto

extension PublicSigningKey {
    /// The key tag (RFC 4034 appendix B): a sum over the record's data that points at the key without being unique.
    public var keyTag: UInt16 {
        if algorithm == .rsaMD5 { return Self.rsaMD5Tag(of: publicKey) }
        var sum: UInt32 = 0
        // At most 65,535 octets of at most 0xFF00 each: the sum stays below 2^32.
        for (index, octet) in wire.enumerated() {
            sum += index % 2 == 0 ? UInt32(octet) << 8 : UInt32(octet)
        }
        sum += sum >> 16 & 0xFFFF
        return UInt16(truncatingIfNeeded: sum)
    }

    /// The most significant 16 of the modulus's least significant 24 bits (RFC 4034 B.1); the modulus ends the key. 0 for
    /// a key that is too short for it.
    private static func rsaMD5Tag(of key: [UInt8]) -> UInt16 {
        guard key.count >= 3 else { return 0 }
        return UInt16(key[key.count - 3]) << 8 | UInt16(key[key.count - 2])
    }

    /// The DS of this key at `owner`: the digest over the owner's canonical wire form and the record's data (RFC 4034
    /// 5.1.4, RFC 4509 2.1, RFC 6605 2). Nil for a digest type that is not computed here.
    public func delegationSigner(at owner: DomainName, digestType: DSDigestType) -> DelegationSigner? {
        let octets = owner.wire + wire
        let digest: [UInt8]
        switch digestType {
        case .sha1: digest = Array(Insecure.SHA1.hash(data: octets))
        case .sha256: digest = Array(SHA256.hash(data: octets))
        case .sha384: digest = Array(SHA384.hash(data: octets))
        default: return nil
        }
        return DelegationSigner(keyTag: keyTag, algorithm: algorithm, digestType: digestType, digest: digest)
    }

    /// The DS records to hand to the parent: one for each digest type that is published, SHA-256 first.
    public func delegationSigners(at owner: DomainName) -> [DelegationSigner] {
        DSDigestType.published.compactMap { delegationSigner(at: owner, digestType: $0) }
    }
}
