/// The host of a mailbox (RFC 1035 3.3.3, experimental).
struct MB: TargetData {
    static let type = RecordType("MB", code: 7)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Experimental: the host that a mailbox is on"
    static let reference = "RFC 1035 3.3.3"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [("", "MB target is missing")],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
