import API
import Core
import Testing
import Terminal

@testable import TUI

@Suite("The records of a zone")
struct RecordsTests {
    @Test("Each record has its row; a name is shown once for its group", arguments: testedSizes)
    func rows(size: Size) {
        let story = Story(records: Sample.records, size: size)
        let lines = story.text.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("@ ") && $0.contains("MX") && $0.contains("10 mail") })
        #expect(lines.contains { $0.contains("www ") && $0.contains("192.0.2.10") })
        #expect(lines.contains { !$0.contains("www") && $0.contains("192.0.2.11") && $0.contains("enabled") })
        #expect(story.statusLine == "4 records")
        #expect(story.screen.text(row: 1) == " Zones › example.org › Records")
    }

    @Test("The first row in the window names its group")
    func groupAtTop() {
        let records = (0..<60).map { Sample.record("www", "A", "192.0.2.\($0)") }
        var story = Story(records: records)
        story.press("G")
        let lines = story.text.split(separator: "\n").map(String.init)
        #expect(lines[3].contains("www"))
        #expect(!lines[4].contains("www"))
    }

    @Test("The selected record stands below the table in full")
    func detail() {
        let content = "\"" + String(repeating: "x", count: 100) + "\""
        let story = Story(records: [Sample.record("long", "TXT", content, comment: "why")])
        #expect(story.text.replacing("\n", with: "").contains(content))
    }

    @Test("States have words: disabled, and what PowerDNS has of it")
    func states() {
        let story = Story(records: [
            Sample.record("a", "A", "192.0.2.1", disabled: true), Sample.record("b", "A", "192.0.2.1", sync: .pending),
            Sample.record("c", "A", "192.0.2.1", sync: .failed),
        ])
        #expect(story.text.contains("disabled"))
        #expect(story.text.contains("◌ pending"))
        #expect(story.text.contains("✗ failed"))
    }

    @Test("System records are asked for on demand and cannot be touched, for a reason that is told")
    func system() {
        var story = Story(records: Sample.records)
        story.press("s")
        #expect(story.calls == [.records(zone: "id-example.org", includeSystem: true, ticket: 2)])
        story.answer(
            .records(Sample.list([Sample.record("@", "SOA", "ns1.example.net. x. 1 2 3 4 5")] + Sample.records)))
        story.press("g")
        for key in ["e", "d"] {
            story.press(key)
            #expect(story.statusLine.contains("SOA and apex NS are written by ScaiDNS itself"))
        }
        #expect(story.hintLine.contains("hide system"))
    }

    @Test("The list is loaded again only when the zone's revision says so")
    func pollsByRevision() {
        var story = Story(records: Sample.records)
        story.tick(seconds: 5)
        story.answer(.zone(Sample.detail()))
        // The first load was asked for before the revision was known.
        story.answer(.records(Sample.list(Sample.records)))
        story.tick(seconds: 5)
        story.answer(.zone(Sample.detail()))
        #expect(story.calls.isEmpty)
        #expect(story.screen.text(row: 0).hasSuffix("just updated"))
        story.tick(seconds: 5)
        story.answer(.zone(Sample.detail(revision: 8)))
        #expect(story.calls.count == 1)
    }

    @Test("While a record is on its way to PowerDNS the list is loaded with each poll")
    func pollsUnsettled() {
        var story = Story(records: [Sample.record("a", "A", "192.0.2.1", sync: .pending)])
        for _ in 0..<3 {
            story.tick(seconds: 5)
            story.answer(.zone(Sample.detail()))
            #expect(story.calls.count == 1)
            story.answer(.records(Sample.list([Sample.record("a", "A", "192.0.2.1", sync: .pending)])))
        }
    }

    @Test(
        "A filter works on what is here",
        arguments: [("type:aaaa", "1 of 4"), ("www !type:aaaa", "2 of 4"), ("web", "1 of 4")])
    func filters(text: String, count: String) {
        var story = Story(records: Sample.records)
        story.press("/" + text)
        story.press(.enter)
        #expect(story.statusLine.hasPrefix(count))
        #expect(story.calls.isEmpty)
    }

    @Test("A record is deleted after one look at it")
    func deletes() {
        var story = Story(records: Sample.records)
        story.press("jd")
        #expect(story.changeLines == ["- www 3600 A 192.0.2.10 ; web"])
        story.press(.enter)
        #expect(story.calls.isEmpty)
        story.press("y")
        #expect(story.calls == [.deleteRecord(zone: "id-example.org", record: "www A 192.0.2.10")])
        story.answer(.done)
        #expect(story.statusLine == "✓ www A was deleted.")
        #expect(story.calls.contains(.records(zone: "id-example.org", includeSystem: false, ticket: 2)))
    }

    @Test("A refused deletion says why and leaves everything as it was")
    func refusedDeletion() {
        var story = Story(records: Sample.records)
        story.press("dy")
        story.fail(CallFailure(.refused, "Managed by DNSSEC"))
        #expect(story.text.contains("Managed by DNSSEC"))
        story.press(.escape)
        #expect(story.screen.text(row: 1) == " Zones › example.org › Records")
    }

    @Test("A secondary zone's records cannot be changed, and the reason is told")
    func secondary() {
        var story = Story(zones: [Sample.zone(type: .secondary)])
        story.press("r")
        story.answer(.zone(Sample.detail(Sample.zone(type: .secondary))))
        story.answer(.records(Sample.list(Sample.records)))
        for key in ["a", "e", "d"] {
            story.press(key)
            #expect(story.statusLine.contains("a secondary zone gets its records from its primary"))
        }
    }

    @Test("An answer that an own change has overtaken is let go")
    func overtaken() {
        var story = Story(records: Sample.records)
        story.press("R")
        story.press("d")
        story.press("y")
        // Two questions of the refresh and the deletion are open; the refresh's list is from before the deletion.
        story.answer(.zone(Sample.detail()))
        let stale = Sample.list(Sample.records)
        let deletion = story.calls.firstIndex { $0.isChange }
        #expect(deletion == 1)
        let listCall = story.calls[0]
        story.send(.answered(Answer(call: story.calls[1], outcome: .success(.done))))
        story.send(.answered(Answer(call: listCall, outcome: .success(.records(stale)))))
        let fresh = Call.records(zone: "id-example.org", includeSystem: false, ticket: 3)
        story.send(.answered(Answer(call: fresh, outcome: .success(.records(Sample.list([]))))))
        story.send(.answered(Answer(call: listCall, outcome: .success(.records(stale)))))
        #expect(story.text.contains("There are no records yet"))
    }

    @Test("A list of 100,000 records is moved through within a frame")
    func large() {
        let records = (0..<100_000).map { Sample.record("h\($0)", "A", "192.0.2.1") }
        var story = Story(records: records)
        let clock = ContinuousClock()
        let time = clock.measure {
            for _ in 0..<10 {
                story.press("G")
                story.press("k")
                _ = story.screen
            }
        }
        // Twenty keys in a debug build on a busy machine; a release build needs a fraction.
        #expect(time < .seconds(15))
        #expect(story.selectedRows.first?.contains("h99998") == true)
    }
}
