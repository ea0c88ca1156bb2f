import API
import Core
import Testing
import Terminal

@testable import TUI

@Suite("Widgets")
struct WidgetTests {
    @Test(
        "A text field edits at its cursor",
        arguments: [
            ([Key.character("a"), .character("b")], "ab", 2),
            ([.character("a"), .left, .character("b")], "ba", 1),
            ([.character("a"), .character("b"), .backspace], "a", 1),
            ([.character("a"), .character("b"), .home, .delete], "b", 0),
            ([.character("a"), .character("b"), .left, .control("u")], "b", 0),
            ([.character("a"), .character("b"), .left, .control("k")], "a", 1),
            ([.backspace, .delete, .left, .right], "", 0),
            ([.character("e"), .character("\u{301}"), .character("x"), .left, .backspace], "x", 0),
        ]
    )
    func edits(keys: [Key], text: String, position: Int) {
        var field = TextField()
        let taken = keys.map { field.edit($0) }
        #expect(!taken.contains(false))
        #expect(field.text == text)
        #expect(field.position == position)
    }

    @Test(
        "A text field leaves keys alone that are not its own", arguments: [Key.enter, .escape, .tab, .up, .function(1)])
    func ignores(key: Key) {
        var field = TextField("a")
        let isTaken = field.edit(key)
        #expect(!isTaken)
        #expect(field == TextField("a"))
    }

    @Test("A text field longer than its place shows the part at the cursor")
    func scrolls() {
        var canvas = Canvas(size: Size(rows: 1, columns: 6))
        TextField("abcdefgh").draw(on: &canvas, row: 0, column: 0, width: 6, isFocused: true)
        #expect(canvas.text(row: 0) == "defgh")
        #expect(canvas.cursor == Grid.Place(row: 0, column: 5))
    }

    @Test(
        "The cursor of a list stays within it and in the window",
        arguments: [
            ([ListCursor.Move.by(1)], 1, 0), ([.by(-1)], 0, 0), ([.end], 99, 90), ([.end, .by(1)], 99, 90),
            ([.page(1)], 9, 9), ([.end, .page(-1)], 90, 81), ([.by(12)], 12, 3), ([.end, .start], 0, 0),
            ([.to(50)], 50, 41), ([.to(500)], 99, 90),
        ]
    )
    func moves(moves: [ListCursor.Move], selected: Int, top: Int) {
        var cursor = ListCursor()
        cursor.fit(count: 100, height: 10)
        for move in moves { cursor.move(move) }
        #expect(cursor.selected == selected)
        #expect(cursor.top == top)
    }

    @Test("A list that shrinks takes its cursor along; an empty one has it at the start")
    func shrinks() {
        var cursor = ListCursor()
        cursor.fit(count: 100, height: 10)
        cursor.move(.end)
        cursor.fit(count: 5, height: 10)
        #expect(cursor.selected == 4)
        cursor.fit(count: 0, height: 10)
        #expect(cursor.selected == 0)
        #expect(cursor.visible.isEmpty)
    }

    @Test("A sparse list knows its pages and forgets the farthest")
    func sparse() {
        var list = SparseList<DomainSummary>()
        #expect(list.pageNumbers(of: 0..<20) == [1])
        for page in 1...50 {
            let zones = Sample.zones((page - 1) * 100..<page * 100)
            list.take(Page(data: zones, total: 5000, page: page, pageSize: 100))
        }
        #expect(list.pageNumbers(of: 95..<205) == [1, 2, 3])
        #expect(list[4999]?.name == "zone04999.example")
        #expect(list[5000] == nil)
        list.trim(around: 4999)
        #expect(list.pages.count == SparseList<DomainSummary>.mostPages)
        #expect(list[0] == nil)
        #expect(list[4999] != nil)
    }

    @Test(
        "A filter lets through what satisfies all its words",
        arguments: [
            ("", true), ("WWW", true), ("mail", false), ("www 192.0", true), ("www mail", false), ("!mail", true),
            ("!www", false), ("type:a", true), ("type:mx", false), ("!type:mx", true), ("status:sync", true),
            ("status:failed", false), ("ttl:300", true), ("ttl:<300", false), ("ttl:>299", true), ("ttl:=300", true),
            ("~^www\\.", true), ("~^mail", false), ("!~^mail", true), ("type:", false),
        ]
    )
    func filters(text: String, passes: Bool) throws {
        let row = Filter.Row(texts: ["www.example.org", "192.0.2.1"], type: "A", status: "synced", ttl: 300)
        #expect(FilterTest(try Filter(text)).holds(for: row) == passes)
    }

    @Test(
        "A filter that is none is refused with its reason",
        arguments: [("ttl:<x", FilterError.badNumber("<x")), ("~(", .badPattern("(")), ("a ~[", .badPattern("["))]
    )
    func refusesFilter(text: String, reason: FilterError) {
        #expect(throws: reason) { try Filter(text) }
    }

    @Test(
        "A filter on zones sends one substring, one state and one type to the server and keeps the rest",
        arguments: [
            ("exam", ZoneQuery(search: "exam"), 0), ("a b", ZoneQuery(search: "a"), 1),
            ("status:pend", ZoneQuery(status: .pendingValidation), 0),
            ("type:second x", ZoneQuery(search: "x", type: .secondary), 0),
            ("type:reverse", ZoneQuery(), 1), ("!a", ZoneQuery(), 1), ("~a", ZoneQuery(), 1),
            ("ttl:>9", ZoneQuery(), 1),
            ("status:nonsense", ZoneQuery(), 1),
        ]
    )
    func splits(text: String, query: ZoneQuery, local: Int) throws {
        let parts = ZoneQuery.split(try Filter(text))
        #expect(parts.query == query)
        #expect(parts.local.terms.count == local)
    }

    @Test(
        "An age is told in the largest unit that fits",
        arguments: [
            (0, "now"), (-5, "now"), (59, "59 s"), (60, "1 min"), (3599, "59 min"), (7200, "2 h"), (172_800, "2 d"),
        ]
    )
    func ages(seconds: Int64, text: String) {
        #expect(Age.text(since: Sample.now, at: Sample.now.adding(seconds: seconds)) == text)
    }

    @Test(
        "Text is broken at blanks where it can be and anywhere where it must",
        arguments: [
            ("a bc def", 4, ["a bc", "def"]), ("abcdef", 4, ["abcd", "ef"]), ("", 4, [""]), ("例え例", 4, ["例え", "例"]),
            ("a abcdef", 4, ["a", "abcd", "ef"]),
        ]
    )
    func breaks(text: String, width: Int, lines: [String]) {
        #expect(TextBlock.lines(of: text, width: width) == lines)
    }

    @Test("A bound key that cannot be used says why")
    func disabled() {
        let bindings = [KeyBinding(.character("d"), label: "delete", message: 1, disabledReason: "nothing is selected")]
        #expect(bindings.meaning(of: .character("d")) == .disabled(label: "delete", reason: "nothing is selected"))
        #expect(bindings.meaning(of: .character("x")) == .nothing)
    }

    @Test("Columns share what is left over by weight and end at the edge", arguments: [80, 120, 200])
    func layout(width: Int) {
        let table = Table(.init("a", width: 10, weight: 1), .init("b", width: 5), .init("c", width: 10, weight: 3))
        let places = table.layout(in: width)
        #expect(places[1].width == 5)
        #expect(places[2].width > places[0].width)
        #expect(places[2].column + places[2].width == width)
    }
}
