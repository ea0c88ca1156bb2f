/// A member of a mail group (RFC 1035 3.3.6, experimental).
struct MG: TargetData {
    static let type = RecordType("MG", code: 8)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Experimental: a member of a mail group"
    static let reference = "RFC 1035 3.3.6"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [("", "MG target is missing")],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
