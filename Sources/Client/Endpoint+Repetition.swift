import API

/// The POSTs that take an `Idempotency-Key` (`api.md` 1.8: marked `i`), by their template.
private let keyedRoutes: Set<String> = [
    DomainEndpoints.create.template,
    RecordEndpoints.create.template,
    ValidationEndpoints.check.template,
]

/// Those of them whose answers the server keeps under that key, so that a repeated POST is not a second one.
private let keptRoutes: Set<String> = []

extension Endpoint {
    /// Whether the client sends an `Idempotency-Key`: one a call, the same for all its tries.
    var takesIdempotencyKey: Bool { method == .post && keyedRoutes.contains(template) }

    var repetition: Repetition {
        switch method {
        case .get: .freely
        case .post: keptRoutes.contains(template) ? .freely : .ifNotDone
        case .patch, .put, .delete: .ifNeverSent
        }
    }
}
