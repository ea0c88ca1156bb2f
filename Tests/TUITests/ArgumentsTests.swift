import API
import Client
import Testing

@testable import TUI

@Suite("What the console is started with")
struct ArgumentsTests {
    private func arguments(_ url: String, key: String? = nil, isReadOnly: Bool = false) throws -> Arguments.Outcome {
        .run(Arguments(server: try ServerURL(url), apiKey: key.map { Secret($0) }, isReadOnly: isReadOnly))
    }

    @Test("Without anything it is the server of this machine and no key")
    func defaults() throws {
        #expect(Arguments.read([], environment: [:]) == (try arguments("http://127.0.0.1:8000")))
    }

    @Test("The option wins over the environment, which gives the key")
    func precedence() throws {
        let environment = ["SCAIDNS_URL": "http://a.example", "SCAIDNS_API_KEY": "secret"]
        #expect(Arguments.read([], environment: environment) == (try arguments("http://a.example", key: "secret")))
        let read = Arguments.read(["--read-only", "--url", "https://b.example:1/x"], environment: environment)
        #expect(read == (try arguments("https://b.example:1/x", key: "secret", isReadOnly: true)))
        #expect(Arguments.read(["--url=http://c.example"], environment: [:]) == (try arguments("http://c.example")))
    }

    @Test(
        "What is not understood is refused",
        arguments: [["--nonsense"], ["--url"], ["--url", "x"], ["--url="], ["http://a.example"]]
    )
    func refuses(given: [String]) {
        guard case .refuse = Arguments.read(given, environment: [:]) else {
            Issue.record("\(given) was taken")
            return
        }
    }

    @Test("An address with a password is refused without repeating it")
    func hidesPassword() {
        guard case .refuse(let reason) = Arguments.read(["--url", "http://u:hunter2@a.example"], environment: [:])
        else {
            Issue.record("it was taken")
            return
        }
        #expect(!reason.contains("hunter2"))
    }

    @Test("Version and help are asked for by name")
    func talk() {
        #expect(Arguments.read(["--version"], environment: [:]) == .printVersion)
        #expect(Arguments.read(["-h"], environment: [:]) == .printHelp)
    }
}

@Suite("What a failure means to a view")
struct CallFailureTests {
    private func problem(_ status: Int, _ detail: Problem.Detail) -> CallFailure {
        CallFailure(ClientFailure.problem(status: status, Problem("code", detail)))
    }

    @Test("A structured problem names its field apart from its sentence")
    func structured() {
        let failure = problem(409, .structured(message: "Record conflicts", field: "content", conflicts: ["r1"]))
        #expect(failure == CallFailure(.refused, "Record conflicts", field: "content"))
    }

    @Test("One fault of the shape names its field, several are told in one line")
    func schema() {
        let one = SchemaError.Fault(["body", "ttl"], "must be 0 to 2147483647")
        #expect(problem(422, .schema([one])) == CallFailure(.refused, "must be 0 to 2147483647", field: "ttl"))
        let two = problem(422, .schema([one, SchemaError.Fault(["body", "name"], "field required")]))
        #expect(two.field == nil)
        #expect(two.message.contains("body.ttl: must be 0 to 2147483647; body.name: field required"))
    }

    @Test(
        "What is worth waiting for is told from what is not",
        arguments: [
            (ClientFailure.unavailable("x"), CallFailure.Kind.unreachable), (.timedOut(server: "x"), .unreachable),
            (.badAnswer(status: 502, "x"), .unreachable), (.badAnswer(status: 200, "x"), .refused),
            (.problem(status: 401, Problem("c", .text("x"))), .unauthorized),
            (.problem(status: 404, Problem("c", .text("x"))), .notFound),
            (.problem(status: 503, Problem("c", .text("x"))), .refused), (.tooLarge(limit: 1), .refused),
        ]
    )
    func kinds(failure: ClientFailure, kind: CallFailure.Kind) {
        #expect(CallFailure(failure).kind == kind)
    }
}
