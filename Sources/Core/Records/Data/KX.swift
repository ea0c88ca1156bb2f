/// A host that exchanges keys on behalf of a name (RFC 2230 3.1).
struct KX: PreferredTargetData {
    static let type = RecordType("KX", code: 36)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Host that exchanges keys for a name"
    static let reference = "RFC 2230 3.1"
    static let examples = RecordExamples(
        valid: [("1 Host.example.net.", "1 host.example.net."), ("65535 .", "65535 .")],
        invalid: [
            ("65536 host.example.net.", "KX preference must be 0-65535, got \"65536\""),
            ("1 host", "KX target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
        ],
        wire: [("1 host.example.net.", "000104686f7374076578616d706c65036e657400")]
    )

    let priority: UInt16
    let target: DomainName
}
