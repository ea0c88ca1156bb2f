import API
import Core
import Testing
import Terminal

@testable import TUI

@Suite("Forms")
struct FormTests {
    /// Fills the form for a new record.
    private func adding(_ values: [String], size: Size = testedSizes[0], to records: [Record] = Sample.records) -> Story
    {
        var story = Story(records: records, size: size)
        story.press("a")
        for (index, value) in values.enumerated() {
            if index > 0 { story.press(.tab) }
            story.press(value)
        }
        return story
    }

    @Test("A new record is shown before it is made, made by one call, and then selected", arguments: testedSizes)
    func adds(size: Size) {
        var story = adding(["mail", "a", "", "192.0.2.25", "post"], size: size)
        story.press(.enter)
        #expect(story.changeLines == ["+ mail 3600 A 192.0.2.25 ; post"])
        story.press("y")
        let draft = RecordDraft(name: "mail", type: "A", content: "192.0.2.25", comment: "post")
        #expect(story.calls == [.createRecord(zone: "id-example.org", draft)])
        let made = Sample.record("mail", "A", "192.0.2.25", id: "new")
        story.answer(.record(made))
        #expect(story.statusLine == "✓ mail A was added.")
        let list = story.calls.firstIndex { if case .records = $0 { true } else { false } }
        #expect(list != nil)
        story.answer(.zones(Page(data: [Sample.zone()], total: 1, page: 1, pageSize: 100)))
        story.answer(.zone(Sample.detail(revision: 8)))
        story.answer(.records(Sample.list(Sample.records + [made])))
        #expect(story.selectedRows.first?.contains("192.0.2.25") == true)
    }

    @Test("A target in Unicode is shown as the A-labels that will be stored")
    func unicodeTarget() {
        var story = adding(["mail", "mx", "", "10 Bücher.example."])
        story.press(.enter)
        #expect(story.changeLines == ["+ mail 3600 MX 10 xn--bcher-kva.example."])
    }

    @Test("A record that PowerDNS has not got yet is said to be on its way, with the server's remarks")
    func pendingAndWarned() {
        var story = adding(["mail", "a", "", "192.0.2.25"])
        story.press(.enter)
        story.press("y")
        story.answer(.record(Sample.record("mail", "A", "192.0.2.25", sync: .pending)))
        #expect(story.statusLine.contains("It is on its way to PowerDNS."))
    }

    @Test(
        "What is wrong is said below the field while it is typed",
        arguments: [
            (["w w"], "cannot stand in this name"), (["www", "nonsense"], "The type is one of A, AAAA"),
            (["www", "a", "soon"], "A TTL is 0 to 2147483647 seconds"),
            (["www", "a", "", "1.2.3"], "must be an IPv4 address"),
            (["www", "mx", "", "10 mail"], "must be absolute"), (["www.other.example."], "lies outside example.org"),
        ]
    )
    func judges(values: [String], problem: String) {
        var story = adding(values)
        #expect(story.text.contains(problem))
        story.press(.enter)
        #expect(story.state.pages.count == 3)
        #expect(story.calls.isEmpty)
    }

    @Test("An empty form says nothing until it is tried")
    func quietAtFirst() {
        var story = adding([""])
        #expect(!story.text.contains("✗"))
        story.press(.enter)
        #expect(story.text.contains("Write @ for the zone itself."))
        #expect(story.text.contains("The content is empty."))
    }

    @Test("A name in Unicode is taken in its ASCII form, and content in its canonical one")
    func canonical() {
        var story = adding(["bücher", "txt", "", "v=spf1"])
        story.press(.enter)
        #expect(story.changeLines == ["+ xn--bcher-kva 3600 TXT \"v=spf1\""])
    }

    @Test("A record without a TTL takes that of its set and moves nothing")
    func joinsSet() {
        var story = adding(["www", "aaaa", "", "2001:db8::1"])
        story.press(.enter)
        #expect(story.changeLines == ["+ www 300 AAAA 2001:db8::1"])
    }

