import CLI
import Testing

@Suite("scaidns validation and health")
struct ValidationStories {
    @Test("A challenge is shown with the line to publish")
    func show() async throws {
        let story = try await Story.of(["validation", "show", "example.org"], [.answer(200, Sample.challenge)])
        #expect(story.requestLines == ["GET /api/v1/domains/example.org/validation"])
        #expect(story.out.hasPrefix("challenge_name\t_scaidns-verify.example.org.\nchallenge_type\tTXT\n"))
        #expect(story.err.contains(#"_scaidns-verify.example.org. 300 IN TXT "scaidns-verify=abc""#))
    }

    @Test("No challenge is said, and null in JSON", arguments: [([], ""), (["-o", "json"], "null\n")])
    func none(options: [String], out: String) async throws {
        let story = try await Story.of(["validation", "show", "example.org"] + options, [.answer(200, "null")])
        #expect(story.status == 0)
        #expect(story.out == out)
        #expect(story.err == "example.org has no pending challenge.\n")
    }

    private static func check(_ isValid: Bool) -> String {
        """
        {"is_valid":\(isValid),"message":"1 of 2 servers has it","validation_id":"0193c","servers":[\
        {"name":"ns1.example.net.","address":"127.0.0.3","outcome":"match","values":["scaidns-verify=abc"]},\
        {"name":"ns2.example.net.","address":"127.0.0.4","outcome":"absent","values":[]}]}
        """
    }

    @Test("A check prints what each server answered, and ends with 1 when it is not valid", arguments: [true, false])
    func check(isValid: Bool) async throws {
        let story = try await Story.of(
            ["validation", "check", "example.org"],
            [.answer(200, Self.check(isValid), [("X-Request-ID", "r9")])]
        )
        #expect(story.status == (isValid ? 0 : 1))
        #expect(
            story.out == """
                ns1.example.net.\t127.0.0.3\tmatch\tscaidns-verify=abc
                ns2.example.net.\t127.0.0.4\tabsent\t

                """
        )
        #expect(story.err.contains("1 of 2 servers has it"))
        #expect(story.err.contains("Request: r9") == !isValid)
    }

    @Test("A check in JSON is what the API said, with the same status")
    func checkJSON() async throws {
        let story = try await Story.of(
            ["validation", "check", "example.org", "-o", "json"],
            [.answer(200, Self.check(false))]
        )
        #expect(story.status == 1)
        #expect(story.out == Self.check(false) + "\n")
    }

    @Test(
        "Health prints the four checks, and ends with 6 when one fails",
        arguments: [("ok", 200, 0), ("connection refused", 503, 6)]
    )
    func health(redis: String, httpStatus: Int, status: Int) async throws {
        let body = """
            {"status":"\(redis == "ok" ? "ok" : "degraded")","checks":{"database":"ok","redis":"\(redis)","pdns":"ok",\
            "scaikey_jwks":"ok"}}
            """
        let story = try await Story.of(["health"], [.answer(httpStatus, body)])
        #expect(story.status == Int32(status))
        #expect(story.out == "database\tok\nredis\t\(redis)\npdns\tok\nscaikey_jwks\tok\n")
        #expect(story.err.contains("redis failed") == (status == 6))
    }
}
