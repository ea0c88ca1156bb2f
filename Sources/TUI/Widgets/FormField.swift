import Terminal

/// One labelled line of a form.
struct FormField: Equatable, Sendable {
    let label: String
    /// Shown dimmed while nothing is typed.
    let placeholder: String
    var field: TextField
    /// What is wrong with it; shown below.
    var problem: String?

    /// Columns that the labels take.
    static let labelWidth = 13
    /// Rows that a field takes: itself, and one for what is wrong.
    static let rows = 2

    func draw(on canvas: inout Canvas, row: Int, isFocused: Bool) {
        let left = Self.labelWidth
        let width = max(1, min(canvas.size.columns - left - 1, 100))
        canvas.write(label, row: row, column: 0, role: isFocused ? .title : .dim, limit: left - 1)
        field.draw(on: &canvas, row: row, column: left, width: width, isFocused: isFocused)
        if field.text.isEmpty {
            let start = isFocused ? left + 1 : left
            let role: Role = isFocused ? .input : .inactiveInput
            canvas.write(placeholder, row: row, column: start, role: role, limit: width - 1)
        }
        guard let problem else { return }
        canvas.write(Glyph.bad.rawValue + " " + problem, row: row + 1, column: left, role: .bad)
    }
}
