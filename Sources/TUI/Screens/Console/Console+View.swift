import Client
import Core
import Terminal

extension Console {
    static func view(_ state: State, size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        guard size.rows >= smallestSize.rows, size.columns >= smallestSize.columns else {
            for (row, line) in smallText(size).enumerated() { canvas.write(line, row: row, column: 0) }
            return canvas
        }
        drawHeader(state, on: &canvas)
        drawPath(state, on: &canvas)
        let body = Size(rows: size.rows - 4, columns: size.columns)
        let page = state.pages[state.pages.count - 1]
        var hints = page.hints + globalBindings.map(\.hint)
        switch state.overlay {
        case .help(let help):
            canvas.place(Help.view(help, size: body), row: 2)
            hints = Help.bindings(help).map(\.hint)
        case .palette(let palette):
            canvas.place(page.view(size: body), row: 2)
            Palette.draw(palette, on: &canvas, bottom: size.rows - 2)
            hints = Palette.bindings(palette).map(\.hint)
        case nil:
            canvas.place(page.view(size: body), row: 2)
            if let filter = page.filterField {
                filter.draw(on: &canvas, row: size.rows - 2)
            } else {
                drawStatus(state, page, on: &canvas)
            }
        }
        drawHints(hints, on: &canvas)
        return canvas
    }

    private static func smallText(_ size: Size) -> [String] {
        TextBlock.lines(of: "The console needs a window of \(smallestSize), this one has \(size).", width: size.columns)
    }

    private static func drawHeader(_ state: State, on canvas: inout Canvas) {
        canvas.fill(row: 0, role: .header)
        let mode = state.isReadOnly ? "  read-only" : ""
        canvas.write(" ScaiDNS  \(state.server)\(mode)", row: 0, column: 0, role: .header)
        let right = dataText(state)
        let column = canvas.size.columns - TerminalText(right).width - 1
        canvas.write(right, row: 0, column: max(0, column), role: .header)
    }

    /// How fresh what is shown is, whether more is on its way, and whether the server answers.
    private static func dataText(_ state: State) -> String {
        let fresh = state.pages.last { $0.refreshedAt != nil }?.refreshedAt
        let age = fresh.map { Age.text(since: $0, at: state.now) }
        if case .lost = state.connection {
            return Glyph.bad.rawValue + " no connection" + (age.map { ", data \($0) old" } ?? "")
        }
        let spinner = state.openCalls > 0 ? String(["|", "/", "-", "\\"][state.ticks % 4]) + " " : ""
        guard let age else { return spinner + "loading" }
        return spinner + (age == "now" ? "just updated" : "updated \(age) ago")
    }

    private static func drawPath(_ state: State, on canvas: inout Canvas) {
        var titles: [String] = []
        for page in state.pages {
            if case .records(let records) = page, titles.last != records.name { titles.append(records.name) }
            titles.append(page.title)
        }
        let path = titles.joined(separator: " \(Glyph.into.rawValue) ")
        let used = canvas.write(" " + path, row: 1, column: 0, role: .title)
        let filter = state.pages[state.pages.count - 1].filterText
        if !filter.isEmpty { canvas.write("/\(filter)", row: 1, column: used + 3, role: .key) }
    }

    /// The last thing that was said, else what is wrong, else what the page shows.
    private static func drawStatus(_ state: State, _ page: View, on canvas: inout Canvas) {
        let row = canvas.size.rows - 2
        if let notice = state.notice {
            let glyph = notice.isProblem ? Glyph.bad : Glyph.good
            canvas.write(glyph.rawValue + " " + notice.text, row: row, column: 0, role: notice.isProblem ? .bad : .good)
        } else if case .lost(let since, let reason) = state.connection {
            let text = "No connection for \(Age.text(since: since, at: state.now)), trying again: \(reason)"
            canvas.write(Glyph.bad.rawValue + " " + text, row: row, column: 0, role: .bad)
        } else if let failure = page.failure {
            canvas.write(Glyph.bad.rawValue + " " + failure.message, row: row, column: 0, role: .bad)
        } else {
            canvas.write(page.summary, row: row, column: 0, role: .dim)
        }
    }

    private static func drawHints(_ hints: [KeyHint], on canvas: inout Canvas) {
        let row = canvas.size.rows - 1
        var column = 0
        for hint in hints where hint.isHinted {
            guard let key = hint.keys.first, column + key.count + 1 + hint.label.count <= canvas.size.columns else {
                continue
            }
            let isOff = hint.disabledReason != nil
            let keyRole: Role = hint.isDangerous ? .dangerousKey : .key
            column += canvas.write(key, row: row, column: column, role: isOff ? .dim : keyRole) + 1
            column += canvas.write(hint.label, row: row, column: column, role: isOff ? .dim : .normal) + 2
        }
    }
}
