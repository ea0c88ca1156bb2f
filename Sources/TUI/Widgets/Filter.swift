/// What is typed after `/`: words that all have to hold.
///
/// A word is a substring, `type:MX`, `status:pending_validation`, `ttl:<300` (also `>` and `=`), `~REGEX`, or any of
/// these with `!` before it for the opposite. Letters match without regard to case.
struct Filter: Equatable, Sendable {
    /// What was typed.
    let text: String
    let terms: [Term]

    /// One word of a filter.
    struct Term: Equatable, Sendable {
        let isInverted: Bool
        let kind: Kind

        /// What a word asks of a row.
        enum Kind: Equatable, Sendable {
            case contains(String)
            case type(String)
            case status(String)
            case ttl(Comparison, Int)
            case matches(pattern: String)
        }
    }

    /// How a number is compared.
    enum Comparison: Character, Sendable {
        case less = "<"
        case more = ">"
        case equal = "="
    }

    /// What a filter looks at.
    struct Row {
        /// Texts that substrings and patterns are looked for in.
        let texts: [String]
        let type: String
        let status: String
        let ttl: Int
    }

    static let none = Filter(unchecked: "", [])

    private init(unchecked text: String, _ terms: [Term]) {
        self.text = text
        self.terms = terms
    }

    /// Reads a filter.
    ///
    /// - Throws: ``FilterError`` for a number or pattern that is none.
    init(_ text: String) throws(FilterError) {
        var terms: [Term] = []
        for word in text.split(separator: " ") {
            let isInverted = word.first == "!"
            let rest = String(isInverted ? word.dropFirst() : word)
            guard !rest.isEmpty else { continue }
            terms.append(Term(isInverted: isInverted, kind: try Self.kind(of: rest)))
        }
        self.init(unchecked: text, terms)
    }

    var isEmpty: Bool { terms.isEmpty }

    /// The filter of those terms that satisfy `condition`.
    func keeping(_ condition: (Term) -> Bool) -> Filter { Filter(unchecked: text, terms.filter(condition)) }

    private static func kind(of word: String) throws(FilterError) -> Term.Kind {
        if word.hasPrefix("~") {
            let pattern = String(word.dropFirst())
            // Whether the text is a pattern is all that is asked here.
            guard (try? Regex(pattern)) != nil else { throw .badPattern(pattern) }
            return .matches(pattern: pattern)
        }
        if let value = value(of: "type:", in: word) { return .type(value.lowercased()) }
        if let value = value(of: "status:", in: word) { return .status(value.lowercased()) }
        if let value = value(of: "ttl:", in: word) {
            let comparison = value.first.flatMap(Comparison.init(rawValue:))
            guard let seconds = Int(comparison == nil ? value : String(value.dropFirst())) else {
                throw .badNumber(value)
            }
            return .ttl(comparison ?? .equal, seconds)
        }
        return .contains(word.lowercased())
    }

    private static func value(of prefix: String, in word: String) -> String? {
        word.lowercased().hasPrefix(prefix) && word.count > prefix.count ? String(word.dropFirst(prefix.count)) : nil
    }
}

/// Why a text is no filter.
enum FilterError: Error, Equatable {
    case badNumber(String)
    case badPattern(String)

    /// A sentence for people.
    var message: String {
        switch self {
        case .badNumber(let text): "\"\(text)\" is not a number of seconds: write ttl:300, ttl:<300 or ttl:>300."
        case .badPattern(let text): "\"\(text)\" is not a regular expression."
        }
    }
}

/// A filter made ready to look at many rows.
struct FilterTest {
    private let terms: [(isInverted: Bool, holds: (Filter.Row) -> Bool)]

    init(_ filter: Filter) {
        terms = filter.terms.map { ($0.isInverted, Self.test($0.kind)) }
    }

    func holds(for row: Filter.Row) -> Bool {
        terms.allSatisfy { $0.holds(row) != $0.isInverted }
    }

    private static func test(_ kind: Filter.Term.Kind) -> (Filter.Row) -> Bool {
        switch kind {
        case .contains(let part): { row in row.texts.contains { $0.lowercased().contains(part) } }
        case .type(let type): { $0.type.lowercased().hasPrefix(type) }
        case .status(let status): { $0.status.lowercased().hasPrefix(status) }
        case .ttl(.less, let seconds): { $0.ttl < seconds }
        case .ttl(.more, let seconds): { $0.ttl > seconds }
        case .ttl(.equal, let seconds): { $0.ttl == seconds }
        case .matches(let pattern): matching(pattern)
        }
    }

    private static func matching(_ pattern: String) -> (Filter.Row) -> Bool {
        // The filter was read, so that the pattern is one; a filter that is none would hold for nothing.
        guard let regex = try? Regex(pattern).ignoresCase() else { return { _ in false } }
        return { row in row.texts.contains { $0.firstMatch(of: regex) != nil } }
    }
}
