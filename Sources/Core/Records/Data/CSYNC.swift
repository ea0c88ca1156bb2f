/// What a parent is to copy from the zone (RFC 7477 2.1).
struct CSYNC: RecordData {
    static let type = RecordType("CSYNC", code: 62)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Record sets that a parent is to copy"
    static let reference = "RFC 7477 2.1"
    static let examples = RecordExamples(
        valid: [("066 03 NS AAAA A", "66 3 A NS AAAA"), ("0 0", "0 0")],
        invalid: [
            ("0 65536 A", "CSYNC flags must be 0-65535, got \"65536\""),
            ("0 3 AAA", "CSYNC types must be record types such as A, or TYPE0-TYPE65535, got \"AAA\""),
        ],
        wire: [("66 3 A NS AAAA", "000000420003000460000008")]
    )

    /// The serial of the zone that the parent may copy from.
    let serial: UInt32
    /// Bit 0 (1) is *immediate*, bit 1 (2) *soaminimum*.
    let flags: UInt16
    let types: TypeBitmap

    init(from fields: inout FieldReader) throws(RecordContentError) {
        serial = try fields.number("serial")
        flags = try fields.number("flags")
        types = try TypeBitmap(from: &fields)
    }

    func write(to fields: inout FieldWriter) {
        fields.number(serial)
        fields.number(flags)
        types.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        serial = try wire.number32()
        flags = try wire.number16()
        types = try TypeBitmap(wire: &wire)
    }

    func write(to wire: inout WireWriter) {
        wire.number32(serial)
        wire.number16(flags)
        types.write(to: &wire)
    }
}
