/// A name server of a zone (RFC 1035 3.3.11).
struct NS: TargetData {
    static let type = RecordType.ns
    static let summary = "Name server that a zone or a delegation has"
    static let reference = "RFC 1035 3.3.11"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [
            ("", "NS target is missing"),
            ("host", "NS target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
            (
                "a..b.",
                "NS target must be a domain name: \"a..b.\" has an empty label: write one dot between labels., got \"a..b.\""
            ),
        ],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName

    var obstacle: RecordObstacle? { .target(target, mayBeRoot: false) }
}
