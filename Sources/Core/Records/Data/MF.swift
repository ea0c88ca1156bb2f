/// A mail forwarder, replaced by MX (RFC 1035 3.3.5).
struct MF: TargetData {
    static let type = RecordType("MF", code: 4)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: a mail forwarder, now MX"
    static let reference = "RFC 1035 3.3.5"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [("", "MF target is missing")],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
