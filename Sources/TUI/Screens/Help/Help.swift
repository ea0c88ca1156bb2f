import Core
import Terminal

/// The keys of a view, made from its bindings.
enum Help {
    /// What the view knows.
    struct State: Equatable, Sendable {
        let title: String
        let hints: [KeyHint]
        let globalHints: [KeyHint]
        /// Rows of the window.
        var rows: Int
        var scroll = 0
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case scroll(Int)
        case close
    }

    static func bindings(_ state: State) -> [KeyBinding<Message>] {
        [
            KeyBinding(.escape, .character("q"), .character("?"), .enter, label: "back", message: .close),
            KeyBinding(.down, .character("j"), label: "scroll down", message: .scroll(1)),
            KeyBinding(.up, .character("k"), label: "scroll up", message: .scroll(-1)),
        ]
    }

    /// Moves the text; true when the help is to be closed.
    static func update(_ state: inout State, _ message: Message) -> Bool {
        switch message {
        case .scroll(let rows):
            state.scroll = max(0, min(state.scroll + rows, lines(of: state).count - state.rows))
            return false
        case .close: return true
        }
    }

    static func view(_ state: State, size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        for (row, spans) in lines(of: state).dropFirst(state.scroll).enumerated() {
            var column = 0
            for span in spans { column += canvas.write(span.text, row: row, column: column, role: span.role) }
        }
        return canvas
    }

    private static func lines(of state: State) -> [[Span]] {
        var lines: [[Span]] = [[Span("Keys in \(state.title)", .title)], []]
        lines += state.hints.map(line(of:))
        lines += [[], [Span("Everywhere", .title)], []]
        lines += state.globalHints.map(line(of:))
        lines += [
            [], [Span("Filters", .title)], [],
            [Span("  word  type:MX  status:pending  ttl:<300  ~regular.expression  !opposite")],
            [Span("  All words have to hold. Letters match without regard to case.", .dim)],
        ]
        return lines
    }

    private static func line(of hint: KeyHint) -> [Span] {
        let keys = TerminalText("  " + hint.keys.joined(separator: " ")).padded(to: 20)
        var spans = [Span(keys, hint.isDangerous ? .dangerousKey : .key), Span(hint.label)]
        if hint.isDangerous { spans.append(Span(" (destroys)", .dim)) }
        if let reason = hint.disabledReason { spans.append(Span("  not now: \(reason)", .dim)) }
        return spans
    }
}
