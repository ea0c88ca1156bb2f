import CLI
import Testing

@Suite("scaidns zone")
struct ZoneStories {
    @Test("A list on a terminal is aligned under a header")
    func table() async throws {
        let story = try await Story.of(
            ["zone", "list", "--columns", "name,status,default_ttl,id"],
            [.answer(200, Sample.zones([Sample.zone("example.org"), Sample.zone("a.example", id: "0193e")]))],
            on: .wide,
            environment: ["NO_COLOR": "1"]
        )
        #expect(
            story.out == """
                NAME         STATUS  DEFAULT_TTL  ID
                example.org  active         3600  0193d
                a.example    active         3600  0193e

                """
        )
        #expect(story.status == 0)
        #expect(story.requestLines == ["GET /api/v1/domains/?page=1&page_size=100"])
    }

    @Test("A list in a pipe is columns between tabs, without header or colour")
    func tsv() async throws {
        let story = try await Story.of(["zone", "list"], [.answer(200, Sample.zones([Sample.zone()]))])
        #expect(story.out == "example.org\tprimary\tactive\tsynced\t3600\t\t0193d\n")
        #expect(story.err == "")
    }

    @Test("All pages are fetched, and only as many zones as --limit asks for")
    func pages() async throws {
        let pages = (1...3).map { page in
            ScriptedServer.Turn.answer(200, Sample.zones([Sample.zone("z\(page).org")], total: 3, page: page, pages: 3))
        }
        let all = try await Story.of(["zone", "list", "--columns", "name", "--page-size=1"], pages)
        #expect(all.out == "z1.org\nz2.org\nz3.org\n")
        #expect(all.requestLines.last == "GET /api/v1/domains/?page=3&page_size=1")
        let some = try await Story.of(["zone", "list", "--columns", "name", "--limit", "2"], pages)
        #expect(some.out == "z1.org\nz2.org\n")
        #expect(some.err.contains("2 of 3 zones are shown"))
    }

    @Test("JSON is one page, to the byte what the API said, and more pages are told of")
    func json() async throws {
        let body = Sample.zones([Sample.zone("z1.org", more: #","new_in_2027":[1, 2]"#)], total: 2, pages: 2)
        let story = try await Story.of(["zone", "list", "-o", "json"], [.answer(200, body)])
        #expect(story.out == body + "\n")
        #expect(story.err == "Page 1 of 2, 2 zones in all.\n")
    }

    @Test("JSON lines are the zones of all pages")
    func jsonLines() async throws {
        let story = try await Story.of(
            ["zone", "list", "-o", "jsonl"],
            [
                .answer(200, Sample.zones([Sample.zone("z1.org"), Sample.zone("z2.org")], total: 3, pages: 2)),
                .answer(200, Sample.zones([Sample.zone("z3.org")], total: 3, page: 2, pages: 2)),
            ]
        )
        #expect(story.out == ["z1.org", "z2.org", "z3.org"].map { Sample.zone($0) + "\n" }.joined())
    }

    @Test("Filters and order go to the server")
    func filters() async throws {
        let story = try await Story.of(
            ["zone", "list", "--search", "é&=", "--status", "active", "--type", "primary", "--sort=-updated_at"],
            [.answer(200, Sample.zones([]))]
        )
        #expect(
            story.requestLines == [
                "GET /api/v1/domains/?page=1&page_size=100&status=active&domain_type=primary&search=%C3%A9%26%3D"
                    + "&sort=-updated_at"
            ]
        )
        #expect(story.out == "")
        #expect(story.err == "There are no zones to show.\n")
    }

    @Test("A created zone shows its challenge as data, and what to do with it as talk")
    func create() async throws {
        let body = Sample.detail(validation: Sample.challenge)
        let story = try await Story.of(
            ["zone", "create", "example.org", "--ttl", "300", "--description", "mine"],
            [.answer(200, body)]
        )
        #expect(story.requestLines == ["POST /api/v1/domains/"])
        #expect(
            story.requests.first?.body
                == #"{"default_ttl":300,"description":"mine","domain_type":"primary","name":"example.org"}"#
        )
        #expect(story.out.contains("challenge_name\t_scaidns-verify.example.org.\n"))
        #expect(story.out.contains("challenge_value\tscaidns-verify=abc\n"))
        #expect(
            story.err == """
                Publish this record where example.org is served today, before 2026-12-01T05:20:22Z:
                  _scaidns-verify.example.org. 300 IN TXT "scaidns-verify=abc"
                Then look for it: scaidns validation check example.org

                """
        )
    }

    @Test("--columns picks single values for scripts, --quiet silences the talk")
    func pick() async throws {
        let body = Sample.detail(validation: Sample.challenge)
        let story = try await Story.of(
            ["zone", "create", "example.org", "--columns", "challenge_value", "--quiet"],
            [.answer(200, body)]
        )
        #expect(story.out == "challenge_value\tscaidns-verify=abc\n")
        #expect(story.err == "")
    }

    @Test("A column that this zone has nothing for is empty, not unknown")
    func emptyColumn() async throws {
        let story = try await Story.of(
            ["zone", "show", "example.org", "--columns", "challenge_value,name"],
            [.answer(200, Sample.detail())]
        )
        #expect(story.out == "challenge_value\t\nname\texample.org\n")
    }

    @Test("A zone is deleted by its id once its name was typed, in any case and with or without the last dot")
    func delete() async throws {
        for typed in ["example.org", "EXAMPLE.org."] {
            let story = try await Story.of(
                ["zone", "delete", "example.org"],
                [.answer(200, Sample.detail()), .answer(204)],
                on: .typing(typed)
            )
            #expect(story.status == 0)
            #expect(story.requestLines == ["GET /api/v1/domains/example.org", "DELETE /api/v1/domains/0193d"])
            #expect(story.err.hasPrefix("This takes example.org with 2 records out of service."))
            #expect(story.out == "")
        }
    }

    @Test("Anything else typed deletes nothing", arguments: ["", "y", "yes", "example.or", "0193d"])
    func keeps(typed: String) async throws {
        let story = try await Story.of(
            ["zone", "delete", "example.org"],
            [.answer(200, Sample.detail())],
            on: .typing(typed)
        )
        #expect(story.status == 1)
        #expect(story.requestLines == ["GET /api/v1/domains/example.org"])
    }

    @Test("Without a terminal and without --yes nothing is even asked of the server")
    func refuses() async throws {
        let story = try await Story.of(["zone", "delete", "example.org"], [])
        #expect(story.status == 2)
        #expect(story.requestLines == [])
        #expect(story.err.contains("--yes"))
    }

    @Test("--yes deletes without asking")
    func agreed() async throws {
        let story = try await Story.of(
            ["zone", "delete", "example.org", "--yes"],
            [.answer(200, Sample.detail()), .answer(204)]
        )
        #expect(story.status == 0)
        #expect(story.err == "example.org is deleted.\n")
    }

    @Test("A zone's name stays one segment of the path")
    func encodes() async throws {
        let story = try await Story.of(
            ["zone", "show", "0/25.2.0.192.in-addr.arpa"],
            [.answer(200, Sample.detail())]
        )
        #expect(story.requestLines == ["GET /api/v1/domains/0%2F25.2.0.192.in-addr.arpa"])
    }
}
