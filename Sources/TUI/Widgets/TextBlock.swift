import Core

/// Text in lines of a width.
enum TextBlock {
    /// Breaks filtered text at blanks where it can, anywhere where it must.
    static func lines(of text: String, width: Int) -> [String] {
        guard width > 0 else { return [] }
        var lines: [String] = []
        var line = ""
        for word in TerminalText(text).text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            let longer = line.isEmpty ? word : line + " " + word
            if TextWidth.of(longer) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            let pieces = pieces(of: word, width: width)
            lines += pieces.dropLast()
            line = pieces.last ?? ""
        }
        lines.append(line)
        return lines
    }

    /// Breaks filtered text after each `width` columns, for data whose every character counts.
    static func pieces(of text: String, width: Int) -> [String] {
        var pieces: [String] = []
        var rest = TerminalText(text).text
        while TextWidth.of(rest) > width {
            let head = TextWidth.prefix(of: rest, columns: width)
            guard !head.isEmpty else { break }
            pieces.append(head)
            rest = String(String.UnicodeScalarView(rest.unicodeScalars.dropFirst(head.unicodeScalars.count)))
        }
        return pieces + [rest]
    }
}
