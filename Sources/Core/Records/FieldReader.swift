/// Reads the fields of one record's content from the left (RFC 1035 5.1, on one line, without parentheses).
public struct FieldReader: Sendable {
    let type: RecordType
    private let zone: DomainName?
    private let text: String
    private var rest: Substring.UTF8View

    init(_ text: String, type: RecordType, zone: DomainName?) {
        self.type = type
        self.zone = zone
        self.text = text
        rest = Substring(text).utf8
        skipBlanks()
    }

    /// What is left, without reading it.
    var remainder: String { String(Substring(rest)) }

    var isAtEnd: Bool { rest.isEmpty }

    var isAtQuote: Bool { rest.first == UInt8(ascii: "\"") }

    /// An error about `field`.
    func refusal(_ field: String?, _ expectation: String, got: String?) -> RecordContentError {
        RecordContentError(type: type.name, field: field, expectation: expectation, got: got)
    }

    /// Fails when anything is left over.
    func end() throws(RecordContentError) {
        guard isAtEnd else { throw refusal(nil, "must end here", got: remainder) }
    }

    /// The next word, up to a blank.
    mutating func word(_ field: String) throws(RecordContentError) -> String {
        let word = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        guard !word.isEmpty else { throw refusal(field, "is missing", got: nil) }
        rest.removeFirst(word.count)
        skipBlanks()
        return String(Substring(word))
    }

    /// A decimal number from 0 to `maximum`.
    mutating func number<Number: FixedWidthInteger & Sendable>(
        _ field: String,
        upTo maximum: Number = .max
    ) throws(RecordContentError) -> Number {
        let word = try word(field)
        guard word.utf8.allSatisfy(isDigit), let number = Number(word), number <= maximum else {
            throw refusal(field, "must be 0-\(maximum)", got: word)
        }
        return number
    }

    /// An absolute domain name. A relative one is refused with both readings: a guess would break zones.
    mutating func name(_ field: String) throws(RecordContentError) -> DomainName {
        let word = try word(field)
        let name: DomainName
        do {
            name = try DomainName(word)
        } catch {
            throw refusal(field, "must be a domain name: \(error.message)", got: word)
        }
        guard word.hasSuffix("."), !word.hasSuffix("\\.") else {
            let inZone = zone.map { "\"\(word).\($0.absoluteText)\" or " } ?? ""
            throw refusal(field, "must be absolute: write \(inZone)\"\(word).\"", got: word)
        }
        return name
    }

    /// A quoted string of at most 255 octets, escapes resolved.
    mutating func quotedString(_ field: String) throws(RecordContentError) -> [UInt8] {
        guard isAtQuote else { throw refusal(field, "must stand in quotes", got: remainder) }
        rest.removeFirst()
        var octets: [UInt8] = []
        while let octet = rest.popFirst() {
            switch octet {
            case UInt8(ascii: "\""):
                guard rest.isEmpty || rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\t") else {
                    throw refusal(field, "must have a blank after its closing quote", got: text)
                }
                skipBlanks()
                return octets
            case UInt8(ascii: "\\"): octets.append(try escaped(field))
            default: octets.append(octet)
            }
        }
        throw refusal(field, "must have a closing quote", got: text)
    }

    /// Everything that is left, as it stands.
    mutating func everything() -> [UInt8] {
        defer { rest = Substring("").utf8 }
        return Array(rest)
    }

    private mutating func escaped(_ field: String) throws(RecordContentError) -> UInt8 {
        guard let first = rest.first else { throw refusal(field, "must not end in a backslash", got: text) }
        guard isDigit(first) else {
            rest.removeFirst()
            return first
        }
        let digits = rest.prefix(3)
        let value = digits.reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
        guard digits.count == 3, digits.allSatisfy(isDigit), let octet = UInt8(exactly: value) else {
            throw refusal(field, "must write escapes as \\DDD, 000-255", got: text)
        }
        rest.removeFirst(3)
        return octet
    }

    private mutating func skipBlanks() {
        while let first = rest.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
            rest.removeFirst()
        }
    }
}

/// Octets as a quoted string: `"` and `\` escaped, what is not printable ASCII as `\DDD` (RFC 1035 5.1).
func quoted(_ octets: some Sequence<UInt8>) -> String {
    var text = "\""
    for octet in octets {
        switch octet {
        case UInt8(ascii: "\""): text += "\\\""
        case UInt8(ascii: "\\"): text += "\\\\"
        case 0x20...0x7E: text.unicodeScalars.append(UnicodeScalar(octet))
        default:
            let digits = String(octet)
            text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }
    }
    return text + "\""
}
