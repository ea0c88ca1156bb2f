/// A place on earth (RFC 1876 2).
struct LOC: RecordData {
    static let type = RecordType("LOC", code: 29)
    static let summary = "Place on earth"
    static let reference = "RFC 1876 2, 3"
    static let examples = RecordExamples(
        valid: [
            (
                "23 12 59.000 N 42 22 48.500 W 65.00m 20.00m 10.00m 10.00m",
                "23 12 59.000 N 42 22 48.500 W 65.00m 20.00m 10.00m 10.00m"
            ),
            ("42 21 54 n 71 06 18 w -24m 30m", "42 21 54.000 N 71 6 18.000 W -24.00m 30.00m 10000.00m 10.00m"),
            ("1 S 2 E 0", "1 0 0.000 S 2 0 0.000 E 0.00m 1.00m 10000.00m 10.00m"),
            ("0 N 0 E -0.5 0 0.05 123", "0 0 0.000 S 0 0 0.000 W -0.50m 0.00m 0.05m 100.00m"),
        ],
        invalid: [
            ("91 N 0 E 0", "LOC latitude must be 0-90 degrees, got \"91\""),
            ("90 0 0.001 N 0 E 0", "LOC latitude must be at most 90 degrees"),
            ("1 60 N 0 E 0", "LOC latitude must be 0-59 minutes, got \"60\""),
            ("1 1 60 N 0 E 0", "LOC latitude must be 0-59.999 seconds, got \"60\""),
            ("1 1 1 0 E 0", "LOC latitude must end in N or S, got \"0\""),
            ("1 N 1 0", "LOC longitude must end in E or W"),
            ("1 N 1 E", "LOC altitude is missing"),
            ("1 N 1 E 1km", "LOC altitude must be -100000.00 to 42849672.95 metres, got \"1km\""),
            ("1 N 1 E 0 90000001", "LOC size must be 0-90000000.00 metres, got \"90000001\""),
        ],
        wire: [
            (
                "23 12 59.000 N 42 22 48.500 W 65.00m 20.00m 10.00m 10.00m",
                "0023131384fb507876e7fd4c0098afe4"
            )
        ]
    )

    /// The diameter of a sphere around what is meant, and the precision: a digit and a power of ten of centimetres.
    let size: UInt8
    let horizontalPrecision: UInt8
    let verticalPrecision: UInt8
    /// Thousandths of a second of arc, 2^31 at the equator and the prime meridian, growing to the north and the east.
    let latitude: UInt32
    let longitude: UInt32
    /// Centimetres above a place 100 km below the reference spheroid.
    let altitude: UInt32

    init(from fields: inout FieldReader) throws(RecordContentError) {
        latitude = try fields.angle(.latitude)
        longitude = try fields.angle(.longitude)
        altitude = try fields.altitude()
        // RFC 1876 3: what is left out is 1 m, 10 km and 10 m.
        size = try fields.extent("size", otherwise: 0x12)
        horizontalPrecision = try fields.extent("horizontal precision", otherwise: 0x16)
        verticalPrecision = try fields.extent("vertical precision", otherwise: 0x13)
    }

    func write(to fields: inout FieldWriter) {
        fields.angle(latitude, .latitude)
        fields.angle(longitude, .longitude)
        fields.metres(Int64(altitude) - Self.lowest)
        for extent in [size, horizontalPrecision, verticalPrecision] { fields.metres(Self.centimetres(extent)) }
    }

    init(wire: inout WireReader) throws(WireError) {
        // RFC 1876 2: another version has another format.
        guard try wire.number8() == 0 else { throw wire.badField("LOC version") }
        size = try Self.extent(&wire)
        horizontalPrecision = try Self.extent(&wire)
        verticalPrecision = try Self.extent(&wire)
        latitude = try Self.angle(&wire, .latitude)
        longitude = try Self.angle(&wire, .longitude)
        altitude = try wire.number32()
    }

    func write(to wire: inout WireWriter) {
        for octet in [0, size, horizontalPrecision, verticalPrecision] { wire.number8(octet) }
        for number in [latitude, longitude, altitude] { wire.number32(number) }
    }

    /// PowerDNS 4.7 reads heights and lengths in centimetres into 31 and 32 bits.
    var obstacle: RecordObstacle? {
        guard altitude <= 0x7FFF_FFFF else {
            let metres = (Int64(altitude) - Self.lowest) / 100
            return RecordObstacle(
                field: "altitude", expectation: "must be below 21374836.48m: PowerDNS takes no more", got: "\(metres)m")
        }
        let longest = [size, horizontalPrecision, verticalPrecision].map(Self.centimetres).max() ?? 0
        guard longest <= UInt32.max else {
            return RecordObstacle(
                field: "size or precision",
                expectation: "must be at most 40000000.00m: PowerDNS takes no more",
                got: "\(longest / 100)m"
            )
        }
        return nil
    }

    private static func extent(_ wire: inout WireReader) throws(WireError) -> UInt8 {
        let extent = try wire.number8()
        guard extent >> 4 <= 9, extent & 15 <= 9 else { throw wire.badField("LOC size or precision") }
        return extent < 0x10 ? 0 : extent
    }

    private static func angle(_ wire: inout WireReader, _ axis: GeographicAxis) throws(WireError) -> UInt32 {
        let angle = try wire.number32()
        guard Int64(angle) - 1 << 31 <= axis.mostThousandths, 1 << 31 - Int64(angle) <= axis.mostThousandths else {
            throw wire.badField("LOC \(axis.name)")
        }
        return angle
    }

    private static func centimetres(_ extent: UInt8) -> Int64 {
        (0..<(extent & 15)).reduce(Int64(extent >> 4)) { product, _ in product * 10 }
    }

    /// The reference spheroid, in centimetres above zero.
    fileprivate static let lowest: Int64 = 10_000_000
}

extension FieldReader {
    fileprivate mutating func altitude() throws(RecordContentError) -> UInt32 {
        let token = try token("altitude")
        guard let centimetres = Self.metres(token), let altitude = UInt32(exactly: centimetres + LOC.lowest) else {
            throw refusal(
                "altitude",
                "must be -100000.00 to 42849672.95 metres",
                got: String(decoding: token, as: UTF8.self)
            )
        }
        return altitude
    }

    /// A length rounded down to one digit and a power of ten of centimetres.
    fileprivate mutating func extent(_ field: String, otherwise: UInt8) throws(RecordContentError) -> UInt8 {
        guard !isAtEnd else { return otherwise }
        let token = try token(field)
        guard var digit = Self.metres(token), (0...9_000_000_000).contains(digit) else {
            throw refusal(field, "must be 0-90000000.00 metres", got: String(decoding: token, as: UTF8.self))
        }
        var power: UInt8 = 0
        while digit > 9 {
            digit /= 10
            power += 1
        }
        return UInt8(truncatingIfNeeded: digit) << 4 | power
    }

    /// Centimetres of a length in metres, perhaps with `m` behind it.
    private static func metres(_ token: ArraySlice<UInt8>) -> Int64? {
        let unit = token.last.map(asciiLowercased) == UInt8(ascii: "m")
        return fixed(token.dropLast(unit ? 1 : 0), decimals: 2)
    }
}

extension FieldWriter {
    /// Metres with two decimals and `m`.
    fileprivate mutating func metres(_ centimetres: Int64) {
        let magnitude = centimetres.magnitude
        word("\(centimetres < 0 ? "-" : "")\(magnitude / 100).\(padded(magnitude % 100, to: 2))m")
    }
}
