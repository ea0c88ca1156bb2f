/// A host that leads to a host without a direct connection (RFC 1183 3.3).
struct RT: PreferredTargetData {
    static let type = RecordType("RT", code: 21)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: a host that routes to one without a connection of its own"
    static let reference = "RFC 1183 3.3"
    static let examples = RecordExamples(
        valid: [("1 Host.example.net.", "1 host.example.net."), ("65535 .", "65535 .")],
        invalid: [
            ("65536 host.example.net.", "RT preference must be 0-65535, got \"65536\""),
            ("1 host", "RT target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
        ],
        wire: [("1 host.example.net.", "000104686f7374076578616d706c65036e657400")]
    )

    let priority: UInt16
    let target: DomainName
}
