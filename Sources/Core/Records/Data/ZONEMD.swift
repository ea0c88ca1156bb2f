/// A digest of the whole zone (RFC 8976 2).
struct ZONEMD: RecordData {
    static let type = RecordType("ZONEMD", code: 63)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Digest of the whole zone; made by who publishes it"
    static let reference = "RFC 8976 2"
    static let examples = RecordExamples(
        valid: [
            ("2018031900 1 240 E2D5 23F654B9422A96C5 A8F44607BB", "2018031900 1 240 e2d523f654b9422a96c5a8f44607bb")
        ],
        invalid: [
            ("1 1 1 e2d5", "ZONEMD digest must have 48 octets for hash algorithm 1, got \"2 octets\""),
            ("1 256 1 00", "ZONEMD scheme must be 0-255, got \"256\""),
            ("1 1 1", "ZONEMD digest is missing"),
        ],
        wire: [("1 1 240 e2d5", "0000000101f0e2d5")]
    )

    let serial: UInt32
    /// 1 is SIMPLE.
    let scheme: UInt8
    /// 1 is SHA-384, 2 SHA-512.
    let algorithm: UInt8
    /// At least one octet.
    let digest: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        serial = try fields.number("serial")
        scheme = try fields.number("scheme")
        algorithm = try fields.number("hash algorithm")
        digest = try fields.hexadecimal("digest", octets: Self.lengths[algorithm], for: "hash algorithm \(algorithm)")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(serial)
        fields.number(scheme)
        fields.number(algorithm)
        fields.hexadecimal(digest)
    }

    init(wire: inout WireReader) throws(WireError) {
        serial = try wire.number32()
        scheme = try wire.number8()
        algorithm = try wire.number8()
        digest = try wire.rest(octets: Self.lengths[algorithm], of: "digest")
    }

    func write(to wire: inout WireWriter) {
        wire.number32(serial)
        wire.number8(scheme)
        wire.number8(algorithm)
        wire.octets(digest)
    }

    /// SHA-384 and SHA-512 (RFC 8976 2.2.3); others are taken as they are.
    private static let lengths: [UInt8: Int] = [1: 48, 2: 64]
}
