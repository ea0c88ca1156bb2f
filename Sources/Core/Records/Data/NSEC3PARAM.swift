/// How the names of a signed zone are hashed (RFC 5155 4).
struct NSEC3PARAM: RecordData {
    static let type = RecordType("NSEC3PARAM", code: 51)
    static let use = RecordUse.zoneFileOnly
    static let summary = "How a signed zone hashes its names; made by the signer"
    static let reference = "RFC 5155 4"
    static let examples = RecordExamples(
        valid: [("1 0 12 AABBCCDD", "1 0 12 aabbccdd"), ("1 0 0 -", "1 0 0 -")],
        invalid: [
            ("1 0 65536 -", "NSEC3PARAM iterations must be 0-65535, got \"65536\""),
            ("1 0 0", "NSEC3PARAM salt is missing"),
        ],
        wire: [("1 0 12 aabbccdd", "0100000c04aabbccdd"), ("1 0 0 -", "0100000000")]
    )

    let hashing: HashParameters

    init(from fields: inout FieldReader) throws(RecordContentError) {
        hashing = try HashParameters(from: &fields)
    }

    func write(to fields: inout FieldWriter) {
        hashing.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        hashing = try HashParameters(wire: &wire)
    }

    func write(to wire: inout WireWriter) {
        hashing.write(to: &wire)
    }
}
