/// A type whose RDATA is a preference and 64 bits of an IPv6 address in four groups (RFC 6742 2.1, 2.3).
protocol LocatorData: RecordData {
    /// What errors call the 64 bits.
    static var locatorField: String { get }
    var preference: UInt16 { get }
    /// 8 octets.
    var locator: [UInt8] { get }

    init(preference: UInt16, locator: [UInt8])
}

extension LocatorData {
    init(from fields: inout FieldReader) throws(RecordContentError) {
        let preference: UInt16 = try fields.number("preference")
        let token = try fields.token(Self.locatorField)
        let groups = token.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let values = groups.map { Self.group($0) }
        guard groups.count == 4, !values.contains(nil) else {
            throw fields.refusal(
                Self.locatorField,
                "must be four groups of four hexadecimal digits, joined by colons",
                got: String(decoding: token, as: UTF8.self)
            )
        }
        let octets = values.compactMap { $0 }.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        self.init(preference: preference, locator: octets)
    }

    func write(to fields: inout FieldWriter) {
        fields.number(preference)
        let digits = locator.flatMap { [hexadecimalDigit($0 >> 4), hexadecimalDigit($0 & 15)] }
        let groups = stride(from: 0, to: digits.count, by: 4).map {
            String(decoding: digits[$0..<min($0 + 4, digits.count)], as: UTF8.self)
        }
        fields.word(groups.joined(separator: ":"))
    }

    init(wire: inout WireReader) throws(WireError) {
        let preference = try wire.number16()
        self.init(preference: preference, locator: Array(try wire.take(8)))
    }

    func write(to wire: inout WireWriter) {
        wire.number16(preference)
        wire.octets(locator)
    }

    private static func group(_ digits: ArraySlice<UInt8>) -> UInt16? {
        guard digits.count == 4 else { return nil }
        var value: UInt16 = 0
        for digit in digits {
            guard let next = hexadecimalValue(digit) else { return nil }
            value = value << 4 | UInt16(next)
        }
        return value
    }
}
