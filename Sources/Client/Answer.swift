import API
import CurlHTTP

/// Reads what came back: the reply, the API's own problem, or something that is not the API.
struct Answer {
    private let response: HTTPResponse

    init(_ response: HTTPResponse) {
        self.response = response
    }

    /// - Throws: ``ClientFailure/problem(status:_:)`` and ``ClientFailure/badAnswer(status:_:)``.
    func reply<R: Decodable & Sendable>(alsoGood: Set<Int>) throws(ClientFailure) -> Reply<R> {
        let status = response.status
        if alsoGood.contains(status) {
            // The status has two meanings: the reply, or an overload's problem. The body says which.
            if let value = try? APIJSON.decode(R.self, from: response.body) { return self.reply(value) }
            throw failure()
        }
        guard (200...299).contains(status) else { throw failure() }
        if let nothing = Nothing() as? R { return self.reply(nothing) }
        do {
            return self.reply(try APIJSON.decode(R.self, from: response.body))
        } catch {
            throw .badAnswer(status: status, error.message)
        }
    }

    private var requestID: String? { response.header("X-Request-ID") }

    private func reply<R>(_ value: R) -> Reply<R> {
        Reply(value: value, status: response.status, body: response.body, requestID: requestID)
    }

    private func failure() -> ClientFailure {
        let status = response.status
        if (300...399).contains(status) {
            let target = response.header("Location") ?? "nowhere"
            return .badAnswer(status: status, "the server sends callers on to \(target.prefix(200)); use that address")
        }
        do {
            var problem = try APIJSON.decode(Problem.self, from: response.body)
            if problem.requestID == nil { problem.requestID = requestID }
            return .problem(status: status, problem)
        } catch {
            return .badAnswer(status: status, error.message)
        }
    }
}
