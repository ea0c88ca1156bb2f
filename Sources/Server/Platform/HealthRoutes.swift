import HTTPTypes
import API
import Backend

extension Routes {
    /// Whether the process lives and can serve (`api.md` 13).
    func serveHealth(_ health: HealthService) {
        open(HealthEndpoints.live) { _ in (Liveness(), .ok) }
        for endpoint in [HealthEndpoints.ready, HealthEndpoints.apiReady] {
            open(endpoint) { _ in
                let readiness = await health.readiness()
                return (readiness, readiness.isReady ? .ok : .serviceUnavailable)
            }
        }
    }
}
