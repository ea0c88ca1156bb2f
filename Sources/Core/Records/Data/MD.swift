/// A mail destination, replaced by MX (RFC 1035 3.3.4).
struct MD: TargetData {
    static let type = RecordType("MD", code: 3)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: a mail destination, now MX"
    static let reference = "RFC 1035 3.3.4"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [("", "MD target is missing")],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
