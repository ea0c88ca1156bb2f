import Client

/// What the program ends with (`operations.md` 4).
enum ExitStatus: Int32, Equatable, Sendable {
    case done = 0
    case failed = 1
    /// The command line or the settings are wrong.
    case usage = 2
    case notFound = 3
    /// Not permitted, or not logged in.
    case notAllowed = 4
    /// In the way of something else, or ambiguous.
    case conflict = 5
    /// The network or the server; worth a retry.
    case unavailable = 6
    /// A plan found changes.
    case changesFound = 7
    /// Timed out waiting.
    case timedOut = 124
    case interrupted = 130
}

extension ExitStatus {
    init(_ failure: ClientFailure) {
        self =
            switch failure {
            case .problem(let status, _): ExitStatus(httpStatus: status)
            // Whatever answered there is not the API, so its 404 says nothing about a zone.
            case .badAnswer(let status, _): status >= 500 ? .unavailable : .failed
            case .unavailable, .timedOut: .unavailable
            case .tooLarge: .failed
            case .invalidRequest: .usage
            case .cancelled: .interrupted
            }
    }

    private init(httpStatus: Int) {
        self =
            switch httpStatus {
            case 401, 403: .notAllowed
            case 404: .notFound
            case 409, 412: .conflict
            case 429, 500...: .unavailable
            default: .failed
            }
    }
}
