import API
import Core
import Terminal

extension Records {
    /// Rows below the table that show the selected record in full: a line and three of text.
    static let detailRows = 4

    /// From this many columns on there is room for comments.
    private static let wide = 100

    private static func table(width: Int) -> Table {
        var columns = [
            Table.Column("Name", width: 14, weight: 1),
            Table.Column("Type", width: 7),
            Table.Column("TTL", width: 6),
            Table.Column("Content", width: 18, weight: 3),
            Table.Column("State", width: 8),
            Table.Column("Sync", width: 9),
        ]
        if width >= wide { columns.append(Table.Column("Comment", width: 10, weight: 1)) }
        return Table(columns)
    }

    static func view(_ state: State, size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        let table = table(width: size.columns)
        table.drawHeadings(on: &canvas, row: 0)
        let records = state.records ?? []
        for row in state.cursor.visible {
            let record = records[state.shown[row]]
            let isFirst = row == state.cursor.top || records[state.shown[row - 1]].name != record.name
            table.draw(
                cells(of: record, showsName: isFirst),
                on: &canvas,
                row: row - state.cursor.top + 1,
                isSelected: row == state.cursor.selected
            )
        }
        if state.shown.isEmpty {
            for (index, line) in TextBlock.lines(of: emptyText(state), width: size.columns - 4).enumerated() {
                canvas.write(line, row: 2 + index, column: 2, role: .dim)
            }
        }
        drawDetail(of: state.selected, on: &canvas)
        return canvas
    }

    /// What the status line says when nothing else is to be said.
    static func summary(_ state: State) -> String {
        guard let records = state.records else { return "" }
        let count = records.count == 1 ? "1 record" : "\(records.count) records"
        return state.filter.isEmpty ? count : "\(state.shown.count) of \(count) match, filtered here"
    }

    /// A record in one line, as a zone file has it.
    static func line(name: String, ttl: Int?, type: String, content: String, disabled: Bool, comment: String?) -> String
    {
        var parts = [name]
        if let ttl { parts.append(String(ttl)) }
        parts += [type, content]
        if disabled { parts.append("(disabled)") }
        if let comment, !comment.isEmpty { parts.append("; " + comment) }
        return parts.joined(separator: " ")
    }

    static func line(of record: Record) -> String {
        line(
            name: record.displayName,
            ttl: record.ttl,
            type: record.type,
            content: record.content,
            disabled: record.disabled,
            comment: record.comment
        )
    }

    private static func cells(of record: Record, showsName: Bool) -> [Span] {
        let role: Role = record.disabled || isSystem(record) ? .dim : .normal
        return [
            Span(showsName ? record.displayName : "", role),
            Span(record.type, role),
            Span(String(record.ttl), role),
            Span(record.content, role),
            record.disabled ? Span("disabled", .dim) : Span("enabled", role),
            record.disabled ? Span("-", .dim) : record.syncStatus.span,
            Span(record.comment ?? "", .dim),
        ]
    }

    private static func drawDetail(of record: Record?, on canvas: inout Canvas) {
        let first = canvas.size.rows - detailRows
        guard let record, first > 1 else { return }
        canvas.write(
            String(repeating: Glyph.line.rawValue, count: canvas.size.columns), row: first, column: 0, role: .dim)
        let lines = TextBlock.pieces(of: line(of: record), width: canvas.size.columns)
        for (index, line) in lines.prefix(detailRows - 1).enumerated() {
            let isCut = index == detailRows - 2 && lines.count > detailRows - 1
            canvas.write(isCut ? line.dropLast() + Glyph.ellipsis.rawValue : line, row: first + 1 + index, column: 0)
        }
    }

    private static func emptyText(_ state: State) -> String {
        if state.records == nil {
            return state.failure == nil ? "Loading the records of \(state.name)…" : "There is nothing to show yet."
        }
        guard state.filter.isEmpty else { return "No record matches \"\(state.filter.text)\". Esc clears the filter." }
        return "There are no records yet. Press a to add the first one."
    }
}
