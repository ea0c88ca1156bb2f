/// Reads one assignment after another; the states are those of systemd's parser (`src/basic/env-file.c`).
struct EnvironmentFileReader {
    struct Assignment: Equatable {
        let name: String
        let value: String
        let line: Int
    }

    private var rest: Substring.UnicodeScalarView
    private var line = 1

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    /// The next assignment or fault; nil at the end.
    mutating func next() -> Result<Assignment, EnvironmentFile.Fault>? {
        while let scalar = rest.first {
            switch scalar {
            case "#", ";":
                if let fault = skipComment() { return .failure(fault) }
            case _ where isBlank(scalar) || isEnd(scalar): advance()
            default: return assignment()
            }
        }
        return nil
    }

    /// systemd before 254 joins a comment that ends in a backslash with the next line, later ones do not: refused.
    private mutating func skipComment() -> EnvironmentFile.Fault? {
        var last: Unicode.Scalar?
        let start = line
        while let scalar = rest.first, !isEnd(scalar) {
            last = scalar
            advance()
        }
        return last == "\\"
            ? EnvironmentFile.Fault(line: start, expected: "no backslash at the end of a comment") : nil
    }

    private mutating func assignment() -> Result<Assignment, EnvironmentFile.Fault> {
        let start = line
        var name = String.UnicodeScalarView()
        while let scalar = rest.first, scalar != "=", !isEnd(scalar) {
            name.append(scalar)
            advance()
        }
        while let last = name.last, isBlank(last) { name.removeLast() }
        guard rest.first == "=" else {
            return .failure(EnvironmentFile.Fault(line: start, expected: "NAME=value, a comment or an empty line"))
        }
        advance()
        do {
            let value = try value()
            guard isName(name) else {
                return .failure(
                    EnvironmentFile.Fault(
                        line: start,
                        expected: "a name of letters, digits and underscores before the = (without \"export\")"
                    )
                )
            }
            return .success(Assignment(name: String(name), value: value, line: start))
        } catch {
            return .failure(error)
        }
    }

    /// The value, up to the end of its line. Quotes count only at its beginning or after other quotes, as in systemd.
    private mutating func value() throws(EnvironmentFile.Fault) -> String {
        var value = String.UnicodeScalarView()
        // Length without the blanks at the end that no backslash or quote protects.
        var kept = 0
        var quotesCount = true
        while let scalar = rest.first, !isEnd(scalar) {
            advance()
            switch scalar {
            case "'" where quotesCount:
                try appendSingleQuoted(to: &value)
                kept = value.count
            case "\"" where quotesCount:
                try appendDoubleQuoted(to: &value)
                kept = value.count
            case "\\":
                quotesCount = false
                guard let next = rest.first else { break }
                advance()
                if !isEnd(next) { value.append(next) }
                kept = value.count
            case _ where isBlank(scalar):
                if !quotesCount { value.append(scalar) }
            default:
                quotesCount = false
                value.append(scalar)
                kept = value.count
            }
        }
        return String(String.UnicodeScalarView(value.prefix(kept)))
    }

    private mutating func appendSingleQuoted(to value: inout String.UnicodeScalarView) throws(EnvironmentFile.Fault) {
        let start = line
        while let scalar = rest.first {
            advance()
            if scalar == "'" { return }
            value.append(scalar)
        }
        throw EnvironmentFile.Fault(line: start, expected: "a closing ' for the one on this line")
    }

    /// Within double quotes a backslash protects only `"`, `\`, backquote and `$`, and joins lines.
    private mutating func appendDoubleQuoted(to value: inout String.UnicodeScalarView) throws(EnvironmentFile.Fault) {
        let start = line
        while let scalar = rest.first {
            advance()
            switch scalar {
            case "\"": return
            case "\\":
                guard let next = rest.first else { break }
                advance()
                if ["\"", "\\", "`", "$"].contains(next) {
                    value.append(next)
                } else if next != "\n" {
                    value.append(scalar)
                    value.append(next)
                }
            default: value.append(scalar)
            }
        }
        throw EnvironmentFile.Fault(line: start, expected: "a closing \" for the one on this line")
    }

    private mutating func advance() {
        if rest.popFirst() == "\n" { line += 1 }
    }

    private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    private func isName(_ name: String.UnicodeScalarView) -> Bool {
        guard let first = name.first, !("0"..."9").contains(first) else { return false }
        return name.allSatisfy { scalar in
            ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                || scalar == "_"
        }
    }
}
