/// Writes the fields of one record's content in canonical presentation format, one blank between them (RFC 1035 5.1).
public struct FieldWriter: Sendable {
    private(set) var octets: [UInt8] = []
    let dialect: PresentationDialect

    init(_ dialect: PresentationDialect = .masterFile) {
        self.dialect = dialect
    }

    /// What was written.
    public var text: String { String(decoding: octets, as: UTF8.self) }

    /// A word of printable ASCII, as it stands.
    mutating func word(_ word: String) {
        separate()
        octets.append(contentsOf: word.utf8)
    }

    mutating func number(_ number: some BinaryInteger & Sendable) {
        separate()
        octets.append(decimal: UInt64(clamping: number))
    }

    /// A name, absolute and in lower case.
    mutating func name(_ name: DomainName) {
        separate()
        switch dialect {
        case .masterFile, .portable: name.appendText(to: &octets, absolute: true)
        case .powerDNS: octets.append(contentsOf: name.powerDNSText.utf8)
        }
    }

    /// A string in quotes: `"` and `\` escaped, what is not printable ASCII as `\DDD`.
    mutating func quoted(_ string: some Sequence<UInt8>) {
        separate()
        octets.append(UInt8(ascii: "\""))
        for octet in string {
            switch octet {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                octets.append(UInt8(ascii: "\\"))
                octets.append(octet)
            case 0x20...0x7E: octets.append(octet)
            default: octets.append(escaped: octet)
            }
        }
        octets.append(UInt8(ascii: "\""))
    }

    /// Octets as lower-case hexadecimal digits in one word.
    mutating func hexadecimal(_ bytes: some Sequence<UInt8>) {
        separate()
        for byte in bytes {
            octets.append(hexadecimalDigit(byte >> 4))
            octets.append(hexadecimalDigit(byte & 15))
        }
    }

    /// Octets as base64 in one word (RFC 4648 4).
    mutating func base64(_ bytes: [UInt8]) {
        separate()
        octets.append(contentsOf: Base64.encoded(bytes))
    }

    private mutating func separate() {
        if !octets.isEmpty { octets.append(UInt8(ascii: " ")) }
    }
}

/// How contents are spelled.
enum PresentationDialect: Sendable {
    /// As RFC 1035 5.1 and the types' RFCs have it: what is stored and shown.
    case masterFile
    /// As ``masterFile``, for servers that know no parameters of SVCB but those of RFC 9460: the others by number.
    case portable
    /// As PowerDNS 4.7 prints it, which is the only form that it takes: other escapes in names, and parameters of SVCB
    /// that came after RFC 9460 by number.
    case powerDNS
}

extension [UInt8] {
    /// Appends a number in decimal digits.
    mutating func append(decimal number: UInt64) {
        guard number >= 10 else {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
            return
        }
        let start = count
        var rest = number
        while rest > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }

    /// Appends `\DDD`.
    mutating func append(escaped octet: UInt8) {
        append(UInt8(ascii: "\\"))
        append(UInt8(ascii: "0") + octet / 100)
        append(UInt8(ascii: "0") + octet / 10 % 10)
        append(UInt8(ascii: "0") + octet % 10)
    }
}

/// A number with zeros before it, to at least `width` digits.
func padded(_ number: UInt64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value & 15) - 10
}

/// The value of a hexadecimal digit in either case; nil for anything else.
func hexadecimalValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
}
