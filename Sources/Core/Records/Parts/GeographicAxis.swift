/// What the two angles of a place differ in.
enum GeographicAxis {
    case latitude, longitude

    var name: String { self == .latitude ? "latitude" : "longitude" }
    var mostDegrees: UInt32 { self == .latitude ? 90 : 180 }
    /// Thousandths of a second of arc.
    var mostThousandths: Int64 { Int64(mostDegrees) * 3_600_000 }
    /// The letters for above and below 2^31.
    var letters: (above: String, below: String) { self == .latitude ? ("N", "S") : ("E", "W") }
}

extension FieldReader {
    /// An angle as degrees, minutes, seconds and a letter, of which minutes and seconds may be left out (RFC 1876 3):
    /// thousandths of a second of arc, counted from 2^31.
    mutating func angle(_ axis: GeographicAxis) throws(RecordContentError) -> UInt32 {
        let field = axis.name
        var thousandths = Int64(try part(field, upTo: UInt64(axis.mostDegrees), "degrees")) * 3_600_000
        if !isAtEnd, !isLetter(of: axis) { thousandths += Int64(try part(field, upTo: 59, "minutes")) * 60_000 }
        if !isAtEnd, !isLetter(of: axis) {
            let token = try token(field)
            guard let seconds = Self.fixed(token, decimals: 3), (0..<60_000).contains(seconds) else {
                throw refusal(field, "must be 0-59.999 seconds", got: String(decoding: token, as: UTF8.self))
            }
            thousandths += seconds
        }
        guard thousandths <= axis.mostThousandths else {
            throw refusal(field, "must be at most \(axis.mostDegrees) degrees", got: nil)
        }
        guard isLetter(of: axis) else {
            beginField()
            var ahead = self
            let (above, below) = axis.letters
            throw refusal(field, "must end in \(above) or \(below)", got: isAtEnd ? nil : try ahead.word(field))
        }
        let isAbove = try word(field).uppercased() == axis.letters.above
        return UInt32(truncatingIfNeeded: 1 << 31 + (isAbove ? thousandths : -thousandths))
    }

    private func isLetter(of axis: GeographicAxis) -> Bool {
        let word = octets[position..<octetLimit].prefix { !Self.isBlank($0) }
        guard word.count == 1, let letter = word.first else { return false }
        let letters = axis.letters.above + axis.letters.below
        return letters.utf8.contains(letter & 0xDF)
    }

    private mutating func part(
        _ field: String,
        upTo most: UInt64,
        _ unit: String
    ) throws(RecordContentError) -> UInt64 {
        let token = try token(field)
        guard let number = Self.number(token), number <= most else {
            throw refusal(field, "must be 0-\(most) \(unit)", got: String(decoding: token, as: UTF8.self))
        }
        return number
    }
}

extension FieldWriter {
    /// Degrees, minutes, seconds and a letter; zero is written S and W, as PowerDNS has it.
    mutating func angle(_ angle: UInt32, _ axis: GeographicAxis) {
        let offset = Int64(angle) - 1 << 31
        let thousandths = offset.magnitude
        number(thousandths / 3_600_000)
        number(thousandths / 60_000 % 60)
        word("\(thousandths / 1000 % 60).\(padded(thousandths % 1000, to: 3))")
        word(offset > 0 ? axis.letters.above : axis.letters.below)
    }
}
