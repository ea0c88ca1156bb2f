/// What comes next in a signed zone by the hash of its name, and which types a name has (RFC 5155 3).
struct NSEC3: RecordData {
    static let type = RecordType("NSEC3", code: 50)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Next hashed name of a signed zone; made by the signer"
    static let reference = "RFC 5155 3"
    static let examples = RecordExamples(
        valid: [
            (
                "1 1 12 AABBCCDD 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR MX DNSKEY NS SOA NSEC3PARAM RRSIG",
                "1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr NS SOA MX RRSIG DNSKEY NSEC3PARAM"
            ),
            ("2 0 0 - 00======", "2 0 0 - 00"),
        ],
        invalid: [
            ("1 1 12 - alkmaao A", "NSEC3 next hash must have 20 octets for hash algorithm 1, got \"4 octets\""),
            ("2 1 12 - w", "NSEC3 next hash must be base32hex, got \"w\""),
            ("1 1 12 a 00", "NSEC3 salt must be at most 255 octets in hexadecimal, or - for none, got \"a\""),
        ],
        wire: [
            (
                "1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr A RRSIG",
                "0101000c04aabbccdd14174eb2409fe28bcb4887a1836f957f0a8425e27b" + "000640000000000" + "2"
            )
        ]
    )

    let hashing: HashParameters
    /// 1 to 255 octets.
    let nextHash: [UInt8]
    let types: TypeBitmap

    init(from fields: inout FieldReader) throws(RecordContentError) {
        hashing = try HashParameters(from: &fields)
        let token = try fields.token("next hash")
        guard let nextHash = Base32Hex.decoded(token), (1...255).contains(nextHash.count) else {
            throw fields.refusal("next hash", "must be base32hex", got: String(decoding: token, as: UTF8.self))
        }
        guard hashing.algorithm != 1 || nextHash.count == Self.lengthOfSHA1 else {
            throw fields.refusal(
                "next hash",
                "must have \(Self.lengthOfSHA1) octets for hash algorithm 1",
                got: "\(nextHash.count) octets"
            )
        }
        self.nextHash = nextHash
        types = try TypeBitmap(from: &fields)
    }

    func write(to fields: inout FieldWriter) {
        hashing.write(to: &fields)
        fields.word(String(decoding: Base32Hex.encoded(nextHash), as: UTF8.self))
        types.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        hashing = try HashParameters(wire: &wire)
        nextHash = try wire.string()
        guard hashing.algorithm == 1 ? nextHash.count == Self.lengthOfSHA1 : !nextHash.isEmpty else {
            throw wire.badField("next hashed owner name")
        }
        types = try TypeBitmap(wire: &wire)
    }

    func write(to wire: inout WireWriter) {
        hashing.write(to: &wire)
        wire.string(nextHash)
        types.write(to: &wire)
    }

    private static let lengthOfSHA1 = 20
}
