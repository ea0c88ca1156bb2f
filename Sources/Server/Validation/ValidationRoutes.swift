import API
import Backend

extension Routes {
    /// The proof that a zone belongs to its tenant (`api.md` 4).
    func serveValidation(_ validation: ValidationService) {
        on(ValidationEndpoints.show) { call in try await validation.show(call.path.domain, as: call.caller) }
        on(ValidationEndpoints.check) { call in try await validation.check(call.path.domain, as: call.caller) }
    }
}
