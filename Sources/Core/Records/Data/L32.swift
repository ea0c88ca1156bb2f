/// The locator of a node in IPv4 (RFC 6742 2.2).
struct L32: RecordData {
    static let type = RecordType("L32", code: 105)
    static let use = RecordUse.zoneFileOnly
    static let summary = "IPv4 locator of a node (ILNP)"
    static let reference = "RFC 6742 2.2"
    static let examples = RecordExamples(
        valid: [("010 192.0.2.0", "10 192.0.2.0")],
        invalid: [("10 192.0.2", "L32 locator must be an IPv4 address such as 192.0.2.1, got \"192.0.2\"")],
        wire: [("10 192.0.2.0", "000ac0000200")]
    )

    let preference: UInt16
    let locator: IPAddress.V4

    init(from fields: inout FieldReader) throws(RecordContentError) {
        preference = try fields.number("preference")
        locator = try fields.addressV4("locator")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(preference)
        fields.address(locator)
    }

    init(wire: inout WireReader) throws(WireError) {
        preference = try wire.number16()
        locator = try wire.addressV4()
    }

    func write(to wire: inout WireWriter) {
        wire.number16(preference)
        wire.octets(locator.octets)
    }
}
