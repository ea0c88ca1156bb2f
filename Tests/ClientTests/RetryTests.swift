import API
import Client
import CurlHTTP
import Testing

@Suite("What the client tries again")
struct RetryTests {
    @Sendable
    private static func list(_ client: APIClient) async throws {
        _ = try await client.call(RecordEndpoints.list, path: DomainPath("x.org"), query: RecordListQuery())
    }

    @Sendable
    private static func create(_ client: APIClient) async throws {
        let draft = RecordDraft(name: "www", type: "A", content: "192.0.2.10")
        _ = try await client.call(RecordEndpoints.create, path: DomainPath("x.org"), body: draft)
    }

    @Sendable
    private static func update(_ client: APIClient) async throws {
        _ = try await client.call(RecordEndpoints.update, path: RecordPath("x.org", "1"), body: RecordUpdate(ttl: 60))
    }

    @Sendable
    private static func delete(_ client: APIClient) async throws {
        _ = try await client.call(DomainEndpoints.delete, path: DomainPath("x.org"), query: DomainDeletionQuery())
    }

    @Test(
        "A GET is tried again after 429, 502, 503, 504 and a broken connection",
        arguments: [
            ScriptedServer.Turn.problem(429, "rate_limited"), .problem(502, "pdns_unreachable"),
            .problem(503, "unavailable"), .problem(504, "upstream_timeout"), .failure(.cannotConnect("refused")),
            .failure(.cannotResolve("no such host")), .failure(.failed("connection reset")), .failure(.queueFull),
        ]
    )
    func get(first: ScriptedServer.Turn) async throws {
        let server = ScriptedServer([first, .answer(200, Sample.records)])
        try await Self.list(server.client())
        #expect(server.requests.count == 2)
        #expect(server.waits == [.milliseconds(250)])
    }

    @Test("Every try of a call has the same request id and idempotency key")
    func sameIdentity() async throws {
        let server = ScriptedServer([.failure(.cannotConnect("refused")), .answer(200, Sample.record)])
        try await Self.create(server.client())
        #expect(Set(server.requests.map { $0.header("Idempotency-Key") }).count == 1)
        #expect(Set(server.requests.map { $0.header("X-Request-ID") }).count == 1)
    }

    @Test("After the third try the last answer stands, and the waits have doubled")
    func bounded() async throws {
        let server = ScriptedServer(Array(repeating: .problem(503, "unavailable"), count: 9))
        await #expect(throws: ClientFailure.problem(status: 503, Problem("unavailable", .text("no"), requestID: "r1")))
        {
            try await Self.list(server.client())
        }
        #expect(server.requests.count == 3)
        #expect(server.waits == [.milliseconds(250), .milliseconds(500)])
    }

    @Test("Retry-After is the wait")
    func retryAfter() async throws {
        let server = ScriptedServer([
            .problem(429, "rate_limited", [("Retry-After", "7")]), .answer(200, Sample.records),
        ])
        try await Self.list(server.client())
        #expect(server.waits == [.seconds(7)])
    }

    @Test("A Retry-After beyond the client's patience is not waited for", arguments: ["11", "3600", "999999"])
    func impatient(seconds: String) async throws {
        let server = ScriptedServer([.problem(503, "unavailable", [("Retry-After", seconds)])])
        await #expect(throws: ClientFailure.self) { try await Self.list(server.client()) }
        #expect(server.waits.isEmpty)
    }

    @Test("All waits of one call together stay within the patience")
    func patience() async throws {
        let busy = ScriptedServer.Turn.problem(429, "rate_limited", [("Retry-After", "6")])
        let server = ScriptedServer([busy, busy, busy])
        await #expect(throws: ClientFailure.self) { try await Self.list(server.client()) }
        #expect(server.waits == [.seconds(6)])
    }

    @Test(
        "A Retry-After that is no number of seconds is as good as none",
        arguments: ["soon", "-1", "", "1e9", "9999999"])
    func strange(text: String) async throws {
        let server = ScriptedServer([
            .problem(503, "unavailable", [("Retry-After", text)]), .answer(200, Sample.records),
        ])
        try await Self.list(server.client())
        #expect(server.waits == [.milliseconds(250)])
    }

