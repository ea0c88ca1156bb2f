/// Reads the fields of one record's content from the left (RFC 1035 5.1): one line, comments and parentheses taken out.
public struct FieldReader: Sendable {
    /// Where a content comes from decides what is guessed for its author.
    enum Style: Sendable {
        /// Given to the API: names have to be absolute, `zone` is named in the hint; text without quotes is one string.
        case typed(zone: DomainName?, toASCII: IDNAConversion?)
        /// Printed by PowerDNS: names are absolute, with escapes of its own.
        case powerDNS
        /// A master file: names are relative to `origin`, every word is a string.
        case masterFile(origin: DomainName)
    }

    let type: RecordType
    let style: Style
    let octets: [UInt8]
    private let start: Int
    /// Where the content ends in `octets`.
    let octetLimit: Int
    var position: Int
    /// Where the field that was read last begins.
    private var fieldStart: Int

    init(_ text: String, type: RecordType, style: Style) {
        self.init(Array(text.utf8), type: type, style: style)
    }

    init(_ octets: [UInt8], type: RecordType, style: Style) {
        self.init(octets, in: 0..<octets.count, type: type, style: style)
    }

    /// Reads `range` of `octets`.
    init(_ octets: [UInt8], in range: Range<Int>, type: RecordType, style: Style) {
        self.octets = octets
        self.type = type
        self.style = style
        let bounds = range.clamped(to: 0..<octets.count)
        start = bounds.lowerBound
        octetLimit = bounds.upperBound
        position = start
        fieldStart = start
        skipBlanks()
    }

    /// How long the whole content is.
    var octetCount: Int { octetLimit - start }

    /// What is left, without reading it.
    var remainder: String { String(decoding: octets[position..<octetLimit], as: UTF8.self) }

    var isAtEnd: Bool { position >= octetLimit }

    var isAtQuote: Bool { !isAtEnd && octets[position] == UInt8(ascii: "\"") }

    /// Whether `\#` follows, which opens the form of RFC 3597 5.
    var isAtGenericForm: Bool {
        octetLimit - position >= 2 && octets[position] == UInt8(ascii: "\\")
            && octets[position + 1] == UInt8(ascii: "#")
            && (octetLimit - position == 2 || Self.isBlank(octets[position + 2]))
    }

    /// An error about `field`, which is the one that was read last.
    func refusal(_ field: String?, _ expectation: String, got: String?) -> RecordContentError {
        RecordContentError(
            type: type.name,
            field: field,
            expectation: expectation,
            got: got,
            position: fieldStart - start
        )
    }

    /// Fails when anything is left over.
    mutating func end() throws(RecordContentError) {
        fieldStart = position
        guard isAtEnd else { throw refusal(nil, "must end here", got: remainder) }
    }

    /// The next word, up to a blank that no backslash protects; escapes are left in it.
    mutating func token(_ field: String) throws(RecordContentError) -> ArraySlice<UInt8> {
        fieldStart = position
        let first = position
        while position < octetLimit, !Self.isBlank(octets[position]) {
            position += octets[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position, octetLimit)
        guard position > first else { throw refusal(field, "is missing", got: nil) }
        defer { skipBlanks() }
        return octets[first..<position]
    }

    /// The next word as text.
    mutating func word(_ field: String) throws(RecordContentError) -> String {
        String(decoding: try token(field), as: UTF8.self)
    }

    /// Everything that is left, as it stands.
    mutating func everything() -> [UInt8] {
        fieldStart = position
        defer { position = octetLimit }
        return Array(octets[position..<octetLimit])
    }

    mutating func skipBlanks() {
        while position < octetLimit, Self.isBlank(octets[position]) { position += 1 }
    }

    /// Marks the place that errors point to.
    mutating func beginField() { fieldStart = position }

    static func isBlank(_ octet: UInt8) -> Bool { octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t") }
}
