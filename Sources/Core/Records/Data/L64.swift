/// The locator of a node in IPv6 (RFC 6742 2.3).
struct L64: LocatorData {
    static let type = RecordType("L64", code: 106)
    static let use = RecordUse.zoneFileOnly
    static let summary = "IPv6 locator of a node (ILNP)"
    static let reference = "RFC 6742 2.3"
    static let examples = RecordExamples(
        valid: [("010 2001:0DB8:1140:1000", "10 2001:0db8:1140:1000")],
        invalid: [
            (
                "10 ::1",
                "L64 locator must be four groups of four hexadecimal digits, joined by colons, got \"::1\""
            ),
            ("10", "L64 locator is missing"),
        ],
        wire: [("10 2001:0db8:1140:1000", "000a20010db811401000")]
    )

    static let locatorField = "locator"

    let preference: UInt16
    let locator: [UInt8]
}
