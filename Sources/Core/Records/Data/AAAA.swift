/// An IPv6 address (RFC 3596 2.1), printed after RFC 5952.
struct AAAA: RecordData {
    static let type = RecordType.aaaa
    static let summary = "IPv6 address of a host"
    static let reference = "RFC 3596 2.1"
    static let examples = RecordExamples(
        valid: [
            ("2001:db8::1", "2001:db8::1"),
            ("2001:0DB8:0:0:0:0:0:1", "2001:db8::1"),
            ("::ffff:192.0.2.1", "::ffff:c000:201"),
        ],
        invalid: [("192.0.2.1", "AAAA address must be an IPv6 address such as 2001:db8::1, got \"192.0.2.1\"")],
        wire: [("2001:db8::1", "20010db8000000000000000000000001")]
    )

    let address: IPAddress.V6

    init(from fields: inout FieldReader) throws(RecordContentError) {
        address = try fields.addressV6("address")
    }

    func write(to fields: inout FieldWriter) {
        fields.word(address.text)
    }

    init(wire: inout WireReader) throws(WireError) {
        address = try wire.addressV6()
    }

    func write(to wire: inout WireWriter) {
        wire.octets(address.octets)
    }
}
