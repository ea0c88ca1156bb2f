import API
import Core
import Testing
import Terminal

@testable import TUI

@Suite("The console's frame")
struct ConsoleTests {
    private let lost = CallFailure(.unreachable, "http://dns.example.org cannot be reached: connection refused")

    @Test(
        "A window too small says what it needs",
        arguments: [
            Size(rows: 23, columns: 80), Size(rows: 24, columns: 79), Size(rows: 1, columns: 1),
            Size(rows: 0, columns: 0),
        ])
    func tooSmall(size: Size) {
        let story = Story(size: size)
        #expect(size.columns < 70 || story.text.contains("needs a window of 80x24, this one has \(size)"))
    }

    @Test("A lost connection shows with what was seen last, and goes by itself", arguments: testedSizes)
    func connection(size: Size) {
        var story = Story(zones: [Sample.zone("a.example")], size: size)
        story.tick(seconds: 5)
        story.fail(lost)
        #expect(story.text.contains("a.example"))
        #expect(story.statusLine.contains("trying again"))
        #expect(story.screen.text(row: 0).contains("no connection, data 5 s old"))
        for _ in 0..<5 { story.tick() }
        #expect(story.statusLine.contains("No connection for 5 s"))
        #expect(story.calls.count == 1)
        story.answer(.zones(Page(data: [Sample.zone("b.example")], total: 1, page: 1, pageSize: 100)))
        #expect(story.text.contains("b.example"))
        #expect(story.statusLine == "1 zone")
        #expect(story.screen.text(row: 0).hasSuffix("just updated"))
    }

    @Test("A server that is down is asked at each poll, not more often")
    func gentle() {
        var story = Story()
        story.fail(lost)
        story.press("jjj")
        #expect(story.calls.isEmpty)
        story.tick(seconds: 5)
        #expect(story.calls.count == 1)
    }

    @Test("A key that is refused is said with the way out")
    func unauthorized() {
        var story = Story()
        story.fail(
            CallFailure(.unauthorized, "Not authenticated: set SCAIDNS_API_KEY to a valid API key and start again."))
        #expect(story.statusLine.contains("set SCAIDNS_API_KEY"))
    }

    @Test("An answer of another kind than was asked for shows as a broken promise")
    func brokenAnswer() {
        var story = Story()
        story.answer(.done)
        #expect(story.statusLine.contains("answered something else than was asked"))
    }

    @Test("The help lists every key of the view and of everywhere, with reasons", arguments: testedSizes)
    func help(size: Size) {
        var story = Story(zones: [], size: size, isReadOnly: true)
        story.press("?")
        #expect(story.text.contains("Keys in the list of zones"))
        #expect(story.text.contains("not now: started with --read-only"))
        for _ in 0..<20 { story.press("j") }
        #expect(story.text.contains("Everywhere"))
        #expect(story.text.contains("Ctrl-L"))
        story.press("q")
        #expect(story.state.overlay == nil)
        #expect(!story.isClosed)
    }

