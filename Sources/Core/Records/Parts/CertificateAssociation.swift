/// What TLSA and SMIMEA hold (RFC 6698 2.1, RFC 8162 2): usage, selector, matching type, and data of a length that fits.
struct CertificateAssociation: Equatable, Sendable {
    let usage: UInt8
    let selector: UInt8
    let matchingType: UInt8
    /// At least one octet.
    let data: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        usage = try fields.number("usage")
        selector = try fields.number("selector")
        matchingType = try fields.number("matching type")
        data = try fields.hexadecimal("data", octets: Self.lengths[matchingType], for: "matching type \(matchingType)")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(usage)
        fields.number(selector)
        fields.number(matchingType)
        fields.hexadecimal(data)
    }

    init(wire: inout WireReader) throws(WireError) {
        usage = try wire.number8()
        selector = try wire.number8()
        matchingType = try wire.number8()
        data = try wire.rest(octets: Self.lengths[matchingType], of: "certificate association")
    }

    func write(to wire: inout WireWriter) {
        wire.number8(usage)
        wire.number8(selector)
        wire.number8(matchingType)
        wire.octets(data)
    }

    /// SHA-256 and SHA-512 (RFC 6698 2.1.3); 0 is the whole certificate or key.
    private static let lengths: [UInt8: Int] = [1: 32, 2: 64]
}
