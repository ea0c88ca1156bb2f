/// A CNAME for the apex, which PowerDNS resolves when it answers (PowerDNS, guide to ALIAS).
struct ALIAS: TargetData {
    static let type = RecordType("ALIAS", code: 65401)
    static let summary = "Alias that PowerDNS resolves itself, also at the apex"
    static let reference = "PowerDNS guides/alias"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [
            ("", "ALIAS target is missing"),
            ("host", "ALIAS target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
            (
                "a..b.",
                "ALIAS target must be a domain name: \"a..b.\" has an empty label: write one dot between labels., got \"a..b.\""
            ),
        ],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
