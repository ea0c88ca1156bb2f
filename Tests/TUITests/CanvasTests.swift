import Testing
import Terminal

@testable import TUI

@Suite("The canvas")
struct CanvasTests {
    private func canvas(_ columns: Int, _ rows: Int = 1) -> Canvas { Canvas(size: Size(rows: rows, columns: columns)) }

    @Test("Text lands at its place and is cut at the edge with an ellipsis")
    func writes() {
        var canvas = canvas(8)
        #expect(canvas.write("example", row: 0, column: 3) == 5)
        #expect(canvas.text(row: 0) == "   exam…")
    }

    @Test("Text outside the canvas is not written", arguments: [(-1, 0), (1, 0), (0, -1), (0, 8)])
    func outside(row: Int, column: Int) {
        var canvas = canvas(8)
        #expect(canvas.write("x", row: row, column: column) == 0)
        #expect(canvas.text == "")
    }

    @Test("A wide character takes two cells and is never cut in half")
    func wide() {
        var canvas = canvas(5)
        canvas.write("例え例", row: 0, column: 0)
        #expect(canvas.text(row: 0) == "例え…")
        #expect(canvas.cells.map(\.width) == [2, 0, 2, 0, 1])
    }

    @Test("A combining mark shares its character's cell")
    func marks() {
        var canvas = canvas(4)
        canvas.write("e\u{301}例\u{301}x", row: 0, column: 0)
        #expect(canvas.cells[0].text.unicodeScalars.count == 2)
        #expect(canvas.cells[1].text.unicodeScalars.count == 2)
        #expect(canvas.cells[3].text == "x")
    }

    @Test("Controls of strangers never become cells")
    func filters() {
        var canvas = canvas(200)
        canvas.write(hostileText, row: 0, column: 0)
        #expect(canvas.text(row: 0).hasPrefix("\\u{1b}[31m\\u{1b}]52;c;eA==\\u{7}\\u{9b}2J\\u{202e}evil"))
    }

    @Test("A canvas put upon another covers it, with its cursor, and is cut at the edge")
    func places() {
        var lower = canvas(4, 2)
        lower.write("abcd", row: 1, column: 0)
        var upper = canvas(3)
        upper.write("xyz", row: 0, column: 0)
        upper.cursor = Grid.Place(row: 0, column: 1)
        lower.place(upper, row: 1, column: 2)
        #expect(lower.text(row: 1) == "abxy")
        #expect(lower.cursor == Grid.Place(row: 1, column: 3))
    }

    @Test("On a terminal without UTF-8 every cell is ASCII and as wide as before")
    func asciiForm() {
        var canvas = canvas(9)
        canvas.write("✓ 例 é›x", row: 0, column: 0)
        let grid = Painter(theme: Theme(colors: .none), isUTF8: false).grid(of: canvas)
        #expect(grid.cells.map(\.text).joined() == "+ ?? ?>x ")
        #expect(grid.cells.allSatisfy { $0.width == 1 })
    }

    @Test("A wide character whose right half something covers is left out")
    func cutWide() {
        var canvas = canvas(4)
        canvas.write("例", row: 0, column: 0)
        canvas.write("x", row: 0, column: 1)
        let grid = Painter(theme: Theme(colors: .none), isUTF8: true).grid(of: canvas)
        #expect(grid.cells.map(\.text) == [" ", "x", " ", " "])
    }

    @Test("Every glyph has an ASCII form of one column")
    func glyphs() {
        #expect(Glyph.allCases.allSatisfy { $0.ascii.utf8.count == 1 && $0.ascii.utf8.allSatisfy { $0 < 0x7F } })
    }

    @Test("Without colours no style has one; the line under the cursor is still told by its style")
    func withoutColor() {
        let theme = Theme(colors: .none)
        #expect(Role.allCases.allSatisfy { theme.style(of: $0).foreground == nil })
        #expect(theme.style(of: .selected) != theme.style(of: .normal))
    }

    @Test("A style never asks for a colour that the terminal lacks", arguments: [ColorDepth.eight, .sixteen, .many])
    func colors(depth: ColorDepth) {
        let theme = Theme(colors: depth)
        #expect(Role.allCases.compactMap { theme.style(of: $0).foreground }.allSatisfy { Int($0) < depth.rawValue })
        #expect(theme.style(of: .bad).foreground != nil)
    }
}
