/// A canonical name (RFC 1035 3.3.1).
struct CNAME: TargetData {
    static let type = RecordType.cname
    static let summary = "Alias of another name"
    static let reference = "RFC 1035 3.3.1"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [
            ("", "CNAME target is missing"),
            ("host", "CNAME target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
            (
                "a..b.",
                "CNAME target must be a domain name: \"a..b.\" has an empty label: write one dot between labels., got \"a..b.\""
            ),
        ],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
