/// One line of what a change will do.
enum ChangeLine: Equatable, Sendable {
    case added(String)
    case removed(String)
    /// A remark, without a sign.
    case note(String)

    /// The line with its sign; colour only repeats it.
    var span: Span {
        switch self {
        case .added(let text): Span("+ " + text, .added)
        case .removed(let text): Span("- " + text, .removed)
        case .note(let text): Span("  " + text, .dim)
        }
    }
}
