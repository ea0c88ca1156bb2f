/// The name that belongs to an address (RFC 1035 3.3.12).
struct PTR: TargetData {
    static let type = RecordType.ptr
    static let summary = "Name that belongs to an address"
    static let reference = "RFC 1035 3.3.12"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [
            ("", "PTR target is missing"),
            ("host", "PTR target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
            (
                "a..b.",
                "PTR target must be a domain name: \"a..b.\" has an empty label: write one dot between labels., got \"a..b.\""
            ),
        ],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
