import Testing

@testable import Core

@Suite("Public signing keys")
struct PublicSigningKeyTests {
    @Test("The samples of the RFCs have the key tag and the DS that stand there", arguments: SigningKeySample.all)
    func samples(sample: SigningKeySample) throws {
        let key = try #require(PublicSigningKey(sample.key))
        let signer = try #require(DelegationSigner(sample.signer))
        let owner = try DomainName(sample.owner)
        #expect(key.text == sample.key)
        #expect(key.keyTag == sample.keyTag)
        #expect(key.delegationSigner(at: owner, digestType: signer.digestType) == signer)
        #expect(signer.belongs(to: key, at: owner))
        #expect(throws: Never.self) { try key.requireSound() }
    }

    @Test(
        "The key tag of algorithm 1 is taken from the modulus, 0 where there is none (RFC 4034 B.1)",
        arguments: [
            ([1, 3, 0xAA, 0xBB, 0xCC, 0xDD], 0xBBCC), ([0xBB, 0xCC, 0xDD], 0xBBCC), ([1, 2], 0),
            ([], 0),
        ] as [([UInt8], UInt16)])
    func firstAlgorithm(octets: [UInt8], tag: UInt16) throws {
        let key = try #require(PublicSigningKey(flags: 257, algorithm: .rsaMD5, publicKey: octets))
        #expect(key.keyTag == tag)
    }

    @Test(
        "The key tag's sum folds its carry, and takes a key of odd length and the longest one",
        arguments: [
            // 0101 + 030D = 040E, FFFF on top: 1040D, folded 040E.
            ([0xFF, 0xFF], 0x040E), ([0x10], 0x140E), ([], 0x040E),
        ] as [([UInt8], UInt16)])
    func carry(octets: [UInt8], tag: UInt16) throws {
        let key = try #require(PublicSigningKey(flags: 257, algorithm: .ecdsaP256, publicKey: octets))
        #expect(key.keyTag == tag)
    }

    @Test("A key that no record could hold is none")
    func longest() throws {
        let longest = [UInt8](repeating: 0xFF, count: PublicSigningKey.maximumOctets)
        #expect(
            try #require(PublicSigningKey(flags: 257, algorithm: .rsaSHA256, publicKey: longest)).wire.count == 65_535)
        #expect(PublicSigningKey(flags: 257, algorithm: .rsaSHA256, publicKey: longest + [0]) == nil)
    }

    @Test(
        "Presentation format is read with mnemonics and blanks",
        arguments: [
            (
                "257 3 ED25519 l02Woi0iS8Aa25FQkUd9 RMzZHJpBoRQwAQEX1SxZJA4=",
                "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4="
            ),
            ("0 3 0 AA==", "0 3 0 AA=="),
        ])
    func reads(text: String, canonical: String) {
        #expect(PublicSigningKey(text)?.text == canonical)
    }

    @Test(
        "What is no key is not read",
        arguments: [
            "", "257", "257 3", "257 3 13", "257 3 13 ", "65536 3 13 AA==", "257 256 13 AA==", "257 3 256 AA==",
            "257 3 NOSUCH AA==", "+257 3 13 AA==", "257 3 13 A", "257 3 13 AA=", "257 3 13 A===", "257 3 13 AA==AA==",
            "257 3 13 Ä", "-1 3 13 AA==",
        ])
    func refuses(text: String) {
        #expect(PublicSigningKey(text) == nil)
    }

    @Test(
        "Flags say what a key may do",
        arguments: [
            (UInt16(257), true, true, false), (256, true, false, false), (385, true, true, true),
            (1, false, true, false),
            (0, false, false, false),
        ])
    func flags(flags: UInt16, isZoneKey: Bool, isSecureEntryPoint: Bool, isRevoked: Bool) throws {
        let key = try #require(PublicSigningKey(flags: flags, algorithm: .ed25519, publicKey: [1]))
        #expect(key.isZoneKey == isZoneKey)
        #expect(key.isSecureEntryPoint == isSecureEntryPoint)
        #expect(key.isRevoked == isRevoked)
    }

    @Test("The owner's case does not change the DS")
    func canonicalOwner() throws {
        let key = try PublicSigningKey.sample(7)
        let one = key.delegationSigner(at: try DomainName("EXAMPLE.org"), digestType: .sha256)
        #expect(one == key.delegationSigner(at: try DomainName("example.org."), digestType: .sha256))
    }

    @Test("SHA-256 and SHA-384 are handed to the parent, SHA-1 is not")
    func published() throws {
        let signers = try PublicSigningKey.sample(7).delegationSigners(at: try DomainName("example.org."))
        #expect(signers.map(\.digestType) == [.sha256, .sha384])
    }

    @Test("A digest type that is not computed here has no DS", arguments: [UInt8(0), 3, 5, 6, 255])
    func otherDigests(number: UInt8) throws {
        let owner = try DomainName("example.org.")
        #expect(
            try PublicSigningKey.sample(7).delegationSigner(at: owner, digestType: DSDigestType(number: number)) == nil)
    }
}

