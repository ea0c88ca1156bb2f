import API
import Core
import Terminal

/// The form that adds a record or changes one.
enum RecordForm {
    /// What the view knows.
    struct State: Equatable, Sendable {
        let zone: DomainDetail
        /// The zone's records, from which follows what a new TTL does to the others of a set.
        let records: [Record]
        /// The record being changed; nil for a new one.
        let original: Record?
        var fields: [Field: TextField]
        var focus: Field
        /// What the server said against it; gone with the next key.
        var refusal: CallFailure?
        /// The fields that were left or tried already: what is wrong with others is not said yet.
        var visited: Set<Field> = []

        /// A form for a new record.
        init(adding zone: DomainDetail, records: [Record]) {
            self.zone = zone
            self.records = records
            original = nil
            fields = [:]
            focus = .name
        }

        /// A form that changes `record`.
        init(editing record: Record, zone: DomainDetail, records: [Record]) {
            self.zone = zone
            self.records = records
            original = record
            fields = [
                .name: TextField(record.displayName), .type: TextField(record.type), .ttl: TextField("\(record.ttl)"),
                .content: TextField(record.content), .comment: TextField(record.comment ?? ""),
            ]
            focus = .content
        }

        /// The fields that can be typed into: a record's name and type never change.
        var editableFields: [Field] { original == nil ? Field.allCases : [.ttl, .content, .comment] }

        func text(_ field: Field) -> String { fields[field]?.text ?? "" }
    }

    /// The fields in their order; the raw value is the API's name.
    enum Field: String, CaseIterable, Sendable {
        case name, type, ttl, content, comment
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case type(Key)
        case next, previous
        case review
        case refused(CallFailure)
        case close
    }

    /// What it asks for.
    enum Effect: Equatable, Sendable {
        case confirm(Confirmation.State)
        case say(Notice)
        case close
    }

    static func bindings(_ state: State) -> [KeyBinding<Message>] {
        [
            KeyBinding(.enter, label: "review", message: .review),
            KeyBinding(.tab, .down, label: "next field", message: .next),
            KeyBinding(.backTab, .up, label: "previous field", message: .previous),
            KeyBinding(.escape, label: "back", message: .close),
        ]
    }

    static func meaning(of key: Key, in state: State) -> KeyMeaning<Message> {
        let meaning = bindings(state).meaning(of: key)
        return meaning == .nothing ? .send(.type(key)) : meaning
    }

    static func update(_ state: inout State, _ message: Message) -> [Effect] {
        switch message {
        case .type(let key):
            if state.fields[state.focus, default: TextField()].edit(key) { state.refusal = nil }
            return []
        case .next:
            step(1, &state)
            return []
        case .previous:
            step(-1, &state)
            return []
        case .review: return review(&state)
        case .refused(let failure):
            state.refusal = failure
            if let field = failure.field.flatMap(Field.init(rawValue:)), state.editableFields.contains(field) {
                state.focus = field
            }
            return []
        case .close: return [.close]
        }
    }

    private static func step(_ fields: Int, _ state: inout State) {
        let editable = state.editableFields
        state.visited.insert(state.focus)
        let place = editable.firstIndex(of: state.focus) ?? 0
        state.focus = editable[(place + fields + editable.count) % editable.count]
    }

    private static func review(_ state: inout State) -> [Effect] {
        state.visited = Set(Field.allCases)
        let problems = problems(of: state)
        if let first = Field.allCases.first(where: { problems[$0] != nil }) {
            state.focus = first
            return []
        }
        guard let change = RecordChange(state) else {
            return [.say(.problem("Nothing was changed: Esc goes back."))]
        }
        return [.confirm(change.confirmation(in: state.zone.summary.name))]
    }
}
