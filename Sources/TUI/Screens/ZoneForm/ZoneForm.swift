import API
import Core
import Terminal

/// The form that creates a zone.
enum ZoneForm {
    /// What the view knows.
    struct State: Equatable, Sendable {
        var name = TextField()
        var description = TextField()
        var focus = Field.name
        var phase = Phase.editing
    }

    /// The fields in their order; the raw value is the API's name.
    enum Field: String, CaseIterable, Sendable {
        case name, description
    }

    /// Where the form is: filled in, tried with a problem in it, being sent, or refused by the server.
    enum Phase: Equatable, Sendable {
        case editing
        case tried
        case saving
        case refused(CallFailure)
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case type(Key)
        case next
        case create
        case refused(CallFailure)
        case close
    }

    /// What it asks for.
    enum Effect: Equatable, Sendable {
        case create(DomainDraft)
        case close
    }

    static func bindings(_ state: State) -> [KeyBinding<Message>] {
        let reason = state.phase == .saving ? "the zone is being created" : nil
        return [
            KeyBinding(.enter, label: "create", message: .create, disabledReason: reason),
            KeyBinding(.tab, .backTab, .down, .up, label: "next field", message: .next),
            KeyBinding(.escape, label: "back", message: .close),
        ]
    }

    static func meaning(of key: Key, in state: State) -> KeyMeaning<Message> {
        let meaning = bindings(state).meaning(of: key)
        guard meaning == .nothing, state.phase != .saving else { return meaning }
        return .send(.type(key))
    }

    static func update(_ state: inout State, _ message: Message) -> [Effect] {
        switch message {
        case .type(let key):
            let isEdited = state.focus == .name ? state.name.edit(key) : state.description.edit(key)
            if isEdited { state.phase = .editing }
            return []
        case .next:
            state.focus = state.focus == .name ? .description : .name
            return []
        case .create:
            guard let name = try? NameCheck.zone(state.name.text) else {
                // The view says what is wrong.
                state.phase = .tried
                state.focus = .name
                return []
            }
            state.phase = .saving
            let description = state.description.text.isEmpty ? nil : state.description.text
            return [.create(DomainDraft(name: name.text, description: description))]
        case .refused(let failure):
            state.phase = .refused(failure)
            return []
        case .close: return [.close]
        }
    }

    /// What Core says about the name; nil for one that may be a zone's.
    static func nameProblem(_ text: String) -> String? {
        do throws(DomainNameError) {
            _ = try NameCheck.zone(text)
            return nil
        } catch {
            return error.message
        }
    }

    static func view(_ state: State, size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        canvas.write("Create a zone", row: 0, column: 0, role: .title)
        var name = FormField(label: "Name", placeholder: "example.org", field: state.name)
        var description = FormField(label: "Description", placeholder: "for people", field: state.description)
        var rest: String?
        switch state.phase {
        case .refused(let failure) where failure.field == Field.name.rawValue: name.problem = failure.message
        case .refused(let failure) where failure.field == Field.description.rawValue:
            description.problem = failure.message
        case .refused(let failure): rest = failure.message
        case .tried: name.problem = nameProblem(state.name.text)
        case .editing, .saving: name.problem = state.name.text.isEmpty ? nil : nameProblem(state.name.text)
        }
        name.draw(on: &canvas, row: 2, isFocused: state.focus == .name)
        description.draw(on: &canvas, row: 2 + FormField.rows, isFocused: state.focus == .description)
        let text = rest.map { Glyph.bad.rawValue + " " + $0 } ?? explanation(state)
        let role: Role = rest == nil ? .dim : .bad
        for (index, line) in TextBlock.lines(of: text, width: size.columns).enumerated() {
            canvas.write(line, row: 3 + 2 * FormField.rows + index, column: 0, role: role)
        }
        return canvas
    }

    private static func explanation(_ state: State) -> String {
        state.phase == .saving
            ? "Waiting for the server…"
            : "A new zone is served once it is proved whose it is: the next page shows the record to publish for that."
    }
}
