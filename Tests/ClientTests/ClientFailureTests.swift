import API
import Client
import CurlHTTP
import Testing

@Suite("Why a call has no reply")
struct ClientFailureTests {
    private func failure(_ turn: ScriptedServer.Turn) async throws -> ClientFailure {
        let server = ScriptedServer([turn])
        do {
            _ = try await server.client(retries: .never).call(
                RecordEndpoints.list,
                path: DomainPath("x.org"),
                query: RecordListQuery()
            )
        } catch let failure as ClientFailure {
            return failure
        }
        throw NoFailure()
    }

    private struct NoFailure: Error {}

    @Test(
        "The three shapes of the API's errors are read",
        arguments: [
            (
                #"{"detail":"Domain not found","code":"not_found","request_id":"r1"}"#,
                Problem("not_found", .text("Domain not found"), requestID: "r1")
            ),
            (
                #"{"detail":{"message":"conflicts","field":"content","conflicts":["a"]},"code":"record_conflict"}"#,
                Problem(
                    "record_conflict",
                    .structured(message: "conflicts", field: "content", conflicts: ["a"]),
                    requestID: "from-header"
                )
            ),
            (
                #"{"detail":[{"loc":["body","ttl"],"msg":"too large","type":"value_error"}],"code":"schema"}"#,
                Problem(
                    "schema",
                    .schema([SchemaError.Fault(["body", "ttl"], "too large", type: "value_error")]),
                    requestID: "from-header"
                )
            ),
        ]
    )
    func problems(json: String, problem: Problem) async throws {
        let turn = ScriptedServer.Turn.answer(409, json, [("X-Request-ID", "from-header")])
        let failure = try await failure(turn)
        #expect(failure == .problem(status: 409, problem))
        #expect(failure.requestID == problem.requestID)
    }

    @Test(
        "What a proxy writes is no answer of the API, and its status is told",
        arguments: [200, 404, 502]
    )
    func page(status: Int) async throws {
        let failure = try await failure(.answer(status, "<html>Bad Gateway</html>"))
        guard case .badAnswer(status, _) = failure else {
            Issue.record("\(failure)")
            return
        }
        #expect(failure.message.contains("HTTP \(status)"))
    }

    @Test("A redirect is not followed with the credential; its target is told")
    func redirect() async throws {
        let failure = try await failure(.answer(308, "", [("Location", "https://elsewhere.example/")]))
        #expect(failure.message.contains("https://elsewhere.example/"))
        guard case .badAnswer(308, _) = failure else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test(
        "JSON of another shape is no answer, and what is wrong is told",
        arguments: [
            (#"{"data":[],"total":"x","domain_id":"","domain_name":""}"#, "total has another type"),
            (#"{"data":[],"total":1,"domain_name":""}"#, "domain_id is missing"),
            (#"{"data":null,"total":1,"domain_id":"","domain_name":""}"#, "data is null"),
            ("[1]", "has another type"), ("", "not JSON"), (#"{"data":["#, "not JSON"),
        ]
    )
    func otherShape(json: String, reason: String) async throws {
        let failure = try await failure(.answer(200, json))
        #expect(failure.message.contains(reason), "\(failure.message)")
    }

    @Test("JSON nested deeper than 32 is not read")
    func deep() async throws {
        let deep = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
        let failure = try await failure(.answer(200, deep))
        #expect(failure.message.contains("32 deep"))
    }

    @Test(
        "Each failure of the transport has its own case",
        arguments: [
            (
                HTTPFailure.cannotConnect("refused"),
                ClientFailure.unavailable("http://dns.example.org:8000 cannot be reached: refused")
            ),
            (.cannotResolve("unknown"), .unavailable("http://dns.example.org:8000 cannot be reached: unknown")),
            (.failed("reset"), .unavailable("http://dns.example.org:8000 cannot be reached: reset")),
            (.timedOut, .timedOut(server: "http://dns.example.org:8000")), (.tooLarge(limit: 9), .tooLarge(limit: 9)),
            (.invalidURL("u"), .invalidRequest("u")), (.invalidRequest("h"), .invalidRequest("h")),
            (.cancelled, .cancelled),
        ]
    )
    func transport(reason: HTTPFailure, expected: ClientFailure) async throws {
        #expect(try await failure(.failure(reason)) == expected)
    }

    @Test("Overload, server faults and the network pass; a refusal does not")
    func passing() {
        let problem = Problem("x", .text("x"))
        #expect(ClientFailure.problem(status: 503, problem).isPassing)
        #expect(ClientFailure.problem(status: 429, problem).isPassing)
        #expect(ClientFailure.unavailable("x").isPassing)
        #expect(!ClientFailure.problem(status: 404, problem).isPassing)
        #expect(!ClientFailure.tooLarge(limit: 1).isPassing)
    }
}
