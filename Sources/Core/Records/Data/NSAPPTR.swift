/// The name of an OSI address (RFC 1348 3.1).
struct NSAPPTR: TargetData {
    static let type = RecordType("NSAP-PTR", code: 23)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: the name of an OSI address"
    static let reference = "RFC 1348 3.1"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [("", "NSAP-PTR target is missing")],
        wire: [("host.example.net.", "04686f7374076578616d706c65036e657400")]
    )

    let target: DomainName
}
