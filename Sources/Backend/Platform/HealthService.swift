public import API
public import MariaDB
public import Redis

/// Whether what the service leans on is there (`api.md` 13): four checks at once, each bounded, none telling an address.
public struct HealthService: Sendable {
    private static let patience: Duration = .seconds(2)

    private let database: ConnectionPool
    private let redis: RedisClient
    private let powerDNS: PowerDNSClient
    private let scaiKey: ScaiKeyClient

    public init(database: ConnectionPool, redis: RedisClient, powerDNS: PowerDNSClient, scaiKey: ScaiKeyClient) {
        self.database = database
        self.redis = redis
        self.powerDNS = powerDNS
        self.scaiKey = scaiKey
    }

    public func readiness() async -> Readiness {
        async let database = bounded { await databaseProblem() }
        async let redis = bounded { await redisProblem() }
        async let pdns = bounded { await powerDNSProblem() }
        async let keys = bounded { await scaiKey.keyProblem(timeout: Self.patience) }
        return Readiness(
            checks: Readiness.Checks(
                database: await database ?? "ok",
                redis: await redis ?? "ok",
                pdns: await pdns ?? "ok",
                scaikeyJWKS: await keys ?? "ok"
            )
        )
    }

    /// The check's own answer, or `timeout`.
    private func bounded(_ check: @escaping @Sendable () async -> String?) async -> String? {
        await withTaskGroup(of: String?.self) { group in
            group.addTask { await check() }
            group.addTask {
                // A cancelled wait lost the race.
                try? await Task.sleep(for: Self.patience)
                return "timeout"
            }
            let first = await group.next() ?? "timeout"
            group.cancelAll()
            return first
        }
    }

    private func databaseProblem() async -> String? {
        do {
            _ = try await database.query("SELECT 1")
            return nil
        } catch is PoolError {
            return "busy"
        } catch {
            return "unreachable"
        }
    }

    private func redisProblem() async -> String? {
        do {
            return try await redis.command(["PING"]) == .status("PONG") ? nil : "bad answer"
        } catch {
            switch error {
            case .authentication: return "authentication"
            case .timedOut: return "timeout"
            case .unavailable, .connectionLost, .queueFull, .protocolViolation, .closed: return "unreachable"
            }
        }
    }

    private func powerDNSProblem() async -> String? {
        do {
            _ = try await powerDNS.version(timeout: Self.patience)
            return nil
        } catch {
            switch error {
            case .wrongKey: return "authentication"
            case .unknownOutcome: return "timeout"
            case .unreachable: return "unreachable"
            case .refused, .noSuchZone, .zoneExists, .broken, .badAnswer: return "bad answer"
            }
        }
    }
}
