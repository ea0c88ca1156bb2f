@testable import Client
import CurlHTTP
import Synchronization
import Testing

@Suite("Secrets stay out of sight")
struct SecretTests {
    @Test("A secret prints as stars, however it is printed")
    func prints() {
        let credential = Credential.apiKey(Secret("sk_live"))
        var dumped = ""
        dump(credential, to: &dumped)
        #expect(!"\(credential) \(String(reflecting: credential)) \(dumped)".contains("sk_live"))
        #expect("\(Secret("sk_live"))" == "***")
    }

    @Test("The trace of an exchange shows everything but secrets")
    func trace() async throws {
        let lines = Mutex([String]())
        let server = ScriptedServer([
            .answer(200, #"{"status":"ok","key":"sk_new"}"#, [("Set-Cookie", "session=1")])
        ])
        let transport = server.transport.traced { line in lines.withLock { $0.append(line) } }
        var request = HTTPRequest(method: "POST", url: "http://x/y")
        request.headers = [("X-API-Key", "sk_live"), ("authorization", "Bearer ey.J"), ("Accept", "application/json")]
        request.body = Array(#"{"name":"a","secret":"tsig\"==","n":{"password":"p"},"list":["key","b"]}"#.utf8)
        _ = try await transport.send(request)
        #expect(
            lines.withLock(\.self) == [
                "> POST http://x/y", "> X-API-Key: ***", "> authorization: ***", "> Accept: application/json",
                #"> {"name":"a","secret":"***","n":{"password":"***"},"list":["key","b"]}"#,
                "< HTTP 200", "< Content-Type: application/json", "< Set-Cookie: ***",
                #"< {"status":"ok","key":"***"}"#,
            ]
        )
    }

    @Test("Of a long body only the beginning is told, a secret at the cut included")
    func longTrace() async throws {
        let lines = Mutex([String]())
        let body = #"{"x":""# + String(repeating: "x", count: 4078) + #"","key":"sk_secret"}"#
        let transport = ScriptedServer([.answer(200, body)]).transport.traced { line in
            lines.withLock { $0.append(line) }
        }
        _ = try await transport.send(HTTPRequest(url: "http://x/"))
        let last = lines.withLock(\.last) ?? ""
        #expect(last.hasSuffix(#"","key":"*** … (\#(body.utf8.count) bytes)"#), "\(last.suffix(60))")
    }

    @Test("The trace tells why there is no answer, and passes the failure on")
    func failedTrace() async throws {
        let lines = Mutex([String]())
        let transport = ScriptedServer([.failure(.timedOut)]).transport.traced { line in
            lines.withLock { $0.append(line) }
        }
        await #expect(throws: HTTPFailure.timedOut) { _ = try await transport.send(HTTPRequest(url: "http://x/")) }
        #expect(lines.withLock(\.self) == ["> GET http://x/", "< no answer: timedOut"])
    }

    @Test("An identifier is a version 4 UUID, and no two are alike")
    func identifiers() throws {
        #expect(Entropy.uuid(from: .max, .max) == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(Entropy.uuid(from: 0, 0) == "00000000-0000-4000-8000-000000000000")
        #expect(Set((0..<1000).map { _ in Entropy.system.identifier() }).count == 1000)
    }
}
