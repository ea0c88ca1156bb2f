/// The URI of a service (RFC 7553 4).
struct URI: RecordData {
    static let type = RecordType("URI", code: 256)
    static let summary = "URI of a service"
    static let reference = "RFC 7553 4"
    static let examples = RecordExamples(
        valid: [
            ("10 1 \"ftp://ftp1.example.org/public\"", "10 1 \"ftp://ftp1.example.org/public\""),
            ("010 01 https://example.org/", "10 1 \"https://example.org/\""),
        ],
        invalid: [
            ("10 1 \"\"", "URI target must not be empty"),
            ("\"1\" \"2\" \"3\"", "URI priority must be 0-65535, got \"\"1\"\""),
        ],
        wire: [("10 1 \"ftp:\"", "000a00016674703a")]
    )

    let priority: UInt16
    let weight: UInt16
    /// At least one octet (RFC 7553 4.4).
    let target: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        priority = try fields.number("priority")
        weight = try fields.number("weight")
        target = try fields.longString("target")
        guard !target.isEmpty else { throw fields.refusal("target", "must not be empty", got: nil) }
    }

    func write(to fields: inout FieldWriter) {
        fields.number(priority)
        fields.number(weight)
        fields.quoted(target)
    }

    init(wire: inout WireReader) throws(WireError) {
        priority = try wire.number16()
        weight = try wire.number16()
        target = wire.rest()
        guard !target.isEmpty else { throw wire.badField("URI target") }
    }

    func write(to wire: inout WireWriter) {
        wire.number16(priority)
        wire.number16(weight)
        wire.octets(target)
    }
}
