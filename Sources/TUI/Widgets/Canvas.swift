import Core
import Terminal

/// What a view draws on: a grid of cells with roles in place of colours.
///
/// Text enters through ``write(_:row:column:role:limit:)`` alone, and that filters it (`TerminalText`): no view can let a
/// control of a stranger reach the terminal.
struct Canvas: Equatable, Sendable {
    let size: Size
    /// Row by row.
    private(set) var cells: [CanvasCell]
    /// Where the terminal's cursor blinks; nil to hide it.
    var cursor: Grid.Place?

    init(size: Size) {
        self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
        cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
    }

    /// Writes `text` at a place, filtered and cut to `limit` columns or the canvas's edge; answers the columns used.
    @discardableResult
    mutating func write(_ text: String, row: Int, column: Int, role: Role = .normal, limit: Int? = nil) -> Int {
        guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return 0 }
        let room = min(size.columns - column, limit ?? .max)
        let shown = TerminalText(text).truncated(to: room)
        var used = 0
        for scalar in shown.text.unicodeScalars {
            let width = TextWidth.of(scalar)
            let place = row * size.columns + column + used
            if width == 0 {
                // Its character stands just before: the filter escapes marks that have none.
                cells[lastStart(before: place)].text.unicodeScalars.append(scalar)
                continue
            }
            cells[place] = CanvasCell(text: String(scalar), width: width, role: role)
            if width == 2 { cells[place + 1] = CanvasCell(text: "", width: 0, role: role) }
            used += width
        }
        return used
    }

    /// Gives a whole row, or its part from `column`, a role, and blanks what is there.
    mutating func fill(row: Int, column: Int = 0, count: Int? = nil, role: Role) {
        guard row >= 0, row < size.rows, column >= 0 else { return }
        let end = min(size.columns, count.map { column + $0 } ?? size.columns)
        for place in column..<max(column, end) {
            cells[row * size.columns + place] = CanvasCell(text: " ", width: 1, role: role)
        }
    }

    /// Puts another canvas upon this one, with its upper left corner at a place; what stands over the edge is cut off.
    mutating func place(_ other: Canvas, row: Int, column: Int = 0) {
        for line in 0..<other.size.rows where row + line >= 0 && row + line < size.rows {
            for place in 0..<other.size.columns where column + place >= 0 && column + place < size.columns {
                cells[(row + line) * size.columns + column + place] = other.cells[line * other.size.columns + place]
            }
        }
        if let cursor = other.cursor {
            self.cursor = Grid.Place(row: cursor.row + row, column: cursor.column + column)
        }
    }

    /// The text of one row without the blanks at its end.
    func text(row: Int) -> String {
        guard row >= 0, row < size.rows else { return "" }
        let line = cells[(row * size.columns)..<((row + 1) * size.columns)].map(\.text).joined()
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// The text of all rows, one a line.
    var text: String { (0..<size.rows).map(text(row:)).joined(separator: "\n") }

    /// The role of the cell at a place.
    func role(row: Int, column: Int) -> Role { cells[row * size.columns + column].role }

    private func lastStart(before place: Int) -> Int {
        cells[place - 1].width == 0 ? place - 2 : place - 1
    }
}

/// One place of a canvas.
struct CanvasCell: Hashable, Sendable {
    /// A character with its marks; empty for the right half of a wide one.
    var text: String
    /// 1 or 2; 0 for the right half of a wide one.
    var width: Int
    var role: Role

    static let blank = CanvasCell(text: " ", width: 1, role: .normal)
}
