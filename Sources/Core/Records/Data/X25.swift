/// An address in a packet network (RFC 1183 3.1).
struct X25: RecordData {
    static let type = RecordType("X25", code: 19)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: an address in an X.25 network"
    static let reference = "RFC 1183 3.1"
    static let examples = RecordExamples(
        valid: [("311061700956", "\"311061700956\"")],
        invalid: [("", "X25 address is missing")],
        wire: [("\"311061700956\"", "0c333131303631373030393536")]
    )

    /// At most 255 octets.
    let address: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        address = try fields.string("address")
    }

    func write(to fields: inout FieldWriter) {
        fields.quoted(address)
    }

    init(wire: inout WireReader) throws(WireError) {
        address = try wire.string()
    }

    func write(to wire: inout WireWriter) {
        wire.string(address)
    }
}
