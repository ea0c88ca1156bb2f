/// What is wrong with the form of a public key.
public enum SigningKeyFault: Error, Equatable, Sendable {
    /// The protocol field is not 3 (RFC 4034 2.1.2).
    case wrongProtocol(UInt8)
    /// The zone-key flag is missing: validators would ignore the key (RFC 4034 2.1.1).
    case notAZoneKey
    /// The algorithm number cannot stand in a DNSKEY of a zone.
    case algorithm(DNSSECAlgorithm)
    /// The algorithm's keys have another length.
    case length(octets: Int, expected: Int)
    /// An RSA key ends within its exponent, or has no modulus (RFC 3110 2).
    case truncated
    /// The exponent or modulus of an RSA key is empty, or begins with a zero octet (RFC 3110 2).
    case leadingZero
    /// The modulus has too few or too many bits (RFC 3110 2, RFC 5702 2.1 and 2.2).
    case modulus(bits: Int, allowed: ClosedRange<Int>)
    /// There is no key at all.
    case empty

    /// One sentence for people.
    public var message: String {
        switch self {
        case .wrongProtocol(let number): "The protocol must be 3, got \(number)."
        case .notAZoneKey: "The flags must be 256 or 257: without the zone-key bit validators ignore the key."
        case .algorithm(let algorithm): "Algorithm \(algorithm) cannot sign zones."
        case .length(let octets, let expected): "The public key must have \(expected) octets, got \(octets)."
        case .truncated: "The RSA key ends before its modulus."
        case .leadingZero: "The exponent and the modulus of an RSA key must not begin with a zero octet."
        case .modulus(let bits, let allowed):
            "The RSA modulus must have \(allowed.lowerBound) to \(allowed.upperBound) bits, got \(bits)."
        case .empty: "The public key is missing."
        }
    }
}

extension PublicSigningKey {
    /// Checks the fields that validators look at, and the form of the key by its algorithm.
    ///
    /// - Throws: ``SigningKeyFault``
    public func requireSound() throws(SigningKeyFault) {
        guard protocolNumber == 3 else { throw .wrongProtocol(protocolNumber) }
        guard isZoneKey else { throw .notAZoneKey }
        guard algorithm.canSignZones else { throw .algorithm(algorithm) }
        try requireSoundKey()
    }

    /// Checks the form of the key alone: RSA after RFC 3110, 64 octets for P-256 and 96 for P-384 (RFC 6605 4), 32 for
    /// Ed25519 and 57 for Ed448 (RFC 8080 3), 64 for GOST (RFC 5933 2, RFC 9558) and SM2 (RFC 9563). Keys of other
    /// algorithms only have to be there.
    ///
    /// - Throws: ``SigningKeyFault``
    public func requireSoundKey() throws(SigningKeyFault) {
        guard !publicKey.isEmpty else { throw .empty }
        switch algorithm.number {
        // RFC 3110 2 limits the modulus to 4096 bits; RFC 5702 asks for 512 and 1024 at least.
        case 1, 5, 7, 8: try requireRSA(bits: 512...4096)
        case 10: try requireRSA(bits: 1024...4096)
        case 12, 13, 17, 23: try requireOctets(64)
        case 14: try requireOctets(96)
        case 15: try requireOctets(32)
        case 16: try requireOctets(57)
        default: return
        }
    }

    /// The bits of an RSA modulus; nil for other algorithms and for keys without RSA's form.
    public var modulusBits: Int? {
        guard [1, 5, 7, 8, 10].contains(algorithm.number), let parts = rsaParts, let first = parts.modulus.first else {
            return nil
        }
        return parts.modulus.count * 8 - first.leadingZeroBitCount
    }

    private func requireOctets(_ expected: Int) throws(SigningKeyFault) {
        guard publicKey.count == expected else { throw .length(octets: publicKey.count, expected: expected) }
    }

    private func requireRSA(bits allowed: ClosedRange<Int>) throws(SigningKeyFault) {
        guard let parts = rsaParts else { throw .truncated }
        // RFC 3110 2: leading zero octets are prohibited in exponent and modulus.
        guard let exponent = parts.exponent.first, let modulus = parts.modulus.first, exponent != 0, modulus != 0 else {
            throw .leadingZero
        }
        let bits = parts.modulus.count * 8 - modulus.leadingZeroBitCount
        guard allowed.contains(bits) else { throw .modulus(bits: bits, allowed: allowed) }
    }

    /// Exponent and modulus (RFC 3110 2): the exponent's length stands before it in one octet, or in two after a zero.
    private var rsaParts: (exponent: ArraySlice<UInt8>, modulus: ArraySlice<UInt8>)? {
        guard let first = publicKey.first else { return nil }
        var (start, length) = (1, Int(first))
        if first == 0 {
            guard publicKey.count >= 3 else { return nil }
            (start, length) = (3, Int(publicKey[1]) << 8 | Int(publicKey[2]))
        }
        guard publicKey.count > start + length else { return nil }
        return (publicKey[start..<(start + length)], publicKey[(start + length)...])
    }
}
