/// A name whose L32 and L64 records say where a node is (RFC 6742 2.4).
struct LP: PreferredTargetData {
    static let type = RecordType("LP", code: 107)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Name that has the locators of a node (ILNP)"
    static let reference = "RFC 6742 2.4"
    static let examples = RecordExamples(
        valid: [("1 Host.example.net.", "1 host.example.net."), ("65535 .", "65535 .")],
        invalid: [
            ("65536 host.example.net.", "LP preference must be 0-65535, got \"65536\""),
            ("1 host", "LP target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""),
        ],
        wire: [("1 host.example.net.", "000104686f7374076578616d706c65036e657400")]
    )

    let priority: UInt16
    let target: DomainName
}
