import CLI
import Testing

@Suite("Texts of strangers on a terminal")
struct HostileTextStories {
    /// As it stands in the API's JSON: ESC, CSI (8 bit too), OSC 52, a line end, right-to-left override, zero width.
    private static let attack = #"\u001b[2J\u009b31m\u001b]52;c;eA==\u0007\n\r\t\u202e\u200bx"#
    private static let shown = #"\u{1b}[2J\u{9b}31m\u{1b}]52;c;eA==\u{7}\u{a}\u{d}\u{9}\u{202e}\u{200b}x"#

    private func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || scalar == "\t"
                || ![.control, .format].contains(scalar.properties.generalCategory)
        }
    }

    @Test("Every column of records is filtered, in a table and in tsv", arguments: ["table", "tsv"])
    func records(format: String) async throws {
        let attack = Self.attack
        let hostile = """
            {"id":"\(attack)","domain_id":"d","name":"\(attack)","display_name":"\(attack)","type":"\(attack)",\
            "content":"\(attack)","ttl":1,"disabled":false,"comment":"\(attack)","sync_status":"synced",\
            "created_at":"2026-11-24T05:20:22Z","updated_at":"2026-11-24T05:20:22Z"}
            """
        let story = try await Story.of(
            ["record", "list", "x.org", "-o", format, "--columns", "id,full_name,name,type,content,comment"],
            [.answer(200, Sample.records(hostile))]
        )
        #expect(isHarmless(story.out))
        #expect(story.out.split(separator: Self.shown, omittingEmptySubsequences: false).count == 7)
    }

    @Test("Every column of zones and of one zone is filtered", arguments: [["list"], ["show", "x.org"]])
    func zones(verb: [String]) async throws {
        let attack = Self.attack
        let more = """
            ,"unicode_name":"\(attack)","tenant_id":"\(attack)","revision":1,"record_count":1,\
            "nameservers":["\(attack)"],"sync_error":"\(attack)","validation":null
            """
        let zone = Sample.zone(attack, id: attack, more: more)
            .replacing(#""description":null"#, with: #""description":"\#(attack)""#)
        let body = verb == ["list"] ? Sample.zones([zone]) : zone
        let story = try await Story.of(["zone"] + verb, [.answer(200, body)])
        #expect(isHarmless(story.out))
        #expect(story.out.contains(Self.shown))
    }

    @Test("Challenges, servers' answers, errors and questions are filtered")
    func others() async throws {
        let attack = Self.attack
        let challenge = Sample.challenge.replacing("scaidns-verify=abc", with: attack)
        let shown = try await Story.of(["validation", "show", "x.org"], [.answer(200, challenge)])
        #expect(isHarmless(shown.out + shown.err) && shown.out.contains(Self.shown))

        let check = """
            {"is_valid":false,"message":"\(attack)","validation_id":"1","servers":[{"name":"\(attack)",\
            "address":"\(attack)","outcome":"\(attack)","values":["\(attack)"]}]}
            """
        let checked = try await Story.of(["validation", "check", "x.org"], [.answer(200, check)])
        #expect(isHarmless(checked.out + checked.err) && checked.err.contains(Self.shown))

        let problem = #"{"detail":"\#(attack)","code":"x","request_id":"\#(attack)"}"#
        let failed = try await Story.of(["zone", "show", "x.org"], [.answer(400, problem)])
        #expect(isHarmless(failed.err) && failed.err.contains(Self.shown))

        let asked = try await Story.of(
            ["record", "rm", "x.org", "1"],
            [.answer(200, Sample.record("www", "TXT", attack))],
            on: .typing("n")
        )
        #expect(isHarmless(asked.err) && asked.err.contains(Self.shown))

        let usage = try await Story.of(["zone", "list", "\u{1B}[2J\u{9B}31m"], [])
        #expect(isHarmless(usage.err) && usage.err.contains(#"\u{1b}[2J"#))
    }

    @Test("JSON on a terminal escapes what the terminal would obey and means the same; in a pipe it stays as it is")
    func json() async throws {
        let raw = "\u{9B}31m\u{7F}\u{202E}\u{E0001}\u{200B}é例"
        let body = Sample.record("www", "TXT", raw)
        let terminal = try await Story.of(
            ["record", "add", "x.org", "www", "TXT", "x", "-o", "json"],
            [.answer(200, body)],
            on: .wide
        )
        #expect(isHarmless(terminal.out))
        #expect(terminal.out.contains(#"\u009b31m\u007f\u202e\udb40\udc01\u200bé例"#))
        let pipe = try await Story.of(
            ["record", "add", "x.org", "www", "TXT", "x", "-o", "json"], [.answer(200, body)])
        #expect(pipe.out == body + "\n")
    }
}
