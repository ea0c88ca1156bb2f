import Terminal

/// What a key does in a view: data, from which the line of hints and the help are made, so that they cannot lie.
struct KeyBinding<Message: Equatable & Sendable>: Equatable, Sendable {
    /// The keys that do it, the one to show first.
    let keys: [Key]
    /// What it does, in a word or two: `check now`.
    let label: String
    let message: Message
    /// Why it cannot be done now; nil when it can.
    var disabledReason: String?
    /// Whether it destroys something.
    var isDangerous = false
    /// Whether the line of hints shows it; the help always does.
    var isHinted = true

    init(
        _ keys: Key...,
        label: String,
        message: Message,
        disabledReason: String? = nil,
        isDangerous: Bool = false,
        isHinted: Bool = true
    ) {
        self.keys = keys
        self.label = label
        self.message = message
        self.disabledReason = disabledReason
        self.isDangerous = isDangerous
        self.isHinted = isHinted
    }

    /// The binding without its message: what hints and help show.
    var hint: KeyHint {
        KeyHint(
            keys: keys.map(\.name),
            label: label,
            disabledReason: disabledReason,
            isDangerous: isDangerous,
            isHinted: isHinted
        )
    }
}

/// A binding as people see it.
struct KeyHint: Equatable, Sendable {
    /// Names of the keys, the first one for the line of hints.
    let keys: [String]
    let label: String
    let disabledReason: String?
    let isDangerous: Bool
    let isHinted: Bool
}

/// What a key asks for.
enum KeyMeaning<Message: Equatable & Sendable>: Equatable, Sendable {
    case send(Message)
    /// The key is bound, but cannot be used now.
    case disabled(label: String, reason: String)
    case nothing
}

extension Array {
    /// What `key` means among these bindings.
    func meaning<Message>(of key: Key) -> KeyMeaning<Message> where Element == KeyBinding<Message> {
        guard let binding = first(where: { $0.keys.contains(key) }) else { return .nothing }
        if let reason = binding.disabledReason { return .disabled(label: binding.label, reason: reason) }
        return .send(binding.message)
    }
}

extension Key {
    /// The key as the hints write it.
    var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "Ctrl-" + character.uppercased()
        case .function(let number): "F\(number)"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        }
    }
}
