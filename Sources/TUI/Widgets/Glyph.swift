/// The signs that the views draw, each with what stands for it on terminals without UTF-8.
enum Glyph: String, CaseIterable {
    case good = "✓"
    case waiting = "◌"
    case bad = "✗"
    case off = "○"
    case on = "●"
    case pointer = "▸"
    case separator = "·"
    case into = "›"
    case ellipsis = "…"
    case line = "─"

    /// One ASCII character.
    var ascii: String {
        switch self {
        case .good: "+"
        case .waiting: "~"
        case .bad: "x"
        case .off: "o"
        case .on: "*"
        case .pointer: ">"
        case .separator: "|"
        case .into: ">"
        case .ellipsis: "~"
        case .line: "-"
        }
    }

    /// The ASCII form of a cell's text, as many columns wide as the text: a question mark for what has none.
    static func asciiForm(of text: String, width: Int) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return Glyph(rawValue: text)?.ascii ?? String(repeating: "?", count: width)
    }
}
