/// An IPv4 address (RFC 1035 3.4.1).
struct A: RecordData {
    static let type = RecordType.a
    static let summary = "IPv4 address of a host"
    static let reference = "RFC 1035 3.4.1"
    static let examples = RecordExamples(
        valid: [("192.0.2.1", "192.0.2.1")],
        invalid: [
            ("192.0.2", "A address must be an IPv4 address such as 192.0.2.1, got \"192.0.2\""),
            ("192.0.2.01", "A address must be an IPv4 address such as 192.0.2.1, got \"192.0.2.01\""),
            ("192.0.2.1 192.0.2.2", "A content must end here, got \"192.0.2.2\""),
            ("", "A address is missing"),
        ],
        wire: [("192.0.2.1", "c0000201")]
    )

    let address: IPAddress.V4

    init(from fields: inout FieldReader) throws(RecordContentError) {
        address = try fields.addressV4("address")
    }

    func write(to fields: inout FieldWriter) {
        fields.address(address)
    }

    init(wire: inout WireReader) throws(WireError) {
        address = IPAddress.V4(value: try wire.number32())
    }

    func write(to wire: inout WireWriter) {
        wire.number32(address.value)
    }
}
