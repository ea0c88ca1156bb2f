import Core
import Terminal

/// One line of text that is being typed.
struct TextField: Equatable, Sendable {
    private(set) var text: String
    /// How many characters stand before the cursor.
    private(set) var position: Int

    /// More than any name, content or comment may have.
    static let mostCharacters = 4096

    init(_ text: String = "") {
        self.text = text
        position = text.count
    }

    /// Does what `key` asks for; false when it is no key of a text field.
    mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(character)
        case .backspace: remove(before: true)
        case .delete: remove(before: false)
        case .left: position = max(0, position - 1)
        case .right: position = min(text.count, position + 1)
        case .home, .control("a"): position = 0
        case .end, .control("e"): position = text.count
        case .control("u"): self = TextField(String(text.dropFirst(position))).atStart
        case .control("k"): self = TextField(String(text.prefix(position)))
        default: return false
        }
        return true
    }

    /// Draws the field in `width` columns, scrolled so that the cursor is seen.
    func draw(on canvas: inout Canvas, row: Int, column: Int, width: Int, isFocused: Bool) {
        canvas.fill(row: row, column: column, count: width, role: isFocused ? .input : .inactiveInput)
        guard isFocused else {
            canvas.write(text, row: row, column: column, role: .inactiveInput, limit: width)
            return
        }
        // The longest end of what stands before the cursor that leaves a column for it.
        var before = ""
        for character in text.prefix(position).reversed() {
            let longer = String(character) + before
            guard TerminalText(longer).width < width else { break }
            before = longer
        }
        let used = canvas.write(before, row: row, column: column, role: .input, limit: width)
        let after = String(text.dropFirst(position))
        canvas.write(after, row: row, column: column + used, role: .input, limit: width - used)
        canvas.cursor = Grid.Place(row: row, column: column + used)
    }

    private var atStart: TextField {
        var field = self
        field.position = 0
        return field
    }

    private mutating func insert(_ character: Character) {
        guard text.count < Self.mostCharacters else { return }
        let before = String(text.prefix(position)) + String(character)
        // A combining mark joins the character before it.
        let joined = before + text.dropFirst(position)
        position = before.count
        text = joined
    }

    private mutating func remove(before: Bool) {
        let place = before ? position - 1 : position
        guard place >= 0, place < text.count else { return }
        text.remove(at: text.index(text.startIndex, offsetBy: place))
        position = place
    }
}
