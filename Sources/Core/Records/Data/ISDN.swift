/// A telephone number for data, perhaps with a subaddress (RFC 1183 3.2).
struct ISDN: RecordData {
    static let type = RecordType("ISDN", code: 20)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: a number in the telephone network"
    static let reference = "RFC 1183 3.2"
    static let examples = RecordExamples(
        valid: [("150862028003217 004", "\"150862028003217\" \"004\""), ("\"1\"", "\"1\"")],
        invalid: [
            ("", "ISDN address is missing"),
            ("1 2 3", "ISDN content must end here, got \"3\""),
        ],
        wire: [("\"15\" \"4\"", "0231350134"), ("\"15\"", "023135")]
    )

    /// At most 255 octets, as the subaddress.
    let address: [UInt8]
    let subaddress: [UInt8]?

    init(from fields: inout FieldReader) throws(RecordContentError) {
        address = try fields.string("address")
        subaddress = fields.isAtEnd ? nil : try fields.string("subaddress")
    }

    func write(to fields: inout FieldWriter) {
        fields.quoted(address)
        if let subaddress { fields.quoted(subaddress) }
    }

    init(wire: inout WireReader) throws(WireError) {
        address = try wire.string()
        subaddress = wire.isAtEnd ? nil : try wire.string()
    }

    func write(to wire: inout WireWriter) {
        wire.string(address)
        if let subaddress { wire.string(subaddress) }
    }
}
