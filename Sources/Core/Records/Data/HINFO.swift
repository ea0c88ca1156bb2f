/// What a host is made of (RFC 1035 3.3.2); lives on as the answer to ANY (RFC 8482 4.2).
struct HINFO: RecordData {
    static let type = RecordType("HINFO", code: 13)
    static let summary = "Processor and operating system of a host"
    static let reference = "RFC 1035 3.3.2, RFC 8482"
    static let examples = RecordExamples(
        valid: [("ARMv8-A Linux", "\"ARMv8-A\" \"Linux\""), ("\"RFC8482\" \"\"", "\"RFC8482\" \"\"")],
        invalid: [("\"ARMv8-A\"", "HINFO operating system is missing")],
        wire: [("\"A\" \"B\"", "01410142")]
    )

    let processor: [UInt8]
    let operatingSystem: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        processor = try fields.string("processor")
        operatingSystem = try fields.string("operating system")
    }

    func write(to fields: inout FieldWriter) {
        fields.quoted(processor)
        fields.quoted(operatingSystem)
    }

    init(wire: inout WireReader) throws(WireError) {
        processor = try wire.string()
        operatingSystem = try wire.string()
    }

    func write(to wire: inout WireWriter) {
        wire.string(processor)
        wire.string(operatingSystem)
    }
}
