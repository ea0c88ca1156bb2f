/// Text from anywhere made fit for a terminal: the one filter that everything shown passes, in the command line and in
/// the console alike (`operations.md` 4).
///
/// Names, record contents, comments and user agents come from strangers. What a terminal would obey, or what would hide
/// or reorder other text, is printed as `\u{..}`: C0, C1 and DEL, bidirectional and zero-width controls (the joiner
/// inside an emoji too), line separators, and code points without an assigned meaning. Combining marks stay on the
/// character that they belong to, at most four of them. Filtering filtered text changes nothing, and takes time in
/// proportion to the text.
///
///     TerminalText("a\u{1B}]52;c;eA==\u{7}").text   // a\u{1b}]52;c;eA==\u{7}
public struct TerminalText: Hashable, Sendable, CustomStringConvertible {
    /// The filtered text; one line.
    public let text: String

    /// Filters `raw`.
    public init(_ raw: some StringProtocol) {
        text = raw.utf8.allSatisfy(Self.isPlain) ? String(raw) : Self.filtered(raw)
    }

    /// Filters octets that ought to be UTF-8: each ill-formed sequence prints as `\u{fffd}` (Unicode 3.9, best practice
    /// for replacing).
    public init(octets: some Sequence<UInt8>) {
        var filter = Filter()
        var iterator = octets.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        reading: while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded): filter.take(Unicode.UTF8.decode(encoded))
            case .error: filter.escape("\u{FFFD}")
            case .emptyInput: break reading
            }
        }
        text = filter.text
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
        var filter = Filter()
        for scalar in raw.unicodeScalars { filter.take(scalar) }
        return filter.text
    }

    /// What has been let through so far.
    private struct Filter {
        /// UTF-8. Not a view of scalars: that one counts itself with each piece that is appended to it.
        private var octets: [UInt8] = []
        /// Nil where no character stands that could carry a mark: at the beginning, and after an escape.
        private var marks: Int?

        var text: String { String(decoding: octets, as: UTF8.self) }

        mutating func take(_ scalar: Unicode.Scalar) {
            if TerminalText.mustBeEscaped(scalar) {
                escape(scalar)
            } else if TextWidth.of(scalar) > 0 {
                keep(scalar)
                marks = 0
            } else if let count = marks, count < TerminalText.mostMarks {
                keep(scalar)
                marks = count + 1
            } else {
                escape(scalar)
            }
        }

        mutating func escape(_ scalar: Unicode.Scalar) {
            octets.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".utf8)
            marks = nil
        }

        private mutating func keep(_ scalar: Unicode.Scalar) {
            octets.append(contentsOf: String(scalar).utf8)
        }
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
