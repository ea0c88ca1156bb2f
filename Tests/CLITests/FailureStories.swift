@testable import CLI
import Client
import CurlHTTP
import Testing

@Suite("How commands fail")
struct FailureStories {
    @Test(
        "Each status of the API has its exit code",
        arguments: [
            (400, 1), (401, 4), (403, 4), (404, 3), (409, 5), (412, 5), (413, 1), (415, 1), (422, 1), (429, 6),
            (500, 6), (502, 6), (503, 6), (504, 6),
        ]
    )
    func status(httpStatus: Int, status: Int) async throws {
        let story = try await Story.of(["zone", "show", "example.org"], [.problem(httpStatus, "some_code")])
        #expect(story.status == Int32(status))
        #expect(story.out == "")
        #expect(story.err.hasPrefix("scaidns: cannot show zone example.org: no\n"))
        #expect(story.err.hasSuffix("Request: r1\n"))
    }

    @Test(
        "Each failure without an answer has its exit code",
        arguments: [
            (ClientFailure.unavailable("x"), 6), (.timedOut(server: "x"), 6), (.badAnswer(status: 502, "x"), 6),
            (.badAnswer(status: 404, "x"), 1), (.badAnswer(status: 200, "x"), 1), (.tooLarge(limit: 1), 1),
            (.invalidRequest("x"), 2), (.cancelled, 130),
        ]
    )
    func exit(failure: ClientFailure, status: Int) {
        #expect(ExitStatus(failure).rawValue == Int32(status))
    }

    @Test("A server that cannot be reached is named, with what to do")
    func unreachable() async throws {
        let story = try await Story.of(["zone", "list"], [.failure(.cannotConnect("Connection refused"))])
        #expect(
            story.err == """
                scaidns: cannot list zones: http://dns.example.org:8000 cannot be reached: Connection refused
                Check that the server runs and that --url or SCAIDNS_URL names it; scaidns health shows its state.

                """
        )
    }

    @Test("The records in the way and the faults of a request are listed")
    func details() async throws {
        let conflict = """
            {"detail":{"message":"Record conflicts with existing entries","field":"content","conflicts":["a","b"]},\
            "code":"record_conflict","request_id":"r1"}
            """
        let story = try await Story.of(
            ["record", "add", "example.org", "www", "CNAME", "x."],
            [.answer(409, conflict)]
        )
        #expect(
            story.err
                == "scaidns: cannot add www CNAME to example.org: Record conflicts with existing entries\n  in the way: a, b\nRequest: r1\n"
        )
        let schema = """
            {"detail":[{"loc":["body","ttl"],"msg":"too large","type":"value_error"},\
            {"loc":["body","name"],"msg":"field required","type":"value_error"}],"code":"schema"}
            """
        let faulty = try await Story.of(["record", "add", "example.org", "www", "A", "x"], [.answer(422, schema)])
        #expect(faulty.err.contains("  body.ttl: too large\n  body.name: field required\n"))
    }

    @Test(
        "A wrong command line ends with 2 and says why on standard error",
        arguments: [
            (["zone", "list", "--bogus"], "--bogus"), (["zone", "show"], "<zone>"), (["nonsense"], "nonsense"),
            (["zone", "list", "-o", "yaml"], "yaml"), (["zone", "list", "--page", "0"], "--page"),
            (["zone", "list", "--page-size", "101"], "--page-size"), (["record", "rm", "example.org"], "id"),
            (["record", "add", "x.org", "a", "A", "1", "--ttl", "-1"], "--ttl"),
        ]
    )
    func usage(arguments: [String], word: String) async throws {
        let story = try await Story.of(arguments, [])
        #expect(story.status == 2)
        #expect(story.out == "")
        #expect(story.err.contains(word), "\(story.err)")
    }

    @Test("An unknown column is refused with those there are, and JSON has no columns")
    func columns() async throws {
        let turn = ScriptedServer.Turn.answer(200, Sample.zones([Sample.zone()]))
        let unknown = try await Story.of(["zone", "list", "--columns", "name,x"], [turn])
        #expect(unknown.status == 2)
        #expect(unknown.err.contains("dnssec_enabled"))
        let json = try await Story.of(["zone", "list", "--columns", "name", "-o", "json"], [turn])
        #expect(json.status == 2)
        #expect(json.out == "")
    }

    @Test("A wrong column is found out before anything is written")
    func columnsFirst() async throws {
        let add = ["record", "add", "example.org", "www", "A", "192.0.2.10", "--columns"]
        for arguments in [
            add + ["nonsense"], add + ["id", "-o", "json"], ["zone", "create", "x.org", "--columns", ""],
        ] {
            let story = try await Story.of(arguments, [])
            #expect(story.status == 2)
            #expect(story.requests.isEmpty)
        }
    }

    @Test(
        "Help and version go to standard output and end with 0",
        arguments: [["--version"], ["zone", "--help"], ["zone"]])
    func help(arguments: [String]) async throws {
        let story = try await Story.of(arguments, [])
        #expect(story.status == 0)
        #expect(!story.out.isEmpty)
        #expect(story.err == "")
    }
}
