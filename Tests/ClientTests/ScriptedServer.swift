import API
import Client
import CurlHTTP
import Synchronization

/// A transport that answers from a list, and remembers what it was sent.
final class ScriptedServer: Sendable {
    typealias Turn = Result<HTTPResponse, HTTPFailure>

    private struct State {
        var turns: [Turn]
        var requests: [HTTPRequest] = []
        var waits: [Duration] = []
    }

    private let state: Mutex<State>

    init(_ turns: [Turn]) {
        state = Mutex(State(turns: turns))
    }

    var requests: [HTTPRequest] { state.withLock(\.requests) }
    /// How long the client wanted to wait before each further try.
    var waits: [Duration] { state.withLock(\.waits) }

    var transport: Transport {
        Transport { (request) async throws(HTTPFailure) in
            try self.state.withLock { state -> Turn in
                state.requests.append(request)
                return state.turns.isEmpty ? .failure(.failed("the script has ended")) : state.turns.removeFirst()
            }
            .get()
        }
    }

    /// A client without randomness that waits in no time.
    func client(
        credential: Credential? = .apiKey(Secret("sk_test")),
        retries: RetryPolicy = .standard
    ) throws -> APIClient {
        APIClient(
            server: try ServerURL("http://dns.example.org:8000"),
            credential: credential,
            transport: transport,
            retries: retries,
            entropy: Entropy(identifier: { "11111111-2222-4333-8444-555555555555" }, fraction: { 1 }),
            sleep: { duration throws(CancellationError) in self.state.withLock { $0.waits.append(duration) } }
        )
    }
}

extension ScriptedServer.Turn {
    /// An answer with a JSON body.
    static func answer(_ status: Int, _ json: String = "", _ headers: [(name: String, value: String)] = []) -> Self {
        .success(
            HTTPResponse(
                status: status,
                headers: [(name: "Content-Type", value: "application/json")] + headers,
                body: Array(json.utf8)
            )
        )
    }

    static func problem(_ status: Int, _ code: String, _ headers: [(name: String, value: String)] = []) -> Self {
        answer(status, #"{"detail":"no","code":"\#(code)","request_id":"r1"}"#, headers)
    }
}

extension HTTPRequest {
    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

    var text: String { String(decoding: body ?? [], as: UTF8.self) }
}

/// Answers of the API, written by hand after `api.md`.
enum Sample {
    static let record = """
        {"id":"0193a","domain_id":"0193d","name":"www.example.org","display_name":"www","type":"A",\
        "content":"192.0.2.10","ttl":3600,"disabled":false,"comment":null,"sync_status":"synced",\
        "created_at":"2026-11-24T05:20:22Z","updated_at":"2026-11-24T05:20:22Z"}
        """
    static let records = #"{"data":[\#(record)],"total":1,"domain_id":"0193d","domain_name":"example.org"}"#
    static let check = #"{"is_valid":true,"message":"found","validation_id":"0193c","servers":[]}"#
    static let degraded = """
        {"status":"degraded","checks":{"database":"ok","redis":"connection refused","pdns":"ok","scaikey_jwks":"ok"}}
        """
}
