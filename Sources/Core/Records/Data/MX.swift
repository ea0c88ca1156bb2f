/// A mail exchanger (RFC 1035 3.3.9; `0 .` says that the domain takes no mail, RFC 7505).
struct MX: RecordData {
    static let type = RecordType.mx
    static let summary = "Host that takes mail for a name"
    static let examples = RecordExamples(
        valid: [("10 mail.example.org.", "10 mail.example.org."), ("0 .", "0 .")],
        invalid: [
            ("high mail.example.org.", "MX priority must be 0-65535, got \"high\""),
            ("65536 mail.example.org.", "MX priority must be 0-65535, got \"65536\""),
            ("10", "MX target is missing"),
            ("10 mail", "MX target must be absolute: write \"mail.example.org.\" or \"mail.\", got \"mail\""),
        ]
    )

    let priority: UInt16
    let target: DomainName

    init(from fields: inout FieldReader) throws(RecordContentError) {
        priority = try fields.number("priority")
        target = try fields.name("target")
    }

    var text: String { "\(priority) \(target.absoluteText)" }
}
