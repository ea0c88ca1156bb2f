import API
import Core
import Terminal

extension Zones {
    private static let table = Table(
        Table.Column("Name", width: 26, weight: 1),
        Table.Column("Type", width: 12),
        Table.Column("State", width: 10),
        Table.Column("DNSSEC", width: 6),
        Table.Column("Sync", width: 9),
        Table.Column("Changed", width: 7)
    )

    static func view(_ state: State, size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        table.drawHeadings(on: &canvas, row: 0)
        let shown = state.shownRows
        for row in state.cursor.visible {
            let line = row - state.cursor.top + 1
            let zone = state.zone(at: row, shown)
            let spans = zone.map { cells(of: $0, at: state.now) } ?? [Span(Glyph.ellipsis.rawValue, .dim)]
            table.draw(spans, on: &canvas, row: line, isSelected: row == state.cursor.selected)
        }
        if state.cursor.count == 0 {
            for (index, line) in TextBlock.lines(of: emptyText(state), width: size.columns - 4).enumerated() {
                canvas.write(line, row: 2 + index, column: 2, role: .dim)
            }
        }
        return canvas
    }

    /// What the status line says when nothing else is to be said.
    static func summary(_ state: State) -> String {
        guard let total = state.list.total else { return "" }
        guard !state.filter.isEmpty else { return total == 1 ? "1 zone" : "\(total) zones" }
        guard let shown = state.shownRows else { return "\(total) match, filtered by the server" }
        let here = state.list.pages.values.reduce(0) { $0 + $1.count }
        let progress = here < total ? ", \(here) of \(total) looked at" : ""
        return "\(shown.count) match, filtered here" + progress
    }

    private static func cells(of zone: DomainSummary, at now: Timestamp) -> [Span] {
        [
            Span(zone.unicodeName.map { "\(zone.name) (\($0))" } ?? zone.name),
            Span(zone.domainType.words, .dim),
            zone.status.span,
            zone.dnssecEnabled ? Span("signed", .good) : Span("off", .dim),
            zone.syncStatus.span,
            Span(Age.text(since: zone.updatedAt, at: now), .dim),
        ]
    }

    private static func emptyText(_ state: State) -> String {
        if state.list.total == nil {
            return state.failure == nil ? "Loading the zones…" : "There is nothing to show yet."
        }
        guard state.filter.isEmpty else { return "No zone matches \"\(state.filter.text)\". Esc clears the filter." }
        return state.isReadOnly ? "There are no zones." : "There are no zones yet. Press a to create the first one."
    }
}