@Suite("The form of public keys")
struct SigningKeyFormTests {
    @Test(
        "Each algorithm's key has its length (RFC 6605, 8080, 5933)",
        arguments: [
            (UInt8(13), 64), (14, 96), (15, 32), (16, 57), (12, 64), (17, 64), (23, 64),
        ])
    func lengths(algorithm: UInt8, octets: Int) throws {
        for count in [octets - 1, octets, octets + 1] {
            let key = try #require(
                PublicSigningKey(
                    flags: 257,
                    algorithm: DNSSECAlgorithm(number: algorithm),
                    publicKey: [UInt8](repeating: 1, count: count)
                )
            )
            let fault = count == octets ? nil : SigningKeyFault.length(octets: count, expected: octets)
            #expect(Self.fault(of: key) == fault)
        }
    }

    @Test(
        "An RSA key has an exponent and a modulus without leading zeros, of the bits allowed (RFC 3110, 5702)",
        arguments: [
            (UInt8(8), keyOctets(exponent: [1, 0, 1], modulusOctets: 256), nil),
            (8, [0, 0, 3, 1, 0, 1] + [UInt8](repeating: 0x81, count: 256), nil),
            (8, keyOctets(exponent: [3], modulusOctets: 64), nil),
            (8, keyOctets(exponent: [3], modulusOctets: 64, first: 0x7F), .modulus(bits: 511, allowed: 512...4096)),
            (8, keyOctets(exponent: [3], modulusOctets: 512), nil),
            (8, keyOctets(exponent: [3], modulusOctets: 513, first: 1), .modulus(bits: 4097, allowed: 512...4096)),
            (10, keyOctets(exponent: [3], modulusOctets: 128), nil),
            (10, keyOctets(exponent: [3], modulusOctets: 127), .modulus(bits: 1016, allowed: 1024...4096)),
            (8, keyOctets(exponent: [0, 1], modulusOctets: 128), .leadingZero),
            (8, keyOctets(exponent: [1], modulusOctets: 128, first: 0), .leadingZero),
            (8, [0, 0, 0] + [UInt8](repeating: 1, count: 128), .leadingZero),
            (8, [], .empty), (8, [0], .truncated), (8, [0, 1], .truncated), (8, [0, 0xFF, 0xFF, 1], .truncated),
            (8, [255, 1], .truncated), (8, [1, 3], .truncated), (5, [3, 1, 0, 1], .truncated), (7, [1], .truncated),
        ] as [(UInt8, [UInt8], SigningKeyFault?)])
    func rsa(algorithm: UInt8, octets: [UInt8], fault: SigningKeyFault?) throws {
        let key = try #require(
            PublicSigningKey(flags: 256, algorithm: DNSSECAlgorithm(number: algorithm), publicKey: octets)
        )
        #expect(Self.fault(of: key) == fault)
    }

    @Test("The bits of an RSA modulus are counted from its first one")
    func bits() throws {
        let octets = keyOctets(exponent: [1, 0, 1], modulusOctets: 256, first: 0x40)
        #expect(PublicSigningKey(flags: 256, algorithm: .rsaSHA256, publicKey: octets)?.modulusBits == 2047)
        #expect(PublicSigningKey(flags: 256, algorithm: .ed25519, publicKey: octets)?.modulusBits == nil)
    }

    @Test(
        "Protocol, flags and algorithm must be those that validators take",
        arguments: [
            (UInt16(257), UInt8(2), UInt8(15), SigningKeyFault.wrongProtocol(2)),
            (1, 3, 15, .notAZoneKey),
            (257, 3, 0, .algorithm(DNSSECAlgorithm(number: 0))),
            (257, 3, 252, .algorithm(DNSSECAlgorithm(number: 252))),
        ])
    func fields(flags: UInt16, version: UInt8, algorithm: UInt8, fault: SigningKeyFault) throws {
        let key = try #require(
            PublicSigningKey(
                flags: flags,
                protocolNumber: version,
                algorithm: DNSSECAlgorithm(number: algorithm),
                publicKey: [UInt8](repeating: 1, count: 32)
            )
        )
        #expect(throws: fault) { try key.requireSound() }
        #expect(fault.message.hasSuffix("."))
    }

    private static func fault(of key: PublicSigningKey) -> SigningKeyFault? {
        do throws(SigningKeyFault) {
            try key.requireSoundKey()
            return nil
        } catch {
            return error
        }
    }
}

/// The octets of an RSA key (RFC 3110 2) with a short exponent.
private func keyOctets(exponent: [UInt8], modulusOctets: Int, first: UInt8 = 0x80) -> [UInt8] {
    [UInt8(exponent.count)] + exponent + [first] + [UInt8](repeating: 1, count: modulusOctets - 1)
}
