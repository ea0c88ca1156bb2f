import API
import Client
import CurlHTTP
import Testing

@Suite("What the client sends and reads")
struct APIClientTests {
    @Test("A GET carries the key, asks for JSON and names the request, and has no body")
    func get() async throws {
        let server = ScriptedServer([.answer(200, Sample.records)])
        let list = try await server.client().call(
            RecordEndpoints.list,
            path: DomainPath("example.org"),
            query: RecordListQuery(type: "A")
        )
        #expect(list.data.map(\.content) == ["192.0.2.10"])
        let request = try #require(server.requests.first)
        #expect(request.method == "GET")
        #expect(request.url == "http://dns.example.org:8000/api/v1/domains/example.org/records?type=A")
        #expect(request.header("X-API-Key") == "sk_test")
        #expect(request.header("Accept") == "application/json")
        #expect(request.header("X-Request-ID") == "11111111-2222-4333-8444-555555555555")
        #expect(request.header("Content-Type") == nil)
        #expect(request.header("Idempotency-Key") == nil)
        #expect(request.body == nil)
        #expect(request.mayBeRepeated)
    }

    @Test("A bearer token goes into Authorization")
    func bearer() async throws {
        let server = ScriptedServer([.answer(200, Sample.records)])
        _ = try await server.client(credential: .bearer(Secret("ey.J"))).call(
            RecordEndpoints.list,
            path: DomainPath("x.org"),
            query: RecordListQuery()
        )
        #expect(server.requests.first?.header("Authorization") == "Bearer ey.J")
        #expect(server.requests.first?.header("X-API-Key") == nil)
    }

    @Test("A public route gets no credential")
    func withoutCredential() async throws {
        let server = ScriptedServer([.answer(200, #"{"status":"ok"}"#)])
        _ = try await server.client().call(HealthEndpoints.live)
        #expect(server.requests.first?.header("X-API-Key") == nil)
    }

    @Test(
        "A record's body leaves out what is absent and keeps slashes and letters as they are",
        arguments: [
            (
                RecordDraft(name: "www", type: "A", content: "192.0.2.10"),
                #"{"content":"192.0.2.10","name":"www","type":"A"}"#
            ),
            (
                RecordDraft(name: "@", type: "TXT", content: #""a/b" "ü""#, ttl: 0, disabled: true, comment: "c"),
                #"{"comment":"c","content":"\"a/b\" \"ü\"","disabled":true,"name":"@","ttl":0,"type":"TXT"}"#
            ),
        ]
    )
    func recordBody(draft: RecordDraft, json: String) async throws {
        let server = ScriptedServer([.answer(200, Sample.record)])
        _ = try await server.client().call(RecordEndpoints.create, path: DomainPath("example.org"), body: draft)
        let request = try #require(server.requests.first)
        #expect(request.text == json)
        #expect(request.header("Content-Type") == "application/json")
        #expect(request.header("Idempotency-Key") == "11111111-2222-4333-8444-555555555555")
        #expect(!request.mayBeRepeated)
    }

    @Test("A zone's body is the documented one")
    func zoneBody() async throws {
        let server = ScriptedServer([.problem(409, "domain_exists")])
        let draft = DomainDraft(name: "example.org", defaultTTL: 300, description: "d", tenantID: "t1")
        await #expect(throws: ClientFailure.self) {
            _ = try await server.client().call(DomainEndpoints.create, body: draft)
        }
        #expect(
            server.requests.first?.text
                == #"{"default_ttl":300,"description":"d","domain_type":"primary","name":"example.org","tenant_id":"t1"}"#
        )
    }

    @Test("A POST without a body says nothing about one")
    func emptyPost() async throws {
        let server = ScriptedServer([.answer(200, Sample.check)])
        _ = try await server.client().call(ValidationEndpoints.check, path: DomainPath("example.org"))
        #expect(server.requests.first?.body == nil)
        #expect(server.requests.first?.header("Content-Type") == nil)
    }

    @Test("A name with a slash, a dot-dot or a blank stays one segment of the path")
    func encodes() async throws {
        let server = ScriptedServer([.answer(204)])
        _ = try await server.client().call(
            RecordEndpoints.delete, path: RecordPath("0/25.2.0.192.in-addr.arpa", "../ä ?"))
        #expect(
            server.requests.first?.url
                == "http://dns.example.org:8000/api/v1/domains/0%2F25.2.0.192.in-addr.arpa/records/..%2F%C3%A4%20%3F"
        )
    }

    @Test("204 is an answer with nothing in it")
    func nothing() async throws {
        let server = ScriptedServer([.answer(204)])
        #expect(
            try await server.client().call(
                DomainEndpoints.delete, path: DomainPath("x.org"), query: DomainDeletionQuery()) == Nothing())
    }

    @Test("JSON null is no challenge")
    func null() async throws {
        let server = ScriptedServer([.answer(200, "null")])
        #expect(try await server.client().call(ValidationEndpoints.show, path: DomainPath("x.org")) == nil)
    }

    @Test("A reply keeps its bytes, its status and the server's name for the request")
    func bytes() async throws {
        let body = Sample.check + "  "
        let server = ScriptedServer([.answer(200, body, [("x-request-id", "r7")])])
        let reply = try await server.client().reply(
            to: ValidationEndpoints.check,
            path: DomainPath("x.org"),
            query: Nothing(),
            body: Nothing()
        )
        #expect(reply.body == Array(body.utf8))
        #expect(reply.status == 200)
        #expect(reply.requestID == "r7")
    }

    @Test("Unknown members of an answer are ignored")
    func newerServer() async throws {
        let server = ScriptedServer([.answer(200, #"{"status":"ok","since":[{"a":1}]}"#)])
        #expect(try await server.client().call(HealthEndpoints.live).status == "ok")
    }

    @Test("Readiness with 503 is an answer, asked for once")
    func readiness() async throws {
        let server = ScriptedServer([.answer(503, Sample.degraded)])
        let reply = try await server.client().readiness()
        #expect(reply.value.checks.redis == "connection refused")
        #expect(!reply.value.isReady)
        #expect(server.requests.map(\.url) == ["http://dns.example.org:8000/api/v1/health/ready"])
    }

    @Test("A 503 that is no readiness is a problem")
    func overloaded() async throws {
        let server = ScriptedServer([.problem(503, "unavailable")])
        await #expect(throws: ClientFailure.problem(status: 503, Problem("unavailable", .text("no"), requestID: "r1")))
        {
            _ = try await server.client().readiness()
        }
    }
}
