import Core

/// The API's JSON on its way to standard output.
enum JSONOutput {
    /// The bytes with a line end, as they came. On a terminal, what it would obey is escaped as JSON does (`\u001b`): the
    /// value stays the same.
    static func document(_ body: [UInt8], isTerminal: Bool) -> [UInt8] {
        let text = isTerminal ? escaped(body) : body
        return text.last == lineEnd ? text : text + [lineEnd]
    }

    /// As ``document(_:isTerminal:)``, but on one line.
    static func line(_ body: [UInt8], isTerminal: Bool) -> [UInt8] {
        document(body.filter { $0 != lineEnd && $0 != carriageReturn }, isTerminal: isTerminal)
    }

    private static let lineEnd = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private static func escaped(_ body: [UInt8]) -> [UInt8] {
        if body.allSatisfy({ (0x20...0x7E).contains($0) || $0 == lineEnd }) { return body }
        var text = ""
        var marks = 0
        for scalar in String(decoding: body, as: UTF8.self).unicodeScalars {
            marks = TextWidth.of(scalar) == 0 ? marks + 1 : 0
            if scalar == "\n" || isHarmless(scalar) && marks <= TerminalText.mostMarks {
                text.unicodeScalars.append(scalar)
            } else if scalar == "\r" || scalar == "\t" {
                // In JSON these stand between values only.
                text += " "
            } else {
                text += escape(scalar)
            }
        }
        return Array(text.utf8)
    }

    /// Whether the filter leaves it alone after a letter.
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20...0x7E).contains(scalar.value) { return true }
        let text = "x" + String(scalar)
        return TerminalText(text).text.unicodeScalars.elementsEqual(text.unicodeScalars)
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        .joined()
    }
}
