import Core

/// Aligned text: columns as wide as their widest cell, or less where the terminal is narrower.
struct Table {
    /// A cell, filtered, and what it means.
    struct Cell {
        let text: TerminalText
        var style = Style.plain

        init(_ text: String, _ style: Style = .plain) {
            self.text = TerminalText(text)
            self.style = style
        }
    }

    /// As many cells in each row as there are in `isNumber`.
    let rows: [[Cell]]
    /// For each column, whether it stands at the right.
    let isNumber: [Bool]

    private static let gap = 2
    /// Columns are not made narrower than this.
    private static let narrowest = 6

    /// The lines in at most `width` columns of a terminal where that can be; nil: as wide as it gets.
    func lines(within width: Int?, isColored: Bool) -> [String] {
        let widths = widths(within: width)
        return rows.map { row in
            var line = ""
            for (index, cell) in row.enumerated() {
                let isLast = index == row.count - 1
                let text = cell.text.truncated(to: widths[index])
                let blanks = String(repeating: " ", count: max(0, widths[index] - text.width))
                let shown = isColored ? cell.style.applied(to: text.text) : text.text
                if isNumber[index] {
                    line += blanks + shown
                } else {
                    line += isLast ? shown : shown + blanks
                }
                if !isLast { line += String(repeating: " ", count: Table.gap) }
            }
            return line
        }
    }

    private func widths(within width: Int?) -> [Int] {
        var widths = isNumber.indices.map { index in rows.map { $0[index].text.width }.max() ?? 0 }
        guard let width else { return widths }
        var surplus = widths.reduce(0, +) + Table.gap * max(0, widths.count - 1) - width
        while surplus > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
            // Down to the next narrower column at a time, so that equal columns shrink alike.
            let next = widths.filter { $0 < widths[widest] }.max() ?? 0
            let target = max(Table.narrowest, next, widths[widest] - surplus)
            let step = max(1, widths[widest] - target)
            guard widths[widest] - step >= Table.narrowest else { break }
            widths[widest] -= step
            surplus -= step
        }
        return widths
    }
}
