import API
import Client

extension CallFailure {
    /// What a failure of the client means to a screen.
    init(_ failure: ClientFailure) {
        switch failure {
        case .problem(let status, let problem): self.init(status, problem)
        case .unavailable, .timedOut: self.init(.unreachable, failure.message)
        // A proxy in front of a server that is down.
        case .badAnswer(let status, _) where [502, 503, 504].contains(status): self.init(.unreachable, failure.message)
        case .badAnswer, .tooLarge, .invalidRequest, .cancelled: self.init(.refused, failure.message)
        }
    }

    private init(_ status: Int, _ problem: Problem) {
        switch status {
        case 401:
            self.init(.unauthorized, problem.message + ": set SCAIDNS_API_KEY to a valid API key and start again.")
        case 404: self.init(.notFound, problem.message)
        default:
            switch problem.detail {
            case .text(let text): self.init(.refused, text)
            case .structured(let message, let field, _): self.init(.refused, message, field: field)
            case .schema(let faults):
                let field = faults.count == 1 ? faults.first?.loc.last : nil
                self.init(.refused, field == nil ? problem.message : faults[0].msg, field: field)
            }
        }
    }
}