    @Test("A new TTL shows what it does to the others of the set")
    func movesSet() {
        var story = adding(["www", "a", "60", "192.0.2.12"])
        story.press(.enter)
        #expect(
            story.changeLines == [
                "+ www 60 A 192.0.2.12", "- www 3600 A 192.0.2.10 ; web", "+ www 60 A 192.0.2.10 ; web",
                "- www 3600 A 192.0.2.11", "+ www 60 A 192.0.2.11",
            ]
        )
        #expect(story.text.contains("All records of a set share one TTL"))
    }

    @Test("A change shows what goes and what comes, and sends only what differs", arguments: testedSizes)
    func edits(size: Size) {
        var story = Story(records: Sample.records, size: size)
        story.press("je")
        story.press(.backspace, .backspace)
        story.press("77")
        story.press(.enter)
        #expect(story.changeLines == ["- www 3600 A 192.0.2.10 ; web", "+ www 3600 A 192.0.2.77 ; web"])
        story.press("y")
        let update = RecordUpdate(content: "192.0.2.77")
        #expect(story.calls == [.updateRecord(zone: "id-example.org", record: "www A 192.0.2.10", update)])
        story.answer(.record(Sample.record("www", "A", "192.0.2.77")))
        #expect(story.statusLine == "✓ www A was changed.")
    }

    @Test("Emptying a comment is a change of its own")
    func emptiesComment() {
        var story = Story(records: Sample.records)
        story.press("je")
        story.press(.tab)
        story.press(.control("u"), .enter)
        story.press("y")
        let update = RecordUpdate(comment: "")
        #expect(story.calls == [.updateRecord(zone: "id-example.org", record: "www A 192.0.2.10", update)])
    }

    @Test("A form that changes nothing is not sent")
    func unchanged() {
        var story = Story(records: Sample.records)
        story.press("je")
        story.press(.enter)
        #expect(story.statusLine.contains("Nothing was changed"))
        #expect(story.calls.isEmpty)
    }

    @Test("What the server refuses stands below the field that it names, and the form is as it was")
    func refusedField() {
        var story = adding(["www", "cname", "", "x.example."])
        story.press(.enter)
        story.press("y")
        story.fail(CallFailure(.refused, "Record conflicts with existing entries", field: "content"))
        let lines = story.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let row = lines.firstIndex { $0.hasPrefix("Content") }
        #expect(row.map { lines[$0 + 1].contains("Record conflicts with existing entries") } == true)
        #expect(story.text.contains("x.example."))
        story.press("y")
        #expect(!story.text.contains("Record conflicts"))
    }

    @Test("What the server refuses as a whole stands below the form")
    func refusedWhole() {
        var story = adding(["www", "a", "", "192.0.2.1"])
        story.press(.enter)
        story.press("y")
        story.fail(CallFailure(.unreachable, "dns.example.org cannot be reached"))
        #expect(story.text.contains("✗ dns.example.org cannot be reached"))
        #expect(story.screen.text(row: 1).hasSuffix("Records › Add"))
    }

    @Test("A change that is being made cannot be made twice")
    func once() {
        var story = adding(["www", "a", "", "192.0.2.1"])
        story.press(.enter)
        story.press("yy")
        #expect(story.calls.count == 1)
        #expect(story.statusLine.contains("the change is being made"))
    }

    @Test(
        "A zone's name is judged while it is typed",
        arguments: [("exa mple", "cannot stand"), ("a..example", "empty label"), ("*.example", "left-most")])
    func zoneName(name: String, problem: String) {
        var story = Story(zones: [])
        story.press("a")
        story.press(name)
        #expect(story.text.contains(problem))
        story.press(.enter)
        #expect(story.calls.isEmpty)
    }

    @Test("A new zone opens on its page with its challenge", arguments: testedSizes)
    func createsZone(size: Size) {
        var story = Story(zones: [], size: size)
        story.press("a")
        story.press("Example.test")
        story.press(.tab)
        story.press("mine")
        story.press(.enter)
        #expect(story.calls == [.createZone(DomainDraft(name: "example.test", description: "mine"))])
        story.answer(.zone(Sample.pending()))
        #expect(story.screen.text(row: 1) == " Zones › example.test")
        #expect(story.statusLine.contains("example.test was created and waits for its proof."))
        story.answer(.zones(Page(data: [], total: 0, page: 1, pageSize: 100)))
        story.answer(.zone(Sample.pending()))
        #expect(story.text.contains(Sample.challengeValue))
    }

    @Test("A zone that exists is refused beside its name")
    func zoneExists() {
        var story = Story(zones: [])
        story.press("a")
        story.press("example.org")
        story.press(.enter)
        story.fail(CallFailure(.refused, "Domain already exists", field: "name"))
        #expect(story.text.contains("✗ Domain already exists"))
        story.press("x")
        #expect(!story.text.contains("already exists"))
    }

    @Test("In a form the keys of everywhere are text, and no hint says otherwise")
    func textKeys() {
        var story = Story(zones: [])
        story.press("a")
        story.press("?:q")
        #expect(story.state.overlay == nil)
        #expect(story.text.contains("?:q"))
        #expect(!story.hintLine.contains("help"))
    }
}
