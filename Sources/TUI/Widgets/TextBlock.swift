import Client

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
            line = word
            while TextWidth.of(line) > width {
                let head = TextWidth.prefix(of: line, columns: width)
                guard !head.isEmpty else { break }
                lines.append(head)
                line = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(head.unicodeScalars.count)))
            }
        }
        lines.append(line)
        return lines
    }
}
