/// Reads the labels of a name in presentation format, one after the other (RFC 1035 5.1).
struct LabelReader {
    private let text: String
    private let octets: [UInt8]
    private var index = 0

    init(_ text: String) {
        self.text = text
        octets = Array(text.utf8.prefix(2048))
    }

    /// The next label in lower case, or nil at the end.
    mutating func next() throws(DomainNameError) -> [UInt8]? {
        guard index < octets.count else { return nil }
        var label: [UInt8] = []
        while index < octets.count, octets[index] != UInt8(ascii: ".") {
            label.append(asciiLowercased(try octet()))
        }
        index += 1
        guard !label.isEmpty else { throw .emptyLabel(in: text) }
        guard label.count <= 63 else { throw .labelTooLong(octets: label.count) }
        return label
    }

    private mutating func octet() throws(DomainNameError) -> UInt8 {
        let octet = octets[index]
        index += 1
        guard octet == UInt8(ascii: "\\") else {
            guard Self.mayStandPlain(octet) else {
                throw .badCharacter(printable(octet), in: text)
            }
            return octet
        }
        guard index < octets.count else { throw .badEscape(in: text) }
        guard isDigit(octets[index]) else {
            let escaped = octets[index]
            index += 1
            guard (0x21...0x7E).contains(escaped) else { throw .badEscape(in: text) }
            return escaped
        }
        guard index + 2 < octets.count, isDigit(octets[index + 1]), isDigit(octets[index + 2]) else {
            throw .badEscape(in: text)
        }
        let value = octets[index..<(index + 3)].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        index += 3
        guard let octet = UInt8(exactly: value) else { throw .badEscape(in: text) }
        return octet
    }

    /// Printable ASCII without what master files give a meaning to (RFC 1035 5.1).
    static func mayStandPlain(_ octet: UInt8) -> Bool {
        (0x21...0x7E).contains(octet) && !special.contains(octet)
    }

    static let special: Set<UInt8> = Set("\"();@$\\.".utf8)

    private func printable(_ octet: UInt8) -> String {
        if octet >= 0x80 {
            let character = text.first { !$0.isASCII }
            return character.map(String.init) ?? "\\u{\(String(octet, radix: 16))}"
        }
        return octet < 0x20 || octet == 0x7F ? "\\u{\(String(octet, radix: 16))}" : String(UnicodeScalar(octet))
    }
}

func isDigit(_ octet: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
}
