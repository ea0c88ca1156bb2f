/// A text with variables in it (`domain.md` 7): `${name}` stands for the value, `$${` for the two characters `${`.
///
///     mail.${domain}.   ->   mail.example.org.
///
/// Any other `$` is just that. Values are put in as they are and never read again, so nothing expands twice.
public struct TemplateText: Equatable, Sendable {
    /// What stands between two variables, and the variables.
    enum Part: Equatable, Sendable {
        case literal(String)
        case variable(String)
    }

    let parts: [Part]
    /// As it was written.
    public let text: String

    /// - Throws: ``TemplateTextError``
    public init(_ text: String) throws(TemplateTextError) {
        self.text = text
        parts = try Self.parse(text)
    }

    /// The names of the variables, in the order of their first use.
    public var variables: [String] {
        var names: [String] = []
        for case .variable(let name) in parts where !names.contains(name) { names.append(name) }
        return names
    }

    /// The text with its values; nil when one is missing or when it would be longer than `limit` octets.
    func expanded(with values: [String: String], limit: Int) -> String? {
        var expanded = ""
        for part in parts {
            switch part {
            case .literal(let literal): expanded += literal
            case .variable(let name):
                guard let value = values[name] else { return nil }
                expanded += value
            }
            guard expanded.utf8.count <= limit else { return nil }
        }
        return expanded
    }

    private static func parse(_ text: String) throws(TemplateTextError) -> [Part] {
        var parts: [Part] = []
        var literal: [UInt8] = []
        var rest = Array(text.utf8)[...]
        func flush() {
            if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
            literal = []
        }
        while let octet = rest.first {
            if rest.starts(with: "$${".utf8) {
                literal += Array("${".utf8)
                rest = rest.dropFirst(3)
            } else if rest.starts(with: "${".utf8) {
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { throw .unterminated(in: text) }
                let name = String(decoding: rest[(rest.startIndex + 2)..<end], as: UTF8.self)
                guard TemplateVariable.isName(name) else { throw .badName(name) }
                flush()
                parts.append(.variable(name))
                rest = rest[(end + 1)...]
            } else {
                literal.append(octet)
                rest = rest.dropFirst()
            }
        }
        flush()
        return parts
    }
}

/// Why a text is no ``TemplateText``.
public enum TemplateTextError: Error, Equatable, Sendable {
    /// `${` without `}`.
    case unterminated(in: String)
    /// What stands between the braces is no name of a variable.
    case badName(String)

    /// A sentence for people.
    public var message: String {
        switch self {
        case .unterminated(let text): "\"\(text)\" has a ${ without its }; write $${ for the characters ${."
        case .badName(let name):
            "\"\(name)\" is no name of a variable: letters, digits and _, at most \(TemplateVariable.longestName), "
                + "not a digit first."
        }
    }
}

/// A variable that a template declares; its value comes from whoever applies the template.
public struct TemplateVariable: Equatable, Sendable {
    public let name: String
    public let description: String
    /// Whether the template cannot be applied without it. Records that use a variable without a value are left out.
    public let isRequired: Bool

    public init(_ name: String, _ description: String, isRequired: Bool = true) {
        self.name = name
        self.description = description
        self.isRequired = isRequired
    }

    static let longestName = 64

    /// Letters and digits of ASCII and `_`, 1 to 64, not a digit first.
    public static func isName(_ text: String) -> Bool {
        let octets = Array(text.utf8)
        guard let first = octets.first, octets.count <= longestName, !isDigit(first) else { return false }
        return octets.allSatisfy { octet in
            isDigit(octet) || octet == UInt8(ascii: "_")
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(asciiLowercased(octet))
        }
    }
}
