import API
import Client

/// Why a command did not do its work: what happened, more about it, and what to do.
struct CommandFailure: Error, Equatable, Sendable {
    let status: ExitStatus
    /// What failed and why, in one sentence without a full stop.
    let message: String
    /// Further lines: the faults of a request, the records among which to choose.
    var details: [String] = []
    /// What to do about it, as a sentence.
    var advice: String?
    /// The server's name for the request.
    var requestID: String?

    init(_ status: ExitStatus, _ message: String, details: [String] = [], advice: String? = nil) {
        self.status = status
        self.message = message
        self.details = details
        self.advice = advice
    }
}

extension CommandFailure {
    /// `purpose` follows "cannot": `show zone example.org`.
    init(_ failure: ClientFailure, purpose: String) {
        self.init(
            ExitStatus(failure), "cannot \(purpose): \(failure.message)", advice: CommandFailure.advice(for: failure))
        requestID = failure.requestID
        guard case .problem(_, let problem) = failure else { return }
        switch problem.detail {
        case .text: break
        case .structured(_, _, let conflicts):
            if !conflicts.isEmpty { details = ["in the way: " + conflicts.joined(separator: ", ")] }
        case .schema(let faults):
            details = faults.count > 1 ? faults.map { "\($0.loc.joined(separator: ".")): \($0.msg)" } : []
        }
    }

    private static func advice(for failure: ClientFailure) -> String? {
        switch failure {
        case .problem(let status, let problem):
            switch (status, problem.code) {
            case (409, "ambiguous_name"): "Name the zone by its id; scaidns zone list --columns id,name shows the ids."
            case (401, _): "Set SCAIDNS_API_KEY to a valid API key."
            case (403, _): "Ask who administers the tenant, or the platform, for the permission."
            case (404, _): "scaidns zone list and scaidns record list show what is there for you."
            case (429, _): "Try again in a moment."
            case (500..., _): "Try again; if it stays so, give the request's id to whoever runs the server."
            default: nil
            }
        case .unavailable, .timedOut:
            "Check that the server runs and that --url or SCAIDNS_URL names it; scaidns health shows its state."
        case .badAnswer(let status, _):
            status >= 500 ? "Try again in a moment." : "Check the address in --url or SCAIDNS_URL."
        case .tooLarge: "Narrow the list down with its filters."
        case .invalidRequest: "Check --url, SCAIDNS_URL and SCAIDNS_API_KEY."
        case .cancelled: nil
        }
    }
}
