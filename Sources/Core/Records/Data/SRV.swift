/// The location of a service (RFC 2782).
struct SRV: RecordData {
    static let type = RecordType.srv
    static let summary = "Host and port of a service"
    static let examples = RecordExamples(
        valid: [("10 5 5060 sip.example.org.", "10 5 5060 sip.example.org.")],
        invalid: [("10 5 sip.example.org.", "SRV port must be 0-65535, got \"sip.example.org.\"")]
    )

    let priority: UInt16
    let weight: UInt16
    let port: UInt16
    let target: DomainName

    init(from fields: inout FieldReader) throws(RecordContentError) {
        priority = try fields.number("priority")
        weight = try fields.number("weight")
        port = try fields.number("port")
        target = try fields.name("target")
    }

    var text: String { "\(priority) \(weight) \(port) \(target.absoluteText)" }
}