    @Test(
        "A POST that the server may have carried out is not sent again",
        arguments: [
            ScriptedServer.Turn.failure(.failed("connection reset")), .failure(.timedOut), .problem(500, "internal"),
            .problem(502, "pdns_unreachable"), .problem(503, "unavailable"), .problem(504, "upstream_timeout"),
        ]
    )
    func unsafePost(turn: ScriptedServer.Turn) async throws {
        let server = ScriptedServer([turn, .answer(200, Sample.record)])
        await #expect(throws: ClientFailure.self) { try await Self.create(server.client()) }
        #expect(server.requests.count == 1)
    }

    @Test(
        "A POST that was never sent, or turned away until later, is sent again",
        arguments: [
            ScriptedServer.Turn.failure(.cannotConnect("refused")),
            .problem(429, "rate_limited", [("Retry-After", "1")]), .problem(503, "unavailable", [("Retry-After", "1")]),
        ]
    )
    func safePost(turn: ScriptedServer.Turn) async throws {
        let server = ScriptedServer([turn, .answer(200, Sample.record)])
        try await Self.create(server.client())
        #expect(server.requests.count == 2)
    }

    @Test("A DELETE or PATCH is sent again only when it was never sent", arguments: ["DELETE", "PATCH"])
    func deleteAndPatch(method: String) async throws {
        let call = method == "DELETE" ? Self.delete : Self.update
        let refused = ScriptedServer([.failure(.cannotConnect("refused")), .problem(404, "not_found")])
        await #expect(throws: ClientFailure.self) { try await call(refused.client()) }
        #expect(refused.requests.count == 2)

        let broken = ScriptedServer([.failure(.failed("connection reset")), .answer(204)])
        await #expect(throws: ClientFailure.self) { try await call(broken.client()) }
        #expect(broken.requests.count == 1)

        let busy = ScriptedServer([.problem(429, "rate_limited", [("Retry-After", "1")]), .answer(204)])
        await #expect(throws: ClientFailure.self) { try await call(busy.client()) }
        #expect(busy.requests.count == 1)
    }

    @Test(
        "What cannot get better is not tried again",
        arguments: [
            ScriptedServer.Turn.failure(.tls("certificate has expired")), .failure(.invalidURL("no host")),
            .failure(.invalidRequest("a header")), .failure(.tooLarge(limit: 1)), .failure(.timedOut),
            .failure(.cancelled), .failure(.closed), .problem(400, "malformed"), .problem(404, "not_found"),
            .problem(500, "internal"),
        ]
    )
    func final(turn: ScriptedServer.Turn) async throws {
        let server = ScriptedServer([turn, .answer(200, Sample.records)])
        await #expect(throws: ClientFailure.self) { try await Self.list(server.client()) }
        #expect(server.requests.count == 1)
    }

    @Test("A client that never repeats asks once")
    func never() async throws {
        let server = ScriptedServer([.failure(.cannotConnect("refused")), .answer(200, Sample.records)])
        await #expect(throws: ClientFailure.self) { try await Self.list(server.client(retries: .never)) }
        #expect(server.requests.count == 1)
    }

    @Test("A task that is cancelled while it waits ends at once")
    func cancelled() async throws {
        let server = ScriptedServer([.problem(503, "unavailable")])
        let client = APIClient(
            server: try ServerURL("http://127.0.0.1"),
            credential: nil,
            transport: server.transport,
            sleep: { _ throws(CancellationError) in throw CancellationError() }
        )
        await #expect(throws: ClientFailure.cancelled) { try await Self.list(client) }
    }

    @Test("Half of a wait is left to chance")
    func jitter() async throws {
        let script = ScriptedServer([.problem(503, "unavailable"), .answer(200, Sample.records)])
        let client = APIClient(
            server: try ServerURL("http://127.0.0.1"),
            credential: nil,
            transport: script.transport,
            retries: RetryPolicy(tries: 2, patience: .milliseconds(500), firstWait: .seconds(1)),
            entropy: Entropy(identifier: { "1" }, fraction: { 0 }),
            sleep: { wait throws(CancellationError) in
                guard wait == .milliseconds(500) else { throw CancellationError() }
            }
        )
        try await Self.list(client)
        #expect(script.requests.count == 2)
    }
}
