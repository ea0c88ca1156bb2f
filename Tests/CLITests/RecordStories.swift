import CLI
import Testing

@Suite("scaidns record")
struct RecordStories {
    @Test(
        "The words of the content are joined, wherever the options stand",
        arguments: [
            (["@", "MX", "10", "mail.example.org."], "10 mail.example.org.", "MX"),
            (["--ttl", "60", "www", "a", "192.0.2.10"], "192.0.2.10", "A"),
            (["@", "TXT", "v=spf1", "mx", "-all", "--ttl", "60"], "v=spf1 mx -all", "TXT"),
            (["@", "TXT", "--", "--yes", "-o"], "--yes -o", "TXT"), (["@", "TXT", "", "x"], " x", "TXT"),
        ]
    )
    func add(words: [String], content: String, type: String) async throws {
        let story = try await Story.of(["record", "add", "example.org"] + words, [.answer(200, Sample.record())])
        #expect(story.status == 0, "\(story.err)")
        #expect(story.requestLines == ["POST /api/v1/domains/example.org/records"])
        let body = try #require(story.requests.first?.body)
        #expect(body.contains(#""content":"\#(content)""#), "\(body)")
        #expect(body.contains(#""type":"\#(type)""#))
        #expect(body.contains(#""ttl":60"#) == words.contains("--ttl"))
    }

    @Test("A name that begins with - stands after --")
    func dash() async throws {
        let story = try await Story.of(
            ["record", "add", "--ttl", "5", "--", "example.org", "-x", "TXT", "-y"],
            [.answer(200, Sample.record())]
        )
        #expect(story.requests.first?.body == #"{"content":"-y","name":"-x","ttl":5,"type":"TXT"}"#)
    }

    @Test("Comment and --disabled are sent")
    func comment() async throws {
        let story = try await Story.of(
            ["record", "add", "example.org", "www", "A", "192.0.2.10", "--comment", "new host", "--disabled"],
            [.answer(200, Sample.record())]
        )
        #expect(
            story.requests.first?.body
                == #"{"comment":"new host","content":"192.0.2.10","disabled":true,"name":"www","type":"A"}"#
        )
    }

    @Test("The added record is data; that PowerDNS does not have it yet is talk, and no failure")
    func pending() async throws {
        let warnings = #","warnings":[{"code":"ttl_moved","message":"The whole set moved to 60 s","record_ids":[]}]"#
        let story = try await Story.of(
            ["record", "add", "example.org", "www", "A", "192.0.2.10"],
            [.answer(200, Sample.record(sync: "pending", more: warnings))]
        )
        #expect(story.status == 0)
        #expect(story.out == "www\tA\t3600\t192.0.2.10\t\tpending\t\t0193a\n")
        #expect(
            story.err == """
                warning: The whole set moved to 60 s
                www.example.org A is stored; PowerDNS does not have it yet and gets it as soon as it answers (pending).

                """
        )
    }

    @Test("A record without content is a wrong command line")
    func noContent() async throws {
        let story = try await Story.of(["record", "add", "example.org", "www", "A"], [])
        #expect(story.status == 2)
        #expect(story.err.contains("no content"))
    }

    @Test("An unknown option of record add is not taken for content without words before it")
    func unknownOption() async throws {
        let story = try await Story.of(["record", "list", "example.org", "--tlt", "5"], [])
        #expect(story.status == 2)
    }

    @Test("The list takes filters, and prints JSON as the API said it")
    func list() async throws {
        let body = Sample.records(Sample.record(), Sample.record("@", "MX", "10 mail.example.org.", id: "0193b"))
        let story = try await Story.of(
            [
                "record", "list", "example.org", "--type", "mx", "--name", "w", "--system", "--no-disabled", "-o",
                "json",
            ],
            [.answer(200, body)]
        )
        #expect(story.out == body + "\n")
        #expect(
            story.requestLines == [
                "GET /api/v1/domains/example.org/records?type=MX&name=w&include_system=true&disabled=false"
            ]
        )
    }

    @Test("JSON lines are one record each")
    func jsonLines() async throws {
        let records = [Sample.record(), Sample.record("@", "TXT", #"\"a,]}\""#, id: "0193b")]
        let story = try await Story.of(
            ["record", "list", "example.org", "-o", "jsonl"],
            [.answer(200, Sample.records(records[0], records[1]))]
        )
        #expect(story.out == records[0] + "\n" + records[1] + "\n")
    }

    @Test("A record is removed by its id")
    func byID() async throws {
        let story = try await Story.of(
            ["record", "rm", "example.org", "0193a", "--yes"],
            [.answer(200, Sample.record()), .answer(204)]
        )
        #expect(
            story.requestLines == [
                "GET /api/v1/domains/example.org/records/0193a", "DELETE /api/v1/domains/example.org/records/0193a",
            ]
        )
        #expect(story.err == "www A 192.0.2.10 is removed from example.org.\n")
    }

    private static let several = Sample.records(
        Sample.record("www", "A", "192.0.2.10", id: "1"),
        Sample.record("www", "A", "192.0.2.11", id: "2"),
        Sample.record("www.dev", "A", "192.0.2.10", id: "3"),
        Sample.record("@", "TXT", #"\"v=spf1 -all\""#, id: "4")
    )

    @Test(
        "A record is removed by name, type and content",
        arguments: [
            (["www", "A", "192.0.2.11"], "2"), (["www.dev", "a"], "3"), (["www.example.org.", "A", "192.0.2.10"], "1"),
            (["WWW.example.org", "A", "192.0.2.10"], "1"), (["@", "TXT"], "4"), (["@", "TXT", "v=spf1", "-all"], "4"),
            (["example.org", "TXT", #""v=spf1 -all""#], "4"),
        ]
    )
    func byData(words: [String], id: String) async throws {
        let story = try await Story.of(
            ["record", "rm", "--yes", "example.org"] + words,
            [.answer(200, Self.several), .answer(204)]
        )
        #expect(story.requestLines.last == "DELETE /api/v1/domains/example.org/records/\(id)", "\(story.err)")
    }

    @Test("An ambiguous record is not removed; the candidates are listed with their ids")
    func ambiguous() async throws {
        let story = try await Story.of(
            ["record", "rm", "--yes", "example.org", "www", "A"], [.answer(200, Self.several)])
        #expect(story.status == 5)
        #expect(story.requests.count == 1)
        #expect(story.err.contains("  1  www A 192.0.2.10\n  2  www A 192.0.2.11\n"))
    }

    @Test("A record that is not there ends with 3")
    func absent() async throws {
        let story = try await Story.of(
            ["record", "rm", "--yes", "example.org", "mail", "A"],
            [.answer(200, Self.several)]
        )
        #expect(story.status == 3)
        #expect(story.err.contains("there is no record mail A in example.org"))
    }

    @Test("Removing asks; only y and yes agree", arguments: [("y", 0), ("YES", 0), ("", 1), ("n", 1), ("www", 1)])
    func asks(typed: String, status: Int) async throws {
        let story = try await Story.of(
            ["record", "rm", "example.org", "0193a"],
            [.answer(200, Sample.record()), .answer(204)],
            on: .typing(typed)
        )
        #expect(story.status == Int32(status))
        #expect(story.requests.count == (status == 0 ? 2 : 1))
        #expect(story.err.hasPrefix("Remove www A 192.0.2.10 from example.org? [y/N] "))
    }

    @Test("Without a terminal and without --yes nothing is removed")
    func refuses() async throws {
        let story = try await Story.of(["record", "rm", "example.org", "0193a"], [])
        #expect(story.status == 2)
        #expect(story.requests.isEmpty)
    }
}
