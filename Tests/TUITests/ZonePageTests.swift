import API
import Core
import Testing
import Terminal

@testable import TUI

@Suite("A zone's page")
struct ZonePageTests {
    /// The page of a pending zone, loaded.
    private func pending(_ size: Size = testedSizes[0], isReadOnly: Bool = false) -> Story {
        let detail = Sample.pending()
        var story = Story(zones: [detail.summary], size: size, isReadOnly: isReadOnly)
        story.press(.enter)
        story.answer(.zone(detail))
        return story
    }

    private func check(_ isValid: Bool, values: [String] = []) -> ValidationCheck {
        ValidationCheck(
            isValid: isValid,
            message: isValid ? "The record was found" : "One server does not serve it",
            validationID: "v1",
            servers: [
                .init(
                    name: "ns1.provider.example", address: "192.0.2.1", outcome: isValid ? "match" : "mismatch",
                    values: values),
                .init(
                    name: "ns2.provider.example", address: "192.0.2.2", outcome: isValid ? "match" : "timeout",
                    values: []),
            ]
        )
    }

    @Test(
        "Name, type and value of the challenge stand alone on their lines from the first column", arguments: testedSizes
    )
    func challenge(size: Size) {
        let lines = pending(size).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for text in ["_scaidns-verify.example.test", "TXT", Sample.challengeValue] {
            #expect(lines.contains(text))
        }
    }

    @Test("What the list knew is there before the page's own answer")
    func knownAtOnce() {
        var story = Story(zones: [Sample.zone("a.example", status: .pendingValidation)])
        story.press(.enter)
        #expect(story.text.contains("pending validation"))
        #expect(story.calls == [.zone("id-a.example")])
    }

    @Test("A check shows each server's outcome and what it found")
    func mismatch() {
        var story = pending(testedSizes[1])
        story.press("c")
        #expect(story.text.contains("Asking the zone's nameservers"))
        #expect(story.calls == [.check(zone: "id-example.test")])
        story.answer(.checked(check(false, values: ["stranger"])))
        #expect(story.text.contains("✗ serves another value"))
        #expect(story.text.contains("◌ did not answer in time"))
        #expect(story.text.contains("found  stranger"))
        #expect(story.statusLine.contains("One server does not serve it"))
        #expect(story.calls == [.zone("id-example.test")])
    }

    @Test("A passed check moves on: the challenge is gone, the zone active, its records one key away")
    func passes() {
        var story = pending()
        story.press("c")
        story.answer(.checked(check(true)))
        story.answer(.zone(Sample.detail(Sample.zone("example.test"))))
        #expect(story.text.contains("● active"))
        #expect(!story.text.contains(Sample.challengeValue))
        #expect(story.statusLine.contains("example.test is validated. Enter shows its records."))
        story.press(.enter)
        #expect(story.screen.text(row: 1) == " Zones › example.test › Records")
    }

    @Test("A check that cannot be made says why, beside the challenge")
    func checkFails() {
        var story = pending(testedSizes[1])
        story.press("c")
        story.fail(CallFailure(.refused, "Wait 5 s between two checks"))
        #expect(story.statusLine.contains("Wait 5 s between two checks"))
        #expect(story.text.contains(Sample.challengeValue))
    }

    @Test("There is no second check while one runs")
    func oneAtATime() {
        var story = pending()
        story.press("cc")
        #expect(story.calls.count == 1)
        #expect(story.statusLine.contains("a check is running"))
    }

    @Test("A zone that is active has nothing to check, and the reason is told")
    func nothingToCheck() {
        var story = Story(zones: [Sample.zone()])
        story.press(.enter)
        story.answer(.zone(Sample.detail()))
        story.press("c")
        #expect(story.statusLine.contains("the zone is active, nothing waits for a proof"))
        #expect(story.calls.isEmpty)
    }

    @Test("A zone that PowerDNS refuses shows as broken, with PowerDNS's words")
    func broken() {
        var story = Story(zones: [Sample.zone(sync: .failed)])
        story.press(.enter)
        story.answer(.zone(Sample.detail(Sample.zone(sync: .failed), syncError: "RRset www: not in expected format")))
        #expect(story.text.contains("✗ failed  RRset www: not in expected format"))
    }

    @Test("A zone that is gone says so and keeps what was known")
    func gone() {
        var story = pending()
        story.tick(seconds: 5)
        story.fail(CallFailure(.notFound, "Domain not found"))
        #expect(story.statusLine == "✗ Domain not found")
        #expect(story.text.contains(Sample.challengeValue))
    }

    @Test("A page longer than the window scrolls to its end and back")
    func scrolls() {
        var story = pending()
        story.press("c")
        story.answer(.checked(check(false, values: ["stranger"])))
        #expect(!story.text.contains("ns2.provider.example"))
        for _ in 0..<40 { story.press("j") }
        #expect(story.text.contains("ns2.provider.example"))
        for _ in 0..<40 { story.press("k") }
        #expect(story.text.contains("State         ◌ pending validation"))
    }

    @Test("A single label named in the palette is asked for as a name, not as an id")
    func singleLabel() {
        var story = Story(zones: [])
        story.press(":records lan")
        story.press(.enter)
        #expect(story.calls.first == .zone("lan."))
    }
}
