/// A place on earth, replaced by LOC (RFC 1712 3).
struct GPOS: RecordData {
    static let type = RecordType("GPOS", code: 27)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: a place on earth, now LOC"
    static let reference = "RFC 1712 3"
    static let examples = RecordExamples(
        valid: [("-32.6882 116.8652 10.0", "\"-32.6882\" \"116.8652\" \"10.0\"")],
        invalid: [("-32.6882 x 10.0", "GPOS latitude must be a decimal number, got \"x\"")],
        wire: [("\"-1.5\" \"2\" \"3.0\"", "042d312e3501" + "3203332e30")]
    )

    /// Degrees, degrees and metres as decimal numbers in ASCII.
    let longitude: [UInt8]
    let latitude: [UInt8]
    let altitude: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        longitude = try Self.decimal("longitude", &fields)
        latitude = try Self.decimal("latitude", &fields)
        altitude = try Self.decimal("altitude", &fields)
    }

    func write(to fields: inout FieldWriter) {
        for number in [longitude, latitude, altitude] { fields.quoted(number) }
    }

    init(wire: inout WireReader) throws(WireError) {
        longitude = try wire.string()
        latitude = try wire.string()
        altitude = try wire.string()
        guard [longitude, latitude, altitude].allSatisfy(Self.isDecimal) else { throw wire.badField("position") }
    }

    func write(to wire: inout WireWriter) {
        for number in [longitude, latitude, altitude] { wire.string(number) }
    }

    private static func decimal(_ field: String, _ fields: inout FieldReader) throws(RecordContentError) -> [UInt8] {
        let string = try fields.string(field)
        guard isDecimal(string) else {
            throw fields.refusal(field, "must be a decimal number", got: String(decoding: string, as: UTF8.self))
        }
        return string
    }

    private static func isDecimal(_ string: [UInt8]) -> Bool {
        let unsigned =
            string.first == UInt8(ascii: "-") || string.first == UInt8(ascii: "+") ? string.dropFirst() : string[...]
        let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }
}
