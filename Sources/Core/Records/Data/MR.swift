/// The new name of a mailbox (RFC 1035 3.3.8, experimental).
struct MR: TargetData {
    static let type = RecordType("MR", code: 9)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Experimental: the new name of a mailbox"
    static let reference = "RFC 1035 3.3.8"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [("", "MR target is missing")],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
