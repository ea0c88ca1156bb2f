import CurlHTTP
import Foundation
import TestSupport

extension Lab {
    /// `scaidnsd` with those parts, on a free port, once it serves.
    func server(_ part: String = "all", _ changes: [String: String] = [:]) async throws -> RunningServer {
        let listens = part != "worker"
        let command = [product("scaidnsd"), part] + (listens ? ["--port", "0"] : [])
        let daemon = try Daemon(command, env: environment(changes))
        try await eventually(within: .seconds(40)) {
            daemon.log.contains(listens ? "Serving the API" : "Working")
        }
        return RunningServer(daemon: daemon)
    }
}

/// A `scaidnsd` that runs.
struct RunningServer: Sendable {
    let daemon: Daemon
    let url: String

    init(daemon: Daemon) {
        self.daemon = daemon
        // Serving the API address=http://127.0.0.1:43210, or the same as JSON.
        url = daemon.log.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/).map { String($0.output) } ?? ""
    }

    /// The command line as a user of this server runs it.
    func scaidns(_ arguments: String..., key: String) async throws -> Output {
        try await run(
            [product("scaidns")] + arguments,
            env: ["SCAIDNS_URL": url, "SCAIDNS_API_KEY": key, "NO_COLOR": "1"]
        )
    }

    /// One request to the API.
    func request(
        _ method: String,
        _ path: String,
        key: String? = nil,
        json: String? = nil,
        headers: [(name: String, value: String)] = [],
        using lab: Lab
    ) async throws -> APIAnswer {
        var request = HTTPRequest(method: method, url: url + path, timeout: .seconds(30))
        if let key { request.headers.append((name: "X-API-Key", value: key)) }
        if let json {
            request.body = Array(json.utf8)
            request.headers.append((name: "Content-Type", value: "application/json"))
        }
        request.headers.removeAll { given in headers.contains { $0.name == given.name } }
        request.headers += headers
        return APIAnswer(try await lab.http.send(request))
    }
}

/// An answer of the API.
struct APIAnswer: Sendable, CustomStringConvertible {
    let status: Int
    let response: HTTPResponse
    let text: String

    init(_ response: HTTPResponse) {
        status = response.status
        self.response = response
        text = String(decoding: response.body, as: UTF8.self)
    }

    var description: String { "\(status) \(text)" }

    func header(_ name: String) -> String? { response.header(name) }

    /// The value at a path of the JSON, as text: `detail.message`, `data.0.name`; nil when there is none.
    subscript(_ path: String) -> String? {
        var value: Any? = try? JSONSerialization.jsonObject(with: Data(response.body), options: .fragmentsAllowed)
        for part in path.split(separator: ".") {
            if let index = Int(part), let list = value as? [Any] {
                value = list.indices.contains(index) ? list[index] : nil
            } else {
                value = (value as? [String: Any])?[String(part)]
            }
        }
        switch value {
        case let text as String: return text
        case let number as NSNumber: return number.stringValue
        case nil, is NSNull: return nil
        case .some(let other): return "\(other)"
        }
    }
}
