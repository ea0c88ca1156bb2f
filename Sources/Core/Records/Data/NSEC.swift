/// What comes next in a signed zone, and which types a name has (RFC 4034 4.1).
struct NSEC: RecordData {
    static let type = RecordType("NSEC", code: 47)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Next name of a signed zone; made by the signer"
    static let reference = "RFC 4034 4.1"
    static let examples = RecordExamples(
        valid: [
            (
                "Host.example.com. TYPE1234 A MX RRSIG nsec",
                "host.example.com. A MX RRSIG NSEC TYPE1234"
            ),
            (".", "."),
        ],
        invalid: [
            (
                "host.example.com. A NOTYPE",
                "NSEC types must be record types such as A, or TYPE0-TYPE65535, got \"NOTYPE\""
            ),
            ("", "NSEC next name is missing"),
        ],
        wire: [
            // RFC 4034 4.3.
            (
                "host.example.com. A MX RRSIG NSEC TYPE1234",
                "04686f7374076578616d706c6503636f6d000006400100000003041b" + String(repeating: "00", count: 26) + "20"
            )
        ]
    )

    let next: DomainName
    let types: TypeBitmap

    init(from fields: inout FieldReader) throws(RecordContentError) {
        next = try fields.name("next name")
        types = try TypeBitmap(from: &fields)
    }

    func write(to fields: inout FieldWriter) {
        fields.name(next)
        types.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        next = try wire.name()
        types = try TypeBitmap(wire: &wire)
    }

    func write(to wire: inout WireWriter) {
        wire.name(next)
        types.write(to: &wire)
    }
}
