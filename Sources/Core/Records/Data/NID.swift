/// The identifier of a node, wherever it is (RFC 6742 2.1).
struct NID: LocatorData {
    static let type = RecordType("NID", code: 104)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Identifier of a node (ILNP)"
    static let reference = "RFC 6742 2.1"
    static let examples = RecordExamples(
        valid: [("010 0014:4FFF:FF20:EE64", "10 0014:4fff:ff20:ee64")],
        invalid: [
            (
                "10 ::1",
                "NID node identifier must be four groups of four hexadecimal digits, joined by colons, got \"::1\""
            ),
            ("10", "NID node identifier is missing"),
        ],
        wire: [("10 0014:4fff:ff20:ee64", "000a00144fffff20ee64")]
    )

    static let locatorField = "node identifier"

    let preference: UInt16
    let locator: [UInt8]
}
