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
        var hints = page.hints
        var globalHints = page.takesText ? [] : globalBindings.map(\.hint)
        switch state.overlay {
        case .help(let help):
            canvas.place(Help.view(help, size: body), row: 2)
            (hints, globalHints) = (Help.bindings(help).map(\.hint), [])
        case .palette(let palette):
            canvas.place(page.view(size: body), row: 2)
            Palette.draw(palette, on: &canvas, bottom: size.rows - 2)
            (hints, globalHints) = (Palette.bindings(palette).map(\.hint), [])
        case nil:
            canvas.place(page.view(size: body), row: 2)
            if let filter = page.filterField {
                filter.draw(on: &canvas, row: size.rows - 2)
            } else {
                drawStatus(state, page, on: &canvas)
            }
        }
        drawHints(hints, globalHints, on: &canvas)
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

    /// The last thing that was said, else what is wrong, else what the page shows. What does not fit into its one row
    /// covers the body's last rows, at most two.
    private static func drawStatus(_ state: State, _ page: View, on canvas: inout Canvas) {
        let status = status(of: state, page)
        let lines = TextBlock.lines(of: status.text, width: canvas.size.columns).prefix(3)
        let first = canvas.size.rows - 1 - lines.count
        for (index, line) in lines.enumerated() {
            canvas.fill(row: first + index, role: .normal)
            canvas.write(line, row: first + index, column: 0, role: status.role)
        }
    }

    private static func status(of state: State, _ page: View) -> Span {
        if let notice = state.notice {
            let glyph = notice.isProblem ? Glyph.bad : Glyph.good
            return Span(glyph.rawValue + " " + notice.text, notice.isProblem ? .bad : .good)
        }
        if case .lost(let since, let reason) = state.connection {
            let age = Age.text(since: since, at: state.now)
            return Span("\(Glyph.bad.rawValue) No connection for \(age), trying again: \(reason)", .bad)
        }
        if let failure = page.failure { return Span(Glyph.bad.rawValue + " " + failure.message, .bad) }
        return Span(page.summary, .dim)
    }

    /// The keys of the view as far as there is room, those of everywhere at the right.
    private static func drawHints(_ hints: [KeyHint], _ globalHints: [KeyHint], on canvas: inout Canvas) {
        let everywhere = globalHints.filter(\.isHinted)
        let reserved = everywhere.reduce(0) { $0 + hintWidth($1) }
        var column = 0
        for hint in hints where hint.isHinted {
            guard column + hintWidth(hint) <= canvas.size.columns - reserved else { break }
            column += draw(hint, column: column, on: &canvas)
        }
        column = canvas.size.columns - reserved
        for hint in everywhere { column += draw(hint, column: column, on: &canvas) }
    }

    /// Columns of a hint with the gap after it.
    private static func hintWidth(_ hint: KeyHint) -> Int { (hint.keys.first ?? "").count + 1 + hint.label.count + 2 }

    private static func draw(_ hint: KeyHint, column: Int, on canvas: inout Canvas) -> Int {
        let row = canvas.size.rows - 1
        let isOff = hint.disabledReason != nil
        let key = hint.keys.first ?? ""
        canvas.write(key, row: row, column: column, role: isOff ? .dim : hint.isDangerous ? .dangerousKey : .key)
        canvas.write(hint.label, row: row, column: column + key.count + 1, role: isOff ? .dim : .normal)
        return hintWidth(hint)
    }
}
