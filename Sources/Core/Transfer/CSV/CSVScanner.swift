/// Reads the rows of comma-separated values (RFC 4180) from octets that come in pieces.
///
/// Fields may stand in quotes, and then hold commas, line ends and doubled quotes. Rows end in CRLF or LF. Nothing is
/// guessed: a quote inside of a field without quotes is a fault, and so is anything behind a closing quote.
struct CSVScanner {
    struct Field: Equatable {
        /// Without its quotes.
        var octets: [UInt8] = []
        let line: Int
        /// In octets, counted from 1.
        let column: Int
    }

    /// What a piece of the file led to.
    enum Event: Equatable {
        case row([Field])
        /// The row that holds it is passed over.
        case fault(ImportFault.Code, message: String, line: Int, column: Int)
    }

    private enum Mode {
        case fieldStart
        case plain
        case quoted
        /// Behind a quote in a quoted field: its end, or the first of two.
        case quote
        /// A fault in the row: up to the line's end nothing is read.
        case skipping
    }

    private let mostOctets: Int
    private let mostFields: Int
    private var mode = Mode.fieldStart
    private var fields: [Field] = []
    private var field = Field(line: 1, column: 1)
    private var rowOctets = 0
    private var line = 1
    private var column = 1
    private var hasCarriageReturn = false

    init(mostOctets: Int, mostFields: Int) {
        self.mostOctets = mostOctets
        self.mostFields = mostFields
    }

    mutating func feed(_ octets: some Sequence<UInt8>, to take: (Event) -> Void) {
        for octet in octets {
            read(octet, take)
            if octet == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
    }

    /// Gives a last row without a line's end, and tells of a quote that was never closed.
    mutating func finish(_ take: (Event) -> Void) {
        if mode == .quoted {
            take(
                .fault(
                    .unclosedQuote, message: "The field that begins here has no closing quote.", line: field.line,
                    column: field.column))
        } else if mode != .skipping, !fields.isEmpty || !field.octets.isEmpty || mode == .quote {
            endRow(take)
        }
        mode = .fieldStart
        fields = []
    }

    private mutating func read(_ octet: UInt8, _ take: (Event) -> Void) {
        let isLineEnd = octet == UInt8(ascii: "\n")
        rowOctets += 1
        if rowOctets > mostOctets, mode != .skipping {
            return fail(.entryTooLong, "A row may have at most \(mostOctets) octets.", isLineEnd, take)
        }
        if hasCarriageReturn {
            hasCarriageReturn = false
            if !isLineEnd, mode != .skipping {
                return fail(.invalidRow, "A carriage return needs quotes around its field.", isLineEnd, take)
            }
        }
        switch mode {
        case .fieldStart, .plain: readPlain(octet, take)
        case .quoted:
            if octet == UInt8(ascii: "\"") { mode = .quote } else { field.octets.append(octet) }
        case .quote: readBehindQuote(octet, take)
        case .skipping: if isLineEnd { beginRow() }
        }
    }

    private mutating func readPlain(_ octet: UInt8, _ take: (Event) -> Void) {
        switch octet {
        case UInt8(ascii: ","): endField(take)
        case UInt8(ascii: "\n"): endRow(take)
        case UInt8(ascii: "\r"): hasCarriageReturn = true
        case UInt8(ascii: "\"") where mode == .fieldStart: mode = .quoted
        case UInt8(ascii: "\""):
            fail(.invalidRow, "A field with a quote in it needs quotes around it, and the quote twice.", false, take)
        default:
            field.octets.append(octet)
            mode = .plain
        }
    }

    private mutating func readBehindQuote(_ octet: UInt8, _ take: (Event) -> Void) {
        switch octet {
        case UInt8(ascii: "\""):
            field.octets.append(octet)
            mode = .quoted
        case UInt8(ascii: ","): endField(take)
        case UInt8(ascii: "\n"): endRow(take)
        case UInt8(ascii: "\r"): hasCarriageReturn = true
        default:
            fail(.invalidRow, "Only a comma or the row's end can stand behind a closing quote.", false, take)
        }
    }

    private mutating func endField(_ take: (Event) -> Void) {
        fields.append(field)
        field = Field(line: line, column: column + 1)
        mode = .fieldStart
        if fields.count >= mostFields {
            fail(.invalidRow, "A row may have at most \(mostFields) fields.", false, take)
        }
    }

    private mutating func endRow(_ take: (Event) -> Void) {
        fields.append(field)
        // A line with nothing on it is no row.
        if fields.count > 1 || !field.octets.isEmpty || mode == .quote { take(.row(fields)) }
        beginRow()
    }

    private mutating func beginRow() {
        fields = []
        field = Field(line: line + 1, column: 1)
        rowOctets = 0
        mode = .fieldStart
        hasCarriageReturn = false
    }

    private mutating func fail(
        _ code: ImportFault.Code,
        _ message: String,
        _ isLineEnd: Bool,
        _ take: (Event) -> Void
    ) {
        take(.fault(code, message: message, line: line, column: column))
        fields = []
        field.octets = []
        mode = .skipping
        if isLineEnd { beginRow() }
    }
}
