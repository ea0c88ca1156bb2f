/// A mail exchanger (RFC 1035 3.3.9; `0 .` says that the domain takes no mail, RFC 7505).
struct MX: PreferredTargetData {
    static let type = RecordType.mx
    static let summary = "Host that takes mail for a name"
    static let reference = "RFC 1035 3.3.9, RFC 7505"
    static let examples = RecordExamples(
        valid: [
            ("10 mail.example.org.", "10 mail.example.org."), ("0 .", "0 ."),
            ("010 MAIL.example.org.", "10 mail.example.org."),
        ],
        invalid: [
            ("high mail.example.org.", "MX priority must be 0-65535, got \"high\""),
            ("65536 mail.example.org.", "MX priority must be 0-65535, got \"65536\""),
            ("10", "MX target is missing"),
            ("10 mail", "MX target must be absolute: write \"mail.example.org.\" or \"mail.\", got \"mail\""),
        ],
        wire: [("10 mail.example.org.", "000a046d61696c076578616d706c65036f726700")]
    )

    static let priorityField = "priority"

    let priority: UInt16
    let target: DomainName

    var obstacle: RecordObstacle? { .target(target, mayBeRoot: true) }
}
