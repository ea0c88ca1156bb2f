@testable import CLI
import Core
import Testing

@Suite("Tables")
struct TableTests {
    private func table(_ rows: [[String]], numbers: Set<Int> = []) -> Table {
        Table(
            rows: rows.map { $0.map { Table.Cell($0) } },
            isNumber: rows[0].indices.map(numbers.contains)
        )
    }

    @Test("Wide and combining characters keep the columns in line")
    func wide() {
        let lines = table(
            [["NAME", "TTL", "X"], ["例え.example", "60", "1"], ["e\u{301}.org", "3600", "2"]], numbers: [1]
        )
        .lines(within: nil, isColored: false)
        #expect(lines == ["NAME           TTL  X", "例え.example    60  1", "e\u{301}.org         3600  2"])
    }

    @Test("On a narrow terminal the widest columns give way first, and every line fits", arguments: [21, 30, 40, 60])
    func narrow(width: Int) {
        let lines = table([["short", String(repeating: "例", count: 50), String(repeating: "x", count: 40)]])
            .lines(within: width, isColored: false)
        #expect(lines.allSatisfy { TextWidth.of($0) <= width })
        #expect(lines[0].hasPrefix("short  "))
        #expect(lines[0].contains("…"))
    }

    @Test("A terminal that is far too narrow gets at least six columns of each")
    func tooNarrow() {
        let lines = table([["aaaaaaaaaa", "bbbbbbbbbb"]]).lines(within: 5, isColored: false)
        #expect(lines == ["aaaaa…  bbbbb…"])
    }

    @Test("No line ends in blanks")
    func noTrailingBlanks() {
        let lines = table([["a", "long text"], ["b", "x"]]).lines(within: nil, isColored: false)
        #expect(lines == ["a  long text", "b  x"])
    }

    @Test("Colour stands around the text, not around the blanks")
    func colour() {
        let table = Table(
            rows: [[Table.Cell("ok", .good), Table.Cell("x")], [Table.Cell("long"), Table.Cell("y")]],
            isNumber: [false, false])
        #expect(table.lines(within: nil, isColored: true)[0] == "\u{1B}[32mok\u{1B}[0m    x")
    }

    @Test(
        "Colour is used on a terminal, unless NO_COLOR or a dumb terminal says no, or --color always says yes",
        arguments: [
            ([], [:], true, true), ([], [:], false, false), ([], ["NO_COLOR": "1"], true, false),
            ([], ["NO_COLOR": ""], true, true), ([], ["TERM": "dumb"], true, false),
            (["--color", "always"], ["NO_COLOR": "1"], false, true), (["--color", "never"], [:], true, false),
        ] as [([String], [String: String], Bool, Bool)]
    )
    func colourChoice(options: [String], environment: [String: String], isTerminal: Bool, isColored: Bool) async throws
    {
        let story = try await Story.of(
            ["zone", "list", "-o", "table"] + options,
            [.answer(200, Sample.zones([Sample.zone()]))],
            on: isTerminal ? .wide : nil,
            environment: environment
        )
        #expect(story.out.contains("\u{1B}[32mactive\u{1B}[0m") == isColored)
    }

    @Test("--no-header leaves the header out")
    func noHeader() async throws {
        let story = try await Story.of(
            ["zone", "list", "-o", "table", "--no-header", "--columns", "name"],
            [.answer(200, Sample.zones([Sample.zone()]))]
        )
        #expect(story.out == "example.org\n")
    }
}
