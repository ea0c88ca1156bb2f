/// Which DHCP client holds a name (RFC 4701 3.1).
struct DHCID: RecordData {
    static let type = RecordType("DHCID", code: 49)
    static let use = RecordUse.zoneFileOnly
    static let summary = "DHCP client that holds a name"
    static let reference = "RFC 4701 3.1"
    static let examples = RecordExamples(
        valid: [("AAIB Y2/A", "AAIBY2/A")],
        invalid: [("AAI", "DHCID identifier must be base64, padded to groups of four, got \"AAI\"")],
        wire: [("AAIBY2/A", "000201636fc0")]
    )

    /// At least one octet.
    let identifier: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        identifier = try fields.base64("identifier")
    }

    func write(to fields: inout FieldWriter) {
        fields.base64(identifier)
    }

    init(wire: inout WireReader) throws(WireError) {
        identifier = wire.rest()
        guard !identifier.isEmpty else { throw wire.badField("DHCP client identifier") }
    }

    func write(to wire: inout WireWriter) {
        wire.octets(identifier)
    }
}
