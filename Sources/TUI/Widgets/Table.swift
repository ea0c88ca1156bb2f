import Core
import Terminal

/// Text with its role.
struct Span: Equatable, Sendable {
    let text: String
    let role: Role

    init(_ text: String, _ role: Role = .normal) {
        self.text = text
        self.role = role
    }
}

/// Rows under headings.
struct Table: Equatable, Sendable {
    let columns: [Column]

    /// One column.
    struct Column: Equatable, Sendable {
        let title: String
        /// Columns on the terminal, at least.
        let width: Int
        /// Which share of what is left over it takes; 0 for none.
        let weight: Int

        init(_ title: String, width: Int, weight: Int = 0) {
            self.title = title
            self.width = width
            self.weight = weight
        }
    }

    init(_ columns: Column...) {
        self.columns = columns
    }

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Place and width of each column on a row of `width` columns, the pointer and gaps of one column between.
    func layout(in width: Int) -> [(column: Int, width: Int)] {
        let fixed = columns.reduce(0) { $0 + $1.width } + columns.count
        let weights = max(1, columns.reduce(0) { $0 + $1.weight })
        var spare = max(0, width - fixed - 1)
        let share = spare / weights
        var places: [(column: Int, width: Int)] = []
        var place = 2
        for (index, column) in columns.enumerated() {
            var extra = share * column.weight
            if column.weight > 0, !columns[(index + 1)...].contains(where: { $0.weight > 0 }) { extra = spare }
            spare -= extra
            places.append((place, column.width + extra))
            place += column.width + extra + 1
        }
        return places
    }

    func drawHeadings(on canvas: inout Canvas, row: Int) {
        for (column, place) in zip(columns, layout(in: canvas.size.columns)) {
            canvas.write(column.title.uppercased(), row: row, column: place.column, role: .dim, limit: place.width)
        }
    }

    /// Draws one row; the selected one has a pointer and one role for all.
    func draw(_ cells: [Span], on canvas: inout Canvas, row: Int, isSelected: Bool) {
        if isSelected {
            canvas.fill(row: row, role: .selected)
            canvas.write(Glyph.pointer.rawValue, row: row, column: 0, role: .selected)
        }
        for (cell, place) in zip(cells, layout(in: canvas.size.columns)) {
            let role = isSelected ? Role.selected : cell.role
            canvas.write(cell.text, row: row, column: place.column, role: role, limit: place.width)
        }
    }
}
