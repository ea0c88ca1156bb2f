import API
import Core
import Terminal

/// The question before a change: what will go, what will come, and the one call that does it.
enum Confirmation {
    /// What the view knows.
    struct State: Equatable, Sendable {
        let title: String
        let lines: [ChangeLine]
        let call: Call
        /// What the key does: `add`, `change`, `delete`.
        let verb: String
        /// What is said when it is done.
        let doneText: String
        let isDangerous: Bool
        /// What has to be typed before it may be done; nil where a key suffices.
        let expected: String?
        var typed = TextField()
        var phase = Phase.asking

        init(
            title: String,
            lines: [ChangeLine],
            call: Call,
            verb: String,
            doneText: String,
            isDangerous: Bool = false,
            expected: String? = nil
        ) {
            self.title = title
            self.lines = lines
            self.call = call
            self.verb = verb
            self.doneText = doneText
            self.isDangerous = isDangerous
            self.expected = expected
        }
    }

    /// Where the question is: asked, being done, or refused by the server and asked again.
    enum Phase: Equatable, Sendable {
        case asking
        case saving
        case refused(CallFailure)
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case confirm
        case type(Key)
        case failed(CallFailure)
        case close
    }

    /// What it asks for.
    enum Effect: Equatable, Sendable {
        case run(Call)
        case close
    }

    static func bindings(_ state: State) -> [KeyBinding<Message>] {
        var reason = state.phase == .saving ? "the change is being made" : nil
        if let expected = state.expected, state.typed.text != expected { reason = reason ?? "type \(expected) first" }
        return [
            KeyBinding(
                state.expected == nil ? .character("y") : .enter,
                label: state.verb,
                message: .confirm,
                disabledReason: reason,
                isDangerous: state.isDangerous
            ),
            KeyBinding(.escape, label: "back", message: .close),
        ]
            + (state.expected == nil
                ? [KeyBinding(.character("n"), label: "back", message: .close, isHinted: false)] : [])
    }

    static func meaning(of key: Key, in state: State) -> KeyMeaning<Message> {
        let meaning = bindings(state).meaning(of: key)
        guard meaning == .nothing, state.expected != nil, state.phase != .saving else { return meaning }
        return .send(.type(key))
    }

    static func update(_ state: inout State, _ message: Message) -> [Effect] {
        switch message {
        case .confirm:
            state.phase = .saving
            return [.run(state.call)]
        case .type(let key):
            _ = state.typed.edit(key)
            return []
        case .failed(let failure):
            state.phase = .refused(failure)
            return []
        case .close: return [.close]
        }
    }

    static func view(_ state: State, size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        canvas.write(state.title, row: 0, column: 0, role: .title)
        var row = 2
        let room = max(1, size.rows - 9)
        let lines = state.lines.flatMap { broken($0, width: size.columns - 4) }
        for span in lines.prefix(room) {
            canvas.write(span.text, row: row, column: 2, role: span.role)
            row += 1
        }
        if lines.count > room {
            canvas.write("  and \(lines.count - room) lines more", row: row, column: 2, role: .dim)
            row += 1
        }
        row += 1
        if let expected = state.expected {
            row += canvas.write("Type the name of the zone to go on: ", row: row, column: 0) > 0 ? 1 : 0
            state.typed.draw(
                on: &canvas,
                row: row,
                column: 2,
                width: max(20, min(size.columns - 4, expected.count + 10)),
                isFocused: state.phase != .saving
            )
            row += 2
        }
        switch state.phase {
        case .asking:
            if state.expected == nil { canvas.write("y to \(state.verb), Esc to go back.", row: row, column: 0) }
        case .saving: canvas.write("Waiting for the server…", row: row, column: 0, role: .waiting)
        case .refused(let failure):
            for line in TextBlock.lines(of: failure.message, width: size.columns) {
                canvas.write(line, row: row, column: 0, role: .bad)
                row += 1
            }
        }
        return canvas
    }

    /// A line in the columns there are; what is broken off stands indented below it.
    private static func broken(_ line: ChangeLine, width: Int) -> [Span] {
        let span = line.span
        let lines = TextBlock.lines(of: String(span.text.dropFirst(2)), width: width - 2)
        return lines.enumerated().map { index, text in
            Span((index == 0 ? String(span.text.prefix(2)) : "  ") + text, span.role)
        }
    }
}
