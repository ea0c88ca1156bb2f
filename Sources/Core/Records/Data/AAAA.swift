/// An IPv6 address (RFC 3596 2.1), printed after RFC 5952.
struct AAAA: RecordData {
    static let type = RecordType.aaaa
    static let summary = "IPv6 address of a host"
    static let examples = RecordExamples(
        valid: [("2001:db8::1", "2001:db8::1"), ("2001:0DB8:0:0:0:0:0:1", "2001:db8::1")],
        invalid: [("192.0.2.1", "AAAA address must be an IPv6 address such as 2001:db8::1, got \"192.0.2.1\"")]
    )

    let address: IPAddress.V6

    init(from fields: inout FieldReader) throws(RecordContentError) {
        let word = try fields.word("address")
        do {
            address = try IPAddress.V6(word)
        } catch {
            throw fields.refusal("address", "must be an IPv6 address such as 2001:db8::1", got: word)
        }
    }

    var text: String { address.text }
}
