import API
import Backend

extension Routes {
    /// Zones (`api.md` 3).
    func serveDomains(_ domains: DomainService) {
        on(DomainEndpoints.list) { call in try await domains.list(call.query, as: call.caller) }
        on(DomainEndpoints.create) { call in try await domains.create(call.body, as: call.caller) }
        on(DomainEndpoints.show) { call in try await domains.show(call.path.domain, as: call.caller) }
        on(DomainEndpoints.delete) { call in
            try await domains.delete(call.path.domain, hard: call.query.hard, as: call.caller)
            return Nothing()
        }
    }
}
