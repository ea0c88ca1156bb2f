/// A hardware address of 48 bits (RFC 7043 3.1).
struct EUI48: RecordData {
    static let type = RecordType("EUI48", code: 108)
    static let summary = "Hardware address of 48 bits"
    static let reference = "RFC 7043 3.1"
    static let examples = RecordExamples(
        valid: [("00-00-5e-ef-10-00", "00-00-5e-ef-10-00"), ("00-00-5E-EF-10-00", "00-00-5e-ef-10-00")],
        invalid: [("00-00-5e", "EUI48 address must be 6 octets in hexadecimal, joined by hyphens, got \"00-00-5e\"")],
        wire: [("00-00-5e-ef-10-00", "00005eef1000")]
    )

    /// 6 octets.
    let octets: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        octets = try fields.hyphenated("address", octets: 6)
    }

    func write(to fields: inout FieldWriter) {
        fields.hyphenated(octets)
    }

    init(wire: inout WireReader) throws(WireError) {
        octets = Array(try wire.take(6))
    }

    func write(to wire: inout WireWriter) {
        wire.octets(octets)
    }
}
