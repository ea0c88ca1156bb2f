public import API
import CurlHTTP

/// Why a call has no reply.
public enum ClientFailure: Error, Equatable, Sendable {
    /// The server said no, in the API's own words.
    case problem(status: Int, Problem)
    /// The server cannot be reached, or the connection broke: the sentence says where and why.
    case unavailable(String)
    /// No answer within the time of a call.
    case timedOut(server: String)
    /// Something answered that is not the API, such as a proxy with a page of its own.
    case badAnswer(status: Int, String)
    /// The answer is larger than the bound, in bytes.
    case tooLarge(limit: Int)
    /// The request cannot be written, such as an API key that holds a line break.
    case invalidRequest(String)
    /// The calling task was cancelled.
    case cancelled

    init(_ failure: HTTPFailure, server: ServerURL) {
        self =
            switch failure {
            case .invalidURL(let reason), .invalidRequest(let reason): .invalidRequest(reason)
            case .cannotResolve(let reason), .cannotConnect(let reason), .failed(let reason):
                .unavailable("\(server) cannot be reached: \(reason)")
            case .tls(let reason): .unavailable("\(server) has no certificate that is trusted here: \(reason)")
            case .queueFull: .unavailable("too many calls to \(server) wait already")
            case .closed: .unavailable("the client was closed")
            case .timedOut: .timedOut(server: server.text)
            case .tooLarge(let limit): .tooLarge(limit: limit)
            case .cancelled: .cancelled
            }
    }

    /// What happened, in one sentence; texts of strangers in it are not filtered yet.
    public var message: String {
        switch self {
        case .problem(_, let problem): problem.message
        case .unavailable(let reason), .invalidRequest(let reason): reason
        case .timedOut(let server): "\(server) did not answer in time"
        case .badAnswer(let status, let reason): "the answer is not the API's (HTTP \(status)): \(reason)"
        case .tooLarge(let limit): "the answer is larger than \(limit >> 20) MiB"
        case .cancelled: "cancelled"
        }
    }

    /// The server's name for the request, for its log; nil when it gave none.
    public var requestID: String? {
        if case .problem(_, let problem) = self { problem.requestID } else { nil }
    }

    /// Whether the same call may succeed a little later without anything being changed.
    public var isPassing: Bool {
        switch self {
        case .problem(let status, _), .badAnswer(let status, _): status >= 500 || status == 429
        case .unavailable, .timedOut: true
        case .tooLarge, .invalidRequest, .cancelled: false
        }
    }
}