    @Test("Every binding of every view stands in its help")
    func helpIsComplete() {
        let views: [View] = [
            Story(zones: [Sample.zone()]).state.pages[0], Story(records: Sample.records).state.pages[1],
            .zone(ZonePage.State(reference: "x", isReadOnly: false, now: Sample.now)),
            .confirmation(Zones.deletion(of: Sample.zone())), .zoneForm(ZoneForm.State()),
        ]
        for view in views {
            let help = Help.State(title: view.helpTitle, hints: view.hints, globalHints: [], rows: 100)
            let text = Help.view(help, size: Size(rows: 100, columns: 120)).text
            for hint in view.hints { #expect(text.contains(hint.label)) }
        }
    }

    @Test("No view has two bindings for one key")
    func unambiguous() {
        for view in [Story(zones: [Sample.zone()]).state.pages[0], Story(records: Sample.records).state.pages[1]] {
            let keys = view.hints.flatMap(\.keys) + Console.globalBindings.map(\.hint).flatMap(\.keys)
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test("The palette completes, goes round, runs and refuses")
    func palette() {
        var story = Story(records: Sample.records)
        story.press(":")
        story.press(.tab)
        #expect(story.statusLine == ":zones")
        story.press(.backTab)
        #expect(story.statusLine == ":quit")
        story.press(.control("u"))
        story.press("zones")
        story.press(.enter)
        #expect(story.screen.text(row: 1) == " Zones")
        story.press(":nonsense")
        story.press(.enter)
        #expect(story.statusLine.contains("\"nonsense\" is no command"))
        story.press(":zone a..b")
        story.press(.enter)
        #expect(story.statusLine.contains("empty label"))
        story.press(":help")
        story.press(.enter)
        #expect(story.text.contains("Keys in the list of zones"))
        story.press(.escape)
        story.press(":q")
        story.press(.enter)
        #expect(story.isClosed)
    }

    @Test("Backspace on an empty palette closes it")
    func leavesPalette() {
        var story = Story(zones: [])
        story.press(":")
        story.press(.backspace)
        #expect(story.state.overlay == nil)
    }

    @Test("Esc and q go back one view; q closes the console only from the first")
    func back() {
        var story = Story(records: Sample.records)
        story.press("q")
        #expect(story.screen.text(row: 1) == " Zones")
        story.press(.escape)
        #expect(!story.isClosed)
        story.press("q")
        #expect(story.isClosed)
    }

    @Test("A change whose question was left is still told when it is done, and what is seen is loaded anew")
    func leftQuestion() {
        var story = Story(records: Sample.records)
        story.press("d")
        story.press("y")
        story.press(.escape)
        story.answer(.done)
        #expect(story.statusLine == "✓ The change was made.")
        #expect(story.calls.contains { if case .records = $0 { true } else { false } })
    }

    @Test("Text of strangers reaches no view unfiltered, whichever column it stands in", arguments: testedSizes)
    func hostile(size: Size) {
        let zone = DomainSummary(
            id: hostileText,
            name: hostileText,
            unicodeName: hostileText,
            domainType: .primary,
            status: .pendingValidation,
            defaultTTL: 1,
            description: hostileText,
            dnssecEnabled: false,
            syncStatus: .failed,
            createdAt: Sample.now,
            updatedAt: Sample.now
        )
        let validation = Sample.validation(of: hostileText, lastMessage: hostileText)
        let detail = Sample.detail(zone, validation: validation, syncError: hostileText)
        let record = Sample.record(hostileText, hostileText, hostileText, comment: hostileText)
        let server = ValidationCheck.Server(
            name: hostileText,
            address: hostileText,
            outcome: hostileText,
            values: [hostileText]
        )
        let check = ValidationCheck(isValid: false, message: hostileText, validationID: "v", servers: [server])
        var canvases: [Canvas] = []
        var story = Story(zones: [zone], size: size)
        canvases.append(story.screen)
        story.press("D")
        canvases.append(story.screen)
        story.press(.escape, .enter)
        story.answer(.zone(detail))
        canvases.append(story.screen)
        story.press("c")
        story.answer(.checked(check))
        canvases.append(story.screen)
        story.fail(CallFailure(.refused, hostileText))
        story.press("j")
        canvases.append(story.screen)
        story.press("r")
        story.answer(.zone(detail))
        story.answer(.records(Sample.list([record])))
        canvases.append(story.screen)
        story.press("d")
        canvases.append(story.screen)
        story.press("y")
        story.fail(CallFailure(.refused, hostileText))
        canvases.append(story.screen)
        story.press(.escape)
        story.press("e")
        canvases.append(story.screen)
        for canvas in canvases {
            #expect(canvas.text.contains("\\u{1b}"))
            let raw = canvas.text.unicodeScalars.filter {
                $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value))
            }
            #expect(raw.isEmpty)
            #expect(!canvas.text.unicodeScalars.contains("\u{202E}"))
            #expect(!canvas.text.unicodeScalars.contains("\u{200B}"))
        }
    }

    @Test(
        "A view never draws beyond its rows and columns",
        arguments: [Size(rows: 24, columns: 80), Size(rows: 25, columns: 81)])
    func fits(size: Size) {
        let story = Story(zones: [Sample.zone(String(repeating: "例", count: 100))], size: size)
        #expect(story.screen.size == size)
        #expect(story.screen.cells.count == size.rows * size.columns)
    }
}
