/// Finds where the entries of a master file end (RFC 1035 5.1): at a line's end outside of parentheses.
///
/// It goes on where it stood when more octets have come, so each octet is looked at once.
struct EntryScanner {
    private enum Mode {
        case plain
        case quoted
        case comment
    }

    /// What the parts of an entry have against each other.
    struct Fault: Equatable {
        let code: ImportFault.Code
        let offset: Int
    }

    /// Where the entry begins.
    private(set) var start = 0
    /// Where the entry ends, before its line's end, or its comment where the entry is one line.
    private(set) var end = 0
    /// The next octet to look at; behind the line's end when the entry is complete.
    private(set) var position = 0
    /// Where the lines begin that follow the entry's first one.
    private(set) var lineStarts: [Int] = []
    /// Parentheses that are open.
    private(set) var depth = 0
    /// The outermost parenthesis that is open.
    private(set) var opening = 0
    /// Whether anything has to be blanked before fields can be read.
    private(set) var hasParentheses = false
    private(set) var fault: Fault?
    private let nesting: Int
    private let most: Int
    /// Where looking ends: behind the octets that are there, or behind the most that an entry may have.
    private var limit = 0
    private var mode = Mode.plain
    private var comment: Int?
    private var quote = 0

    init(_ limits: ZoneFileLimits) {
        nesting = limits.nesting
        most = limits.entryOctets
    }

    /// Goes on to the entry that begins at `offset`.
    mutating func begin(at offset: Int) {
        start = offset
        position = offset
        mode = .plain
        comment = nil
        fault = nil
        depth = 0
        guard hasParentheses else { return }
        hasParentheses = false
        lineStarts.removeAll(keepingCapacity: true)
    }

    /// Goes on to the entry behind a complete one.
    mutating func beginNext() { begin(at: position) }

    /// Follows octets that were removed in front of the entry.
    mutating func shift(by count: Int) {
        start -= count
        position -= count
        opening -= count
        quote -= count
        comment = comment.map { $0 - count }
        fault = fault.map { Fault(code: $0.code, offset: $0.offset - count) }
        for index in lineStarts.indices { lineStarts[index] -= count }
    }

    /// Looks for the entry's end; false when it is not among the octets that are there, or not among as many as an entry may
    /// have.
    mutating func scan(_ buffer: [UInt8]) -> Bool {
        let octets = buffer.span
        limit = octets.count - start > most ? start + most + 1 : octets.count
        while position < limit {
            switch mode {
            case .plain: if scanPlain(octets) { return true }
            case .quoted: if scanQuoted(octets) { return true }
            case .comment: if scanComment(octets) { return true }
            }
            if isWaiting { break }
        }
        isWaiting = false
        return false
    }

    /// A backslash is the last octet that is there: what it protects is still to come.
    private var isWaiting = false

    private mutating func scanPlain(_ octets: borrowing Span<UInt8>) -> Bool {
        var index = position
        defer { position = index }
        while index < limit {
            let octet = octets[index]
            // One bit for each of the line's end and `"();`.
            let isSpecial =
                octet < 64
                ? (0x0800_0304_0000_0400 as UInt64) >> UInt64(octet) & 1 == 1 : octet == UInt8(ascii: "\\")
            guard isSpecial else {
                index += 1
                continue
            }
            switch octet {
            case UInt8(ascii: "\n"):
                index += 1
                if endLine(at: index) { return true }
            case UInt8(ascii: "\\"):
                guard index + 1 < limit else {
                    isWaiting = true
                    return false
                }
                index += octets[index + 1] == UInt8(ascii: "\n") ? 1 : 2
            case UInt8(ascii: "\""):
                quote = index
                index += 1
                mode = .quoted
                return false
            case UInt8(ascii: ";"):
                comment = index
                index += 1
                mode = .comment
                return false
            case UInt8(ascii: "("):
                open(at: index)
                index += 1
            default:
                close(at: index)
                index += 1
            }
        }
        return false
    }

    private mutating func scanQuoted(_ octets: borrowing Span<UInt8>) -> Bool {
        while position < limit {
            switch octets[position] {
            case UInt8(ascii: "\""):
                position += 1
                mode = .plain
                return false
            case UInt8(ascii: "\\"):
                guard position + 1 < limit else {
                    isWaiting = true
                    return false
                }
                position += octets[position + 1] == UInt8(ascii: "\n") ? 1 : 2
            case UInt8(ascii: "\n"):
                // BIND ends a string at its line's end, Knot DNS does not: a quote that is missing would eat the zone.
                fail(.unclosedQuote, at: quote)
                position += 1
                if endLine(at: position) { return true }
            default:
                position += 1
            }
        }
        return false
    }

    private mutating func scanComment(_ octets: borrowing Span<UInt8>) -> Bool {
        while position < limit {
            position += 1
            guard octets[position - 1] == UInt8(ascii: "\n") else { continue }
            mode = .plain
            return endLine(at: position)
        }
        return false
    }

    /// The line has ended; true when the entry has, too.
    private mutating func endLine(at next: Int) -> Bool {
        guard depth == 0 else {
            comment = nil
            lineStarts.append(next)
            return false
        }
        end = hasParentheses ? next - 1 : comment ?? next - 1
        return true
    }

    private mutating func open(at offset: Int) {
        if depth == 0 { opening = offset }
        hasParentheses = true
        guard depth < nesting else { return fail(.nestingTooDeep, at: offset) }
        depth += 1
    }

    private mutating func close(at offset: Int) {
        hasParentheses = true
        guard depth > 0 else { return fail(.unopenedParenthesis, at: offset) }
        depth -= 1
    }

    private mutating func fail(_ code: ImportFault.Code, at offset: Int) {
        if fault == nil { fault = Fault(code: code, offset: offset) }
    }

    /// Puts blanks over parentheses, comments and line ends of a complete entry, so that its fields stand in one line.
    func blank(_ octets: inout [UInt8]) {
        var isQuoted = false
        var isComment = false
        var index = start
        while index < min(end, octets.count) {
            let octet = octets[index]
            switch octet {
            case UInt8(ascii: "\n"):
                isComment = false
                octets[index] = UInt8(ascii: " ")
                if index > start, octets[index - 1] == UInt8(ascii: "\r") { octets[index - 1] = UInt8(ascii: " ") }
            case _ where isComment:
                octets[index] = UInt8(ascii: " ")
            case UInt8(ascii: "\\"):
                if index + 1 < octets.count, octets[index + 1] != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "\""):
                isQuoted.toggle()
            case UInt8(ascii: "(") where !isQuoted, UInt8(ascii: ")") where !isQuoted:
                octets[index] = UInt8(ascii: " ")
            case UInt8(ascii: ";") where !isQuoted:
                isComment = true
                octets[index] = UInt8(ascii: " ")
            default: break
            }
            index += 1
        }
    }
}
