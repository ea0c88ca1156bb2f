/// What a text means, which colour only repeats.
enum Style: Sendable {
    case plain
    case heading
    case good
    case attention
    case bad
    case faint

    /// The text between the terminal's codes (ECMA-48 SGR) for it.
    func applied(to text: String) -> String {
        guard let code, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private var code: String? {
        switch self {
        case .plain: nil
        case .heading: "1"
        case .good: "32"
        case .attention: "33"
        case .bad: "31"
        case .faint: "2"
        }
    }
}
