import Terminal

/// The command line of the console, opened by `:`.
enum Palette {
    /// What the view knows.
    struct State: Equatable, Sendable {
        var field = TextField()
        /// Names of zones to complete with, as far as they are known.
        let zones: [String]
        /// Which of the completions was taken last; nil after typing.
        var chosen: Int?
        /// What the completions complete.
        var stem = ""
    }

    /// What can be said.
    enum Command: Equatable, Sendable {
        case zones
        case zone(String)
        case records(String)
        case help
        case quit
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case type(Key)
        case complete(Int)
        case run
        case close
    }

    /// What it asks for.
    enum Effect: Equatable, Sendable {
        case run(Command)
        case say(Notice)
        case close
    }

    /// The most completions that are shown.
    static let mostCompletions = 6

    static func bindings(_ state: State) -> [KeyBinding<Message>] {
        [
            KeyBinding(.enter, label: "run", message: .run),
            KeyBinding(.tab, .down, label: "complete", message: .complete(1)),
            KeyBinding(.backTab, .up, label: "previous", message: .complete(-1), isHinted: false),
            KeyBinding(.escape, label: "back", message: .close),
        ]
    }

    static func message(for key: Key, in state: State) -> Message {
        if case .send(let message) = bindings(state).meaning(of: key) { return message }
        return .type(key)
    }

    static func update(_ state: inout State, _ message: Message) -> [Effect] {
        switch message {
        case .type(.backspace) where state.field.text.isEmpty: return [.close]
        case .type(let key):
            if state.field.edit(key) {
                state.chosen = nil
                state.stem = state.field.text
            }
            return []
        case .complete(let step):
            let completions = completions(of: state)
            guard !completions.isEmpty else { return [] }
            let next = state.chosen.map { $0 + step } ?? (step > 0 ? 0 : completions.count - 1)
            let place = (next + completions.count) % completions.count
            state.chosen = place
            state.field = TextField(completions[place])
            return []
        case .run:
            guard let command = command(state.field.text) else {
                let words = verbs.map(\.word).joined(separator: ", ")
                return [.say(.problem("\"\(state.field.text)\" is no command; there are \(words).")), .close]
            }
            return [.close, .run(command)]
        case .close: return [.close]
        }
    }

    /// Reads a command; nil for none.
    static func command(_ text: String) -> Command? {
        let words = text.split(separator: " ").map(String.init)
        return switch (words.first ?? "", words.dropFirst().first, words.count) {
        case ("zones", nil, _): .zones
        case ("zone", let name?, 2): .zone(name)
        case ("records", let name?, 2): .records(name)
        case ("help", nil, _): .help
        case ("q", nil, _), ("quit", nil, _): .quit
        default: nil
        }
    }

    /// What the text may become, at most ``mostCompletions``.
    static func completions(of state: State) -> [String] {
        let stem = state.stem
        guard let blank = stem.firstIndex(of: " ") else {
            return verbs.filter { $0.word.hasPrefix(stem) }.map { $0.takesZone ? $0.word + " " : $0.word }
        }
        let verb = String(stem[..<blank])
        let begin = stem[stem.index(after: blank)...].lowercased()
        guard verbs.contains(where: { $0.word == verb && $0.takesZone }) else { return [] }
        return state.zones.lazy.filter { $0.hasPrefix(begin) }.prefix(mostCompletions).map { verb + " " + $0 }
    }

    private static let verbs: [(word: String, takesZone: Bool)] = [
        ("zones", false), ("zone", true), ("records", true), ("help", false), ("quit", false),
    ]

    /// Draws the line at row `bottom` and the completions above it.
    static func draw(_ state: State, on canvas: inout Canvas, bottom: Int) {
        let completions = completions(of: state)
        for (index, completion) in completions.enumerated() {
            let row = bottom - completions.count + index
            let role: Role = index == state.chosen ? .selected : .dim
            canvas.fill(row: row, role: role)
            canvas.write(completion, row: row, column: 1, role: role)
        }
        canvas.fill(row: bottom, role: .normal)
        canvas.write(":", row: bottom, column: 0, role: .key)
        state.field.draw(on: &canvas, row: bottom, column: 1, width: canvas.size.columns - 1, isFocused: true)
    }
}
