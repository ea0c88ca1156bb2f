/// Text of a `$GENERATE` line with places for the number that counts: `$` and `${offset,width,base}` (BIND).
struct GenerateTemplate {
    /// Why a text is no template.
    struct Fault: Error, Equatable {
        let offset: Int
        let message: String
    }

    /// How a number is written.
    enum Base: UInt8 {
        case decimal = 0x64
        case octal = 0x6F
        case hexadecimal = 0x78
        case upperHexadecimal = 0x58
        /// Hexadecimal digits as labels, the last one first, as in `ip6.arpa`.
        case nibbles = 0x6E
        case upperNibbles = 0x4E
    }

    private enum Piece {
        case text(Range<Int>)
        case number(offset: Int, width: Int, base: Base)
    }

    private let octets: [UInt8]
    private var pieces: [Piece] = []
    static let widest = 255

    /// - Throws: ``Fault`` with the place in `octets`.
    init(_ octets: ArraySlice<UInt8>) throws(Fault) {
        self.octets = Array(octets)
        var start = 0
        var index = 0
        while index < self.octets.count {
            switch self.octets[index] {
            case UInt8(ascii: "\\"):
                index += 2
            case UInt8(ascii: "$") where index + 1 < self.octets.count && self.octets[index + 1] == UInt8(ascii: "$"):
                // `$$` is an old spelling of `\$`, and one dollar sign to the reader of names only when it is escaped.
                if start < index { pieces.append(.text(start..<index)) }
                pieces.append(.text((index + 1)..<(index + 2)))
                index += 2
                start = index
            case UInt8(ascii: "$"):
                if start < index { pieces.append(.text(start..<index)) }
                pieces.append(try Self.number(in: self.octets, at: &index, from: octets.startIndex))
                start = index
            default: index += 1
            }
        }
        if start < self.octets.count { pieces.append(.text(start..<self.octets.count)) }
    }

    /// Appends the text for one value; false when a number would be negative.
    func append(_ value: Int, to text: inout [UInt8]) -> Bool {
        for piece in pieces {
            switch piece {
            case .text(let range):
                if range.count == 1, octets[range.lowerBound] == UInt8(ascii: "$") { text.append(UInt8(ascii: "\\")) }
                text.append(contentsOf: octets[range])
            case .number(let offset, let width, let base):
                guard let number = UInt32(exactly: value + offset) else { return false }
                Self.append(number, width: width, base: base, to: &text)
            }
        }
        return true
    }

    /// The place for a number whose `$` stands at `index`, which is behind it afterwards.
    private static func number(in octets: [UInt8], at index: inout Int, from shift: Int) throws(Fault) -> Piece {
        let start = index
        index += 1
        guard index < octets.count, octets[index] == UInt8(ascii: "{") else {
            return .number(offset: 0, width: 0, base: .decimal)
        }
        guard let close = octets[index...].firstIndex(of: UInt8(ascii: "}")) else {
            throw Fault(offset: start + shift, message: "\"${\" needs its \"}\".")
        }
        let parts = octets[(index + 1)..<close].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        index = close + 1
        let isNegative = parts.first?.first == UInt8(ascii: "-")
        guard (1...3).contains(parts.count), let first = parts.first,
            let offset = FieldReader.number(isNegative ? first.dropFirst() : first), offset <= UInt64(Int32.max),
            let width = parts.count > 1 ? FieldReader.number(parts[1]) : 0, width <= UInt64(widest),
            let base = parts.count > 2 ? base(parts[2]) : .decimal
        else {
            throw Fault(
                offset: start + shift,
                message: "Write ${offset,width,base}: a number, a width of 0-\(widest), and one of d, o, x, X, n and N."
            )
        }
        return .number(offset: isNegative ? -Int(offset) : Int(offset), width: Int(width), base: base)
    }

    private static func base(_ word: ArraySlice<UInt8>) -> Base? {
        guard word.count == 1, let letter = word.first else { return nil }
        return Base(rawValue: letter)
    }

    private static func append(_ number: UInt32, width: Int, base: Base, to text: inout [UInt8]) {
        switch base {
        case .decimal: append(String(number), width, to: &text)
        case .octal: append(String(number, radix: 8), width, to: &text)
        case .hexadecimal: append(String(number, radix: 16), width, to: &text)
        case .upperHexadecimal: append(String(number, radix: 16, uppercase: true), width, to: &text)
        case .nibbles, .upperNibbles:
            // The width counts the dots, too.
            var left = width
            var rest = number
            repeat {
                let digit = hexadecimalDigit(UInt8(truncatingIfNeeded: rest & 15))
                text.append(base == .upperNibbles && digit >= UInt8(ascii: "a") ? digit - 32 : digit)
                rest >>= 4
                left = max(0, left - 1)
                if left > 0 || rest > 0 {
                    text.append(UInt8(ascii: "."))
                    left = max(0, left - 1)
                }
            } while rest > 0 || left > 0
        }
    }

    private static func append(_ digits: String, _ width: Int, to text: inout [UInt8]) {
        text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, width - digits.utf8.count)))
        text.append(contentsOf: digits.utf8)
    }
}
