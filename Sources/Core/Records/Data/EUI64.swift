/// A hardware address of 64 bits (RFC 7043 4.1).
struct EUI64: RecordData {
    static let type = RecordType("EUI64", code: 109)
    static let summary = "Hardware address of 64 bits"
    static let reference = "RFC 7043 4.1"
    static let examples = RecordExamples(
        valid: [
            ("00-00-5e-ef-10-00-00-2a", "00-00-5e-ef-10-00-00-2a"),
            ("00-00-5E-EF-10-00-00-2A", "00-00-5e-ef-10-00-00-2a"),
        ],
        invalid: [("00-00-5e", "EUI64 address must be 8 octets in hexadecimal, joined by hyphens, got \"00-00-5e\"")],
        wire: [("00-00-5e-ef-10-00-00-2a", "00005eef1000002a")]
    )

    /// 8 octets.
    let octets: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        octets = try fields.hyphenated("address", octets: 8)
    }

    func write(to fields: inout FieldWriter) {
        fields.hyphenated(octets)
    }

    init(wire: inout WireReader) throws(WireError) {
        octets = Array(try wire.take(8))
    }

    func write(to wire: inout WireWriter) {
        wire.octets(octets)
    }
}
