/// What DS and CDS hold (RFC 4034 5.1): which key, and its digest in a length that fits.
struct KeyDigest: Equatable, Sendable {
    let keyTag: UInt16
    let algorithm: UInt8
    let digestType: UInt8
    /// At least one octet.
    let digest: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        keyTag = try fields.number("key tag")
        algorithm = try fields.mnemonic("algorithm", from: DNSSECAlgorithm.numbers)
        digestType = try fields.number("digest type")
        digest = try fields.hexadecimal(
            "digest", octets: DSDigestType(number: digestType).octets, for: "digest type \(digestType)")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(keyTag)
        fields.number(algorithm)
        fields.number(digestType)
        fields.hexadecimal(digest)
    }

    init(wire: inout WireReader) throws(WireError) {
        keyTag = try wire.number16()
        algorithm = try wire.number8()
        digestType = try wire.number8()
        digest = try wire.rest(octets: DSDigestType(number: digestType).octets, of: "digest")
    }

    func write(to wire: inout WireWriter) {
        wire.number16(keyTag)
        wire.number8(algorithm)
        wire.number8(digestType)
        wire.octets(digest)
    }

    /// The form by which a zone asks for no DS (RFC 8078 4).
    var isDeletion: Bool { keyTag == 0 && algorithm == 0 && digestType == 0 && digest == [0] }
}
