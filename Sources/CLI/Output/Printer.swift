import Client
import Core

/// Prints data on standard output in the wanted format, and talk on standard error. Nothing is printed around it, and
/// everything passes the terminal filter.
struct Printer: Sendable {
    let streams: Streams
    let format: OutputFormat
    /// The value of `--columns`.
    let columns: String?
    let hasHeader: Bool
    let isColored: Bool
    let isQuiet: Bool

    /// Refuses a `--columns` that cannot be printed.
    func checkColumns(among names: [String]) throws(CommandFailure) {
        guard let columns else { return }
        guard format == .table || format == .tsv else {
            throw CommandFailure(.usage, "--columns is for table and tsv; JSON is what the API said")
        }
        let unknown = Columns.names(in: columns).first { !names.contains($0) }
        guard let unknown else { return }
        throw CommandFailure(
            .usage,
            "there is no column \"\(unknown)\" here",
            advice: names.isEmpty ? nil : "The columns are \(names.joined(separator: ", "))."
        )
    }

    /// A list: `bodies` are the API's answers that `rows` come from, their elements in the member `data`.
    func list<Row>(_ rows: [Row], _ all: [Column<Row>], bodies: [[UInt8]]) throws {
        switch format {
        case .json:
            for body in bodies { try streams.out(JSONOutput.document(body, isTerminal: streams.outIsTerminal)) }
        case .jsonl:
            for body in bodies {
                for element in JSONText.elements(of: "data", in: body) {
                    try streams.out(JSONOutput.line(element, isTerminal: streams.outIsTerminal))
                }
            }
        case .table, .tsv:
            let chosen = Columns.chosen(by: columns, from: all)
            try print(
                rows.map { row in chosen.map { Table.Cell($0.text(row), $0.style(row)) } },
                titles: chosen.map(\.title),
                isNumber: chosen.map(\.isNumber)
            )
        }
    }

    /// One object: each column on a line of its own, in tsv its name, a tab and its value. `body` is the API's answer.
    func item<Row>(_ row: Row, _ all: [Column<Row>], body: [UInt8]) throws {
        switch format {
        case .json: try streams.out(JSONOutput.document(body, isTerminal: streams.outIsTerminal))
        case .jsonl: try streams.out(JSONOutput.line(body, isTerminal: streams.outIsTerminal))
        case .table, .tsv:
            let chosen = Columns.chosen(by: columns, from: all)
            let rows = chosen.map { column in
                [
                    Table.Cell(column.name, .faint),
                    Table.Cell(column.text(row), column.style(row)),
                ]
            }
            try print(rows, titles: nil, isNumber: [false, false])
        }
    }

    /// Tells people something, on standard error.
    func say(_ text: String) {
        guard !isQuiet else { return }
        streams.err(TerminalText(text).text + "\n")
    }

    /// Asks something; the answer is typed on the same line.
    func ask(_ question: String) {
        streams.err(TerminalText(question).text + " ")
    }

    private func print(_ rows: [[Table.Cell]], titles: [String]?, isNumber: [Bool]) throws {
        var lines: [String]
        if format == .tsv {
            lines = rows.map { $0.map(\.text.text).joined(separator: "\t") }
        } else {
            let titles = titles.map { [$0.map { Table.Cell($0, .heading) }] } ?? []
            let hasTitles = hasHeader && !rows.isEmpty
            // Single objects are not cut: what is longer than the terminal is wide continues on its next line.
            let width = titles.isEmpty ? nil : streams.columns
            lines = Table(rows: (hasTitles ? titles : []) + rows, isNumber: isNumber)
                .lines(within: width, isColored: isColored)
        }
        guard !lines.isEmpty else { return }
        lines.append("")
        try streams.out(Array(lines.joined(separator: "\n").utf8))
    }
}
