import Terminal

/// Turns a canvas into what the terminal can show.
struct Painter: Sendable {
    let theme: Theme
    /// Whether the terminal takes UTF-8; where not, every character gets an ASCII form.
    let isUTF8: Bool

    func grid(of canvas: Canvas) -> Grid {
        var grid = Grid(size: canvas.size)
        for row in 0..<canvas.size.rows {
            for column in 0..<canvas.size.columns {
                let place = row * canvas.size.columns + column
                let cell = canvas.cells[place]
                // A wide character of which something else covers the right half is left out.
                let isCut = cell.width == 2 && (column + 1 == canvas.size.columns || canvas.cells[place + 1].width != 0)
                let text = isCut ? " " : cell.text
                let style = theme.style(of: cell.role)
                if isUTF8 {
                    grid[row, column] = Cell(text, width: isCut ? 1 : cell.width, style: style)
                } else {
                    let ascii = cell.width == 0 ? "?" : String(Glyph.asciiForm(of: text, width: 1))
                    grid[row, column] = Cell(ascii, width: 1, style: style)
                }
            }
        }
        grid.cursor = canvas.cursor
        return grid
    }
}
