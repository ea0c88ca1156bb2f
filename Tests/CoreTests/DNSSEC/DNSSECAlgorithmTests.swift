import Testing

@testable import Core

@Suite("Numbers of algorithms and digests")
struct DNSSECAlgorithmTests {
    @Test(
        "Mnemonics and advice are those of IANA and RFC 8624 3.1",
        arguments: [
            (UInt8(1), "RSAMD5", AlgorithmAdvice.mustNot, AlgorithmAdvice.mustNot), (3, "DSA", .mustNot, .mustNot),
            (5, "RSASHA1", .notRecommended, .must), (6, "DSA-NSEC3-SHA1", .mustNot, .mustNot),
            (7, "RSASHA1-NSEC3-SHA1", .notRecommended, .must), (8, "RSASHA256", .must, .must),
            (10, "RSASHA512", .notRecommended, .must), (12, "ECC-GOST", .mustNot, .may),
            (13, "ECDSAP256SHA256", .must, .must), (14, "ECDSAP384SHA384", .may, .recommended),
            (15, "ED25519", .recommended, .recommended), (16, "ED448", .may, .recommended),
        ])
    func algorithms(number: UInt8, mnemonic: String, signing: AlgorithmAdvice, validation: AlgorithmAdvice) throws {
        let algorithm = DNSSECAlgorithm(number: number)
        #expect(algorithm.mnemonic == mnemonic)
        #expect(algorithm.signing == signing)
        #expect(algorithm.validation == validation)
        #expect(DNSSECAlgorithm(mnemonic.lowercased()) == algorithm)
        #expect(DNSSECAlgorithm(String(number)) == algorithm)
    }

    @Test(
        "Names and advice of digests are those of IANA and RFC 8624 3.3",
        arguments: [
            (UInt8(0), "NULL", nil, AlgorithmAdvice.mustNot, AlgorithmAdvice.mustNot),
            (1, "SHA-1", 20, .mustNot, .must),
            (2, "SHA-256", 32, .must, .must), (3, "GOST R 34.11-94", 32, .mustNot, .may),
            (4, "SHA-384", 48, .may, .recommended),
        ] as [(UInt8, String, Int?, AlgorithmAdvice, AlgorithmAdvice)])
    func digests(
        number: UInt8,
        name: String,
        octets: Int?,
        delegation: AlgorithmAdvice,
        validation: AlgorithmAdvice
    ) {
        let type = DSDigestType(number: number)
        #expect(type.mnemonic == name)
        #expect(type.octets == octets)
        #expect(type.delegation == delegation)
        #expect(type.validation == validation)
        #expect(DSDigestType(name.lowercased()) == type)
    }

    @Test("Zones are signed here with 8, 10, 13, 14 and 15 alone")
    func offered() {
        let offered = (0...255).map { DNSSECAlgorithm(number: UInt8($0)) }.filter(\.isOffered)
        #expect(offered.map(\.number) == [8, 10, 13, 14, 15])
        #expect(offered.allSatisfy { $0.signing != .mustNot && $0.canSignZones })
    }

    @Test(
        "Reserved numbers and those that are no zone's cannot sign",
        arguments: [UInt8(0), 2, 4, 9, 11, 123, 251, 252, 255])
    func reserved(number: UInt8) {
        #expect(!DNSSECAlgorithm(number: number).canSignZones)
    }

    @Test(
        "Numbers are read as decimal digits, and unknown ones have no name",
        arguments: ["", "256", "-1", "+8", "8 ", "x"])
    func refuses(text: String) {
        #expect(DNSSECAlgorithm(text) == nil)
        #expect(DSDigestType(text) == nil)
    }

    @Test("A number without a mnemonic is described by itself")
    func unassigned() {
        #expect(DNSSECAlgorithm(number: 99).description == "99")
        #expect(DSDigestType(number: 99).description == "99")
        #expect(DNSSECAlgorithm.ed25519.description == "ED25519")
        #expect(DNSSECAlgorithm.assigned.allSatisfy { $0.mnemonic != nil })
    }
}
