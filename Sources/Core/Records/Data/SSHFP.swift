/// The fingerprint of an SSH host key (RFC 4255 3.1; lengths by type after RFC 4255 and RFC 6594).
struct SSHFP: RecordData {
    static let type = RecordType("SSHFP", code: 44)
    static let summary = "Fingerprint of an SSH host key"
    static let reference = "RFC 4255 3.1, RFC 6594, RFC 7479"
    static let examples = RecordExamples(
        valid: [
            (
                "4 2 A87F1B687AC0E57D2A081A2F282672334D90ED316D2B818CA9580EA384D92401",
                "4 2 a87f1b687ac0e57d2a081a2f282672334d90ed316d2b818ca9580ea384d92401"
            ),
            ("2 1 123456789abcdef67890123456789abcdef67890", "2 1 123456789abcdef67890123456789abcdef67890"),
        ],
        invalid: [
            ("4 2 a87f1b68", "SSHFP fingerprint must have 32 octets for type 2, got \"4 octets\""),
            ("4 1 a87f1b6", "SSHFP fingerprint must be an even number of hexadecimal digits, got \"a87f1b6\""),
            ("x 1 00", "SSHFP algorithm must be 0-255, got \"x\""),
        ],
        wire: [("2 1 123456789abcdef67890123456789abcdef67890", "0201123456789abcdef67890123456789abcdef67890")]
    )

    let algorithm: UInt8
    let fingerprintType: UInt8
    /// At least one octet.
    let fingerprint: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        algorithm = try fields.number("algorithm")
        fingerprintType = try fields.number("type")
        fingerprint = try fields.hexadecimal(
            "fingerprint", octets: Self.lengths[fingerprintType], for: "type \(fingerprintType)")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(algorithm)
        fields.number(fingerprintType)
        fields.hexadecimal(fingerprint)
    }

    init(wire: inout WireReader) throws(WireError) {
        algorithm = try wire.number8()
        fingerprintType = try wire.number8()
        fingerprint = try wire.rest(octets: Self.lengths[fingerprintType], of: "SSHFP fingerprint")
    }

    func write(to wire: inout WireWriter) {
        wire.number8(algorithm)
        wire.number8(fingerprintType)
        wire.octets(fingerprint)
    }

    /// SHA-1 and SHA-256; other types are taken as they are.
    private static let lengths: [UInt8: Int] = [1: 20, 2: 32]
}
