/// Takes a file of SQL apart.
enum SQLStatements {
    /// The statements between the semicolons that stand outside quotes and comments. Comments and blanks before a
    /// statement are left out, those within it stay.
    static func split(_ sql: String, version: Int) throws(MigrationFileError) -> [String] {
        var statements: [String] = []
        var statement = String.UnicodeScalarView()
        var rest = Substring(sql).unicodeScalars
        var line = 1
        while let first = rest.first {
            let (length, kind) = token(rest)
            guard let length else { throw .notClosed(version: version, line: line) }
            let token = rest.prefix(length)
            line += token.count { $0 == "\n" }
            rest = rest.dropFirst(length)
            switch kind {
            case .semicolon:
                if !statement.isEmpty { statements.append(trimmed(statement)) }
                statement = String.UnicodeScalarView()
            case .comment where statement.isEmpty: break
            case .text where statement.isEmpty && first.properties.isWhitespace: break
            case .comment, .text: statement.append(contentsOf: token)
            }
        }
        guard statement.isEmpty else { throw .noSemicolon(version: version) }
        return statements
    }

    private enum Kind {
        case semicolon, comment, text
    }

    /// The number of scalars of the token that the text begins with; nil when it is never closed.
    private static func token(_ text: Substring.UnicodeScalarView) -> (Int?, Kind) {
        let next = text.dropFirst().first
        switch text.first {
        case ";": return (1, .semicolon)
        case "'", "\"", "`": return (quoted(text), .text)
        case "#": return (toLineEnd(text), .comment)
        // Two hyphens are a comment only before a blank (MariaDB's rule).
        case "-" where next == "-" && (text.dropFirst(2).first?.properties.isWhitespace ?? true):
            return (toLineEnd(text), .comment)
        case "/" where next == "*":
            // A comment that MariaDB executes is text.
            let isExecuted = text.dropFirst(2).first == "!" || text.dropFirst(2).starts(with: "M!".unicodeScalars)
            return (blockComment(text), isExecuted ? .text : .comment)
        default: return (1, .text)
        }
    }

    private static func toLineEnd(_ text: Substring.UnicodeScalarView) -> Int {
        text.prefix { $0 != "\n" }.count
    }

    private static func blockComment(_ text: Substring.UnicodeScalarView) -> Int? {
        var length = 2
        var previous: Unicode.Scalar?
        for scalar in text.dropFirst(2) {
            length += 1
            if previous == "*", scalar == "/" { return length }
            previous = scalar
        }
        return nil
    }

    /// A doubled quote needs no rule of its own: it reads as two quoted texts side by side.
    private static func quoted(_ text: Substring.UnicodeScalarView) -> Int? {
        let quote = text.first
        var length = 1
        var isEscaped = false
        for scalar in text.dropFirst() {
            length += 1
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\", quote != "`" {
                isEscaped = true
            } else if scalar == quote {
                return length
            }
        }
        return nil
    }

    private static func trimmed(_ statement: String.UnicodeScalarView) -> String {
        var statement = statement
        while let last = statement.last, last.properties.isWhitespace { statement.removeLast() }
        return String(statement)
    }
}
