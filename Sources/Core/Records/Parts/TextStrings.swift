/// The strings of a TXT record (RFC 1035 3.3.14): at least one, each at most 255 octets.
///
/// Text without quotes that was typed is taken as it stands, quoted and split for the user; a quoted string that is too
/// long is split.
struct TextStrings: Equatable, Sendable {
    let strings: [[UInt8]]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        fields.beginField()
        guard !fields.isAtEnd else { throw fields.refusal("text", "is missing", got: nil) }
        var strings: [[UInt8]] = []
        if case .typed = fields.style, !fields.isAtQuote {
            strings = Self.split(fields.everything())
        } else {
            while !fields.isAtEnd { strings += Self.split(try fields.longString("text")) }
        }
        guard strings.reduce(0, { $0 + 1 + $1.count }) <= 65_535 else {
            throw fields.refusal("text", "must have at most 65535 octets", got: nil)
        }
        self.strings = strings
    }

    /// All strings as one text, as the users of TXT read them; what is not UTF-8 as U+FFFD.
    var joined: String { String(decoding: strings.joined(), as: UTF8.self) }

    func write(to fields: inout FieldWriter) {
        for string in strings { fields.quoted(string) }
    }

    init(wire: inout WireReader) throws(WireError) {
        var strings = [try wire.string()]
        while !wire.isAtEnd { strings.append(try wire.string()) }
        self.strings = strings
    }

    func write(to wire: inout WireWriter) {
        for string in strings { wire.string(string) }
    }

    private static func split(_ octets: [UInt8]) -> [[UInt8]] {
        guard octets.count > 255 else { return [octets] }
        return stride(from: 0, to: octets.count, by: 255).map {
            Array(octets[$0..<min($0 + 255, octets.count)])
        }
    }
}
