import API
import Core
import Testing
import Terminal

@testable import TUI

@Suite("The list of zones")
struct ZonesTests {
    private func page(_ number: Int, of total: Int) -> CallReply {
        let zones = Sample.zones((number - 1) * 100..<min(number * 100, total))
        return .zones(Page(data: zones, total: total, page: number, pageSize: 100))
    }

    @Test("Before any answer the frame stands and says that it loads", arguments: testedSizes)
    func firstFrame(size: Size) {
        let story = Story(size: size)
        #expect(story.text.contains("ScaiDNS  dns.example.org"))
        #expect(story.text.contains("Loading the zones"))
        #expect(story.hintLine.contains("? help"))
    }

    @Test("The first page is asked for at once, and once", arguments: testedSizes)
    func asksOnce(size: Size) {
        var story = Story(size: size)
        story.tick()
        story.tick()
        #expect(story.calls == [.zones(ZoneQuery(), page: 1, ticket: 0)])
    }

    @Test("Each zone has its row with words for its states", arguments: testedSizes)
    func rows(size: Size) {
        let story = Story(
            zones: [
                Sample.zone("a.example"), Sample.zone("b.example", status: .pendingValidation, sync: .pending),
                Sample.zone("c.example", status: .inactive, type: .reverseIPv4, sync: .failed),
            ],
            size: size
        )
        let lines = story.text.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("a.example") && $0.contains("active") && $0.contains("synced") })
        #expect(lines.contains { $0.contains("b.example") && $0.contains("pending") })
        #expect(lines.contains { $0.contains("reverse IPv4") && $0.contains("inactive") && $0.contains("failed") })
        #expect(story.statusLine == "3 zones")
    }

    @Test("The cursor's row is the one that moved, and only that", arguments: testedSizes)
    func cursorRow(size: Size) {
        var story = Story(zones: Sample.zones(0..<90), size: size)
        story.press("jj")
        story.press(.down, .up)
        #expect(story.selectedRows.count == 1)
        #expect(story.selectedRows.first?.hasPrefix("▸ zone00002.example") == true)
        story.press("G")
        #expect(story.selectedRows.first?.contains("zone00089.example") == true)
        story.press("g")
        #expect(story.selectedRows.first?.contains("zone00000.example") == true)
    }

    @Test("Pages are fetched around the view, never all at once")
    func fetchesAround() {
        var story = Story()
        story.answer(page(1, of: 1_000_000))
        story.press("G")
        #expect(story.calls == [.zones(ZoneQuery(), page: 10_000, ticket: 0)])
        story.answer(page(10_000, of: 1_000_000))
        #expect(story.selectedRows.first?.contains("example") == true)
        story.press(.pageUp)
        #expect(story.calls.isEmpty)
    }

    @Test("A row whose page has not arrived shows as such and cannot be opened")
    func missingRow() {
        var story = Story()
        story.answer(page(1, of: 1000))
        story.press("G")
        #expect(story.selectedRows.first?.contains("…") == true)
        story.press(.enter)
        #expect(story.statusLine.contains("no zone is selected"))
    }

    @Test("What is seen is asked for again every five seconds, and the answer updates it in place")
    func polls() {
        var story = Story(zones: [Sample.zone("a.example", sync: .pending)])
        for _ in 0..<4 { story.tick() }
        #expect(story.calls.isEmpty)
        #expect(story.screen.text(row: 0).hasSuffix("updated 4 s ago"))
        story.tick()
        #expect(story.calls.count == 1)
        story.answer(.zones(Page(data: [Sample.zone("a.example")], total: 1, page: 1, pageSize: 100)))
        #expect(story.selectedRows.first?.contains("synced") == true)
        #expect(story.screen.text(row: 0).hasSuffix("just updated"))
    }

    @Test("The cursor stays on its zone when another one comes before it")
    func follows() {
        var story = Story(zones: [Sample.zone("b.example"), Sample.zone("c.example")])
        story.press("j")
        story.tick(seconds: 5)
        let zones = ["a.example", "b.example", "c.example"].map { Sample.zone($0) }
        story.answer(.zones(Page(data: zones, total: 3, page: 1, pageSize: 100)))
        #expect(story.selectedRows.first?.contains("c.example") == true)
    }

    @Test("A substring, a type and a state are filtered by the server")
    func serverFilter() {
        var story = Story(zones: Sample.zones(0..<3))
        story.press("/exam status:pend")
        story.press(.enter)
        #expect(story.calls == [.zones(ZoneQuery(search: "exam", status: .pendingValidation), page: 1, ticket: 1)])
        story.answer(.zones(Page(data: [Sample.zone("x.example")], total: 1, page: 1, pageSize: 100)))
        #expect(story.statusLine == "1 match, filtered by the server")
        #expect(story.screen.text(row: 1).contains("/exam status:pend"))
        story.press(.escape)
        #expect(story.calls == [.zones(ZoneQuery(), page: 1, ticket: 2)])
    }

    @Test("An answer to an older filter is let go")
    func staleAnswer() {
        var story = Story(zones: Sample.zones(0..<3))
        story.press("/a")
        story.press(.enter)
        story.press("/b")
        story.press(.enter)
        story.answer(.zones(Page(data: [Sample.zone("a.example")], total: 1, page: 1, pageSize: 100)))
        #expect(!story.text.contains("a.example"))
        story.answer(.zones(Page(data: [Sample.zone("b.example")], total: 1, page: 1, pageSize: 100)))
        #expect(story.text.contains("b.example"))
    }

    @Test("A pattern is filtered here, over the whole list, two pages at a time")
    func localFilter() {
        var story = Story()
        story.answer(page(1, of: 450))
        story.press("/~zone00(007|333)")
        story.press(.enter)
        #expect(story.calls.count == 2)
        #expect(story.statusLine == "1 match, filtered here, 100 of 450 looked at")
        for number in 2...5 { story.answer(page(number, of: 450)) }
        #expect(story.calls.isEmpty)
        #expect(story.statusLine == "2 match, filtered here")
        story.press("n")
        #expect(story.selectedRows.first?.contains("zone00333.example") == true)
        story.press("n")
        #expect(story.selectedRows.first?.contains("zone00007.example") == true)
    }

    @Test("A pattern over more than 100,000 zones is refused with the way out")
    func refusesLocalFilter() {
        var story = Story()
        story.answer(page(1, of: 100_001))
        story.press("/!a")
        story.press(.enter)
        #expect(story.statusLine.contains("up to 100,000 zones, this one has 100001"))
        #expect(story.calls.isEmpty)
    }

    @Test("What is wrong with a filter is said while it is typed")
    func filterProblem() {
        var story = Story(zones: Sample.zones(0..<3))
        story.press("/ttl:x")
        #expect(story.statusLine.contains("is not a number of seconds"))
        story.press(.enter)
        #expect(story.calls.isEmpty)
        story.press(.escape)
        #expect(story.statusLine == "3 zones")
    }

    @Test("Started read-only nothing can be created or deleted, and the reason is told")
    func readOnly() {
        var story = Story(zones: Sample.zones(0..<3), isReadOnly: true)
        for key in ["a", "D"] {
            story.press(key)
            #expect(story.statusLine.contains("started with --read-only"))
            #expect(story.state.pages.count == 1)
        }
        #expect(story.screen.text(row: 0).contains("read-only"))
    }

    @Test("A zone is deleted only after its name was typed")
    func deletes() {
        var story = Story(zones: [Sample.zone("a.example")])
        story.press("D")
        #expect(story.changeLines == ["- a.example (primary, active)"])
        story.press(.enter)
        story.press("a.exampl")
        story.press(.enter)
        #expect(story.calls.isEmpty)
        #expect(story.statusLine.contains("type a.example first"))
        story.press("e")
        story.press(.enter)
        #expect(story.calls == [.deleteZone(id: "id-a.example", name: "a.example")])
        story.answer(.done)
        #expect(story.statusLine.contains("a.example was deleted."))
        #expect(story.state.pages.count == 1)
        #expect(story.calls == [.zones(ZoneQuery(), page: 1, ticket: 1)])
    }

    @Test("An empty list says what to do")
    func empty() {
        #expect(Story(zones: []).text.contains("Press a to create the first one"))
    }

    @Test("A name is completed from the zones that are known, and its page opens")
    func palette() {
        var story = Story(zones: [Sample.zone("a.example"), Sample.zone("b.example")])
        story.press(":zone b")
        story.press(.tab)
        #expect(story.statusLine == ":zone b.example")
        story.press(.enter)
        #expect(story.screen.text(row: 1) == " Zones › b.example")
        #expect(story.calls == [.zone("b.example")])
    }
}
