/// Text from anywhere made fit for a terminal: the one filter that everything shown passes, in the command line and in
/// the console alike (`operations.md` 4).
///
/// Names, record contents, comments and user agents come from strangers. What a terminal would obey, or what would hide
/// or reorder other text, is printed as `\u{..}`: C0, C1 and DEL, bidirectional and zero-width controls (the joiner
/// inside an emoji too), line separators, and code points without an assigned meaning. Combining marks stay on the
/// character that they belong to, at most four of them. Filtering filtered text changes nothing.
///
///     TerminalText("a\u{1B}]52;c;eA==\u{7}").text   // a\u{1b}]52;c;eA==\u{7}
public struct TerminalText: Hashable, Sendable, CustomStringConvertible {
    /// The filtered text; one line.
    public let text: String

    /// Filters `raw`.
    public init(_ raw: some StringProtocol) {
        text = raw.utf8.allSatisfy(Self.isPlain) ? String(raw) : Self.filtered(raw)
    }

    private init(filtered text: String) {
        self.text = text
    }

    public var description: String { text }

    /// Columns that the text takes on the terminal.
    public var width: Int { TextWidth.of(text) }

    /// The text in at most `width` columns: what does not fit is cut off and `ellipsis` (one column) says so.
    public func truncated(to width: Int, ellipsis: String = "…") -> TerminalText {
        guard self.width > width else { return self }
        guard width > 0 else { return TerminalText(filtered: "") }
        return TerminalText(filtered: TextWidth.prefix(of: text, columns: width - 1) + ellipsis)
    }

    /// The text cut off or filled with spaces on the right to exactly `width` columns.
    public func padded(to width: Int, ellipsis: String = "…") -> String {
        let fitting = truncated(to: width, ellipsis: ellipsis)
        return fitting.text + String(repeating: " ", count: max(0, width - fitting.width))
    }

    /// How many combining marks one character may carry; more would reach into the lines above and below.
    public static let mostMarks = 4

    private static func isPlain(_ octet: UInt8) -> Bool { (0x20...0x7E).contains(octet) }

    private static func filtered(_ raw: some StringProtocol) -> String {
        var scalars = String.UnicodeScalarView()
        // Nil where no character stands that could carry a mark: at the beginning, and after an escape.
        var marks: Int?
        for scalar in raw.unicodeScalars {
            if mustBeEscaped(scalar) {
                scalars.append(contentsOf: escape(scalar))
                marks = nil
            } else if TextWidth.of(scalar) > 0 {
                scalars.append(scalar)
                marks = 0
            } else if let count = marks, count < mostMarks {
                scalars.append(scalar)
                marks = count + 1
            } else {
                scalars.append(contentsOf: escape(scalar))
            }
        }
        return String(scalars)
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars
    }

    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return true }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
        default: false
        }
    }
}
