/// One request on its way through the client, from `send` to its answer.
struct Call: Sendable {
    /// Unique in the process, so that a late cancellation can never meet another call.
    let id: UInt64
    let request: HTTPRequest
    let target: Target
    /// The whole call's end, waiting included.
    let deadline: ContinuousClock.Instant
    let mark: CancellationMark
    let continuation: CheckedContinuation<Outcome, Never>

    typealias Outcome = Result<HTTPResponse, HTTPFailure>
}
