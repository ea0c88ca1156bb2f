extension JSONReader {
    /// Reads a string from its opening quote (RFC 8259 7).
    mutating func string() throws(JSONError) -> String {
        let start = position + 1
        position = start
        var text: [UInt8] = []
        while let octet = next {
            switch octet {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case ..<0x20: throw .control(at: position)
            case ..<0x80:
                text.append(octet)
                position += 1
            default:
                let length = try sequenceLength(octet)
                text.append(contentsOf: octets[position..<(position + length)])
                position += length
            }
        }
        throw .unexpectedEnd
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        let start = position
        position += 1
        guard let letter = next else { throw .unexpectedEnd }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: try escapedScalar(from: start).utf8)
        default: throw .badEscape(at: start)
        }
    }

    /// `\uXXXX`, or two of them that make one scalar above U+FFFF together; `position` stands after the first `u`.
    private mutating func escapedScalar(from start: Int) throws(JSONError) -> String {
        var value = try fourDigits(from: start)
        if (0xD800...0xDBFF).contains(value) {
            guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw .loneSurrogate(at: start) }
            let low = try fourDigits(from: position - 2)
            guard (0xDC00...0xDFFF).contains(low) else { throw .loneSurrogate(at: start) }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw .loneSurrogate(at: start) }
        return String(scalar)
    }

    private mutating func fourDigits(from start: Int) throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let octet = next else { throw .unexpectedEnd }
            guard let digit = Character(Unicode.Scalar(octet)).hexDigitValue else { throw .badEscape(at: start) }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// How many octets the well-formed UTF-8 sequence at `position` takes (RFC 3629 4).
    private func sequenceLength(_ first: UInt8) throws(JSONError) -> Int {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw .notUTF8(at: position)
        }
        guard octets.count - position >= length, second.contains(octets[position + 1]),
            octets[(position + 2)..<(position + length)].allSatisfy({ (0x80...0xBF).contains($0) })
        else { throw .notUTF8(at: position) }
        return length
    }
}
