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
    }

    private let state: Mutex<State>

    init(_ turns: [Turn]) {
        state = Mutex(State(turns: turns))
    }

    var requests: [HTTPRequest] { state.withLock(\.requests) }

    var transport: Transport {
        Transport { (request) async throws(HTTPFailure) in
            try self.state.withLock { state -> Turn in
                state.requests.append(request)
                return state.turns.isEmpty ? .failure(.failed("the script has ended")) : state.turns.removeFirst()
            }
            .get()
        }
    }

    /// A client without randomness that asks once.
    var client: APIClient {
        get throws {
            APIClient(
                server: try ServerURL("http://dns.example.org:8000"),
                credential: .apiKey(Secret("sk_test")),
                transport: transport,
                retries: .never,
                entropy: Entropy(identifier: { "11111111-2222-4333-8444-555555555555" }, fraction: { 1 })
            )
        }
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
