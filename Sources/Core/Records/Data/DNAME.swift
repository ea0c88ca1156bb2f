/// A redirection of all names below this one (RFC 6672 2.1).
struct DNAME: TargetData {
    static let type = RecordType.dname
    static let summary = "Redirection of everything below a name"
    static let reference = "RFC 6672 2.1"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [
            ("", "DNAME target is missing"),
            ("host", "DNAME target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
            (
                "a..b.",
                "DNAME target must be a domain name: \"a..b.\" has an empty label: write one dot between labels., got \"a..b.\""
            ),
        ],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
