/// An address of an OSI network service (RFC 1706 5).
struct NSAP: RecordData {
    static let type = RecordType("NSAP", code: 22)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: an OSI address"
    static let reference = "RFC 1706 5"
    static let examples = RecordExamples(
        valid: [
            (
                "0x47.0005.80.005a00.0000.0001.e133.ffffff000161.00",
                "0x47000580005a0000000001e133ffffff00016100"
            )
        ],
        invalid: [("47.0005", "NSAP address must be 0x and an even number of hexadecimal digits, got \"47.0005\"")],
        wire: [("0x470005", "470005")]
    )

    /// At least one octet.
    let address: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        let token = try fields.token("address")
        // RFC 1706 5: dots may stand anywhere between the digits.
        let digits = token.dropFirst(2).filter { $0 != UInt8(ascii: ".") }
        let prefix = token.prefix(2).map(asciiLowercased)
        guard prefix == Array("0x".utf8), !digits.isEmpty, let octets = FieldReader.hexadecimal(digits) else {
            throw fields.refusal(
                "address",
                "must be 0x and an even number of hexadecimal digits",
                got: String(decoding: token, as: UTF8.self)
            )
        }
        address = octets
    }

    func write(to fields: inout FieldWriter) {
        var digits = FieldWriter()
        digits.hexadecimal(address)
        fields.word("0x" + digits.text)
    }

    init(wire: inout WireReader) throws(WireError) {
        address = wire.rest()
        guard !address.isEmpty else { throw wire.badField("NSAP address") }
    }

    func write(to wire: inout WireWriter) {
        wire.octets(address)
    }
}
