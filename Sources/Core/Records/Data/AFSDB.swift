/// A database server of AFS or DCE (RFC 1183 1).
struct AFSDB: PreferredTargetData {
    static let type = RecordType("AFSDB", code: 18)
    static let use = RecordUse.zoneFileOnly
    static let summary = "A cell's database server of AFS or DCE"
    static let reference = "RFC 1183 1, RFC 5864"
    static let examples = RecordExamples(
        valid: [("1 Host.example.net.", "1 host.example.net."), ("65535 .", "65535 .")],
        invalid: [
            ("65536 host.example.net.", "AFSDB subtype must be 0-65535, got \"65536\""),
            ("1 host", "AFSDB target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
        ],
        wire: [("1 host.example.net.", "000104686f7374076578616d706c65036e657400")]
    )

    static let priorityField = "subtype"

    /// 1 for AFS, 2 for DCE; others are taken as they are.
    let priority: UInt16
    let target: DomainName
}
