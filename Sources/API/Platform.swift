/// Whether the service lives and can serve (`api.md` 13).
public enum HealthEndpoints {
    public static let live = Endpoint<Nothing, Nothing, Nothing, Liveness>(publicly: .get, "/health/live")
    public static let ready = Endpoint<Nothing, Nothing, Nothing, Readiness>(publicly: .get, "/health/ready")
    public static let apiReady = Endpoint<Nothing, Nothing, Nothing, Readiness>(
        publicly: .get,
        "/api/v1/health/ready"
    )
}

/// `{"status":"ok"}` from a process that lives.
public struct Liveness: Codable, Sendable, Equatable {
    public let status: String

    public init(status: String = "ok") {
        self.status = status
    }
}

/// What the service leans on: `ok` each, or a short reason; 503 and `degraded` when one fails.
public struct Readiness: Codable, Sendable, Equatable {
    public let status: String
    public let checks: Checks

    /// The four checks.
    public struct Checks: Codable, Sendable, Equatable {
        public let database: String
        public let redis: String
        public let pdns: String
        public let scaikeyJWKS: String

        public init(database: String, redis: String, pdns: String, scaikeyJWKS: String) {
            self.database = database
            self.redis = redis
            self.pdns = pdns
            self.scaikeyJWKS = scaikeyJWKS
        }

        private enum CodingKeys: String, CodingKey {
            case database, redis, pdns
            case scaikeyJWKS = "scaikey_jwks"
        }
    }

    public init(checks: Checks) {
        self.checks = checks
        let all = [checks.database, checks.redis, checks.pdns, checks.scaikeyJWKS]
        status = all.allSatisfy { $0 == "ok" } ? "ok" : "degraded"
    }

    /// Whether all four checks are `ok`.
    public var isReady: Bool { status == "ok" }
}
