import Backend
import Core
import CurlHTTP
import Logging
import MariaDB
import Redis
import ServiceLifecycle

/// Everything that one process is made of, built once from its settings.
struct House: Sendable {
    let settings: ServerSettings
    let logger: Logger
    let health: HealthService
    let pushes: PushDeskService
    private let database: ConnectionPool
    private let redis: RedisClient
    private let http: HTTPClient
    private let domains: DomainService
    private let records: RecordService
    private let validation: ValidationService

    init(settings: ServerSettings, logger: Logger, servesClients: Bool) {
        let surroundings = SystemSurroundings.surroundings
        self.settings = settings
        self.logger = logger
        let database = ConnectionPool(
            configuration: settings.database.configuration(),
            size: settings.database.poolSize
        )
        let http = HTTPClient(
            maximumConnectionsPerHost: settings.powerDNS.maximumConnections,
            userAgent: "scaidns/\(Release.current)"
        )
        let powerDNS = Self.powerDNS(settings.powerDNS, http: http)
        let pusher = ZonePusher(
            database: database,
            powerDNS: powerDNS,
            surroundings: surroundings,
            timing: ZonePusher.Timing(callSeconds: servesClients ? Int64(settings.powerDNS.timeout) : 120),
            holder: surroundings.newID().text,
            logger: logger
        )
        let desk = PushDesk(pusher: pusher, most: settings.powerDNS.maximumConnections, logger: logger)
        let names = NameRules(allowsPrivate: settings.validation.allowsPrivate)
        let pushWait = Duration.seconds(settings.powerDNS.pushWait)
        let rules = Self.rules(settings.validation, pushWait: pushWait)
        self.database = database
        self.http = http
        redis = RedisClient(settings.redis.configuration, connections: 1)
        pushes = PushDeskService(desk: desk)
        domains = DomainService(
            database: database,
            desk: desk,
            surroundings: surroundings,
            names: names,
            challenges: rules
        )
        records = RecordService(database: database, desk: desk, surroundings: surroundings, pushWait: pushWait)
        validation = ValidationService(
            database: database,
            resolver: Self.resolver(settings.validation, names: names, randomness: surroundings.randomness),
            desk: desk,
            surroundings: surroundings,
            rules: rules,
            names: names
        )
        health = HealthService(
            database: database,
            redis: redis,
            powerDNS: powerDNS,
            scaiKey: ScaiKeyClient(discoveryURL: settings.scaiKey.discoveryURL.description, http: http)
        )
    }

    private static func powerDNS(_ settings: PowerDNSSettings, http: HTTPClient) -> PowerDNSClient {
        PowerDNSClient(
            PowerDNSClient.Configuration(
                url: settings.apiURL.description,
                apiKey: settings.apiKey.reveal(),
                serverID: settings.serverID
            ),
            http: http
        )
    }

    private static func rules(_ settings: ValidationSettings, pushWait: Duration) -> ChallengeRules {
        ChallengeRules(
            suggestedTTL: settings.challengeTTL,
            lifetimeHours: settings.expiryHours,
            checkInterval: settings.checkInterval,
            pushWait: pushWait
        )
    }

    private static func resolver(
        _ settings: ValidationSettings,
        names: NameRules,
        randomness: Randomness
    ) -> ChallengeResolver {
        let now: @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
        return ChallengeResolver(
            settings: ResolverSettings(
                resolvers: settings.resolvers.map { DNSEndpoint(address: $0.address, port: Int($0.port)) },
                allowsPrivate: settings.allowsPrivate,
                authoritativePort: Int(settings.authoritativePort),
                isPublicSuffix: { names.isPublicSuffix($0) }
            ),
            client: DNSClient(randomness: randomness, now: now),
            budget: QueryBudget(now: now),
            randomness: randomness,
            now: now
        )
    }

    /// Whether the database's schema fits; its warnings.
    func checkSchema() async throws -> [String] {
        try await SchemaGate(migrations: try Migrations.released(), release: .current).check(database)
    }

    func service(for part: Part) -> any Service {
        switch part {
        case .api(let host, let port): api(host: host, port: port)
        case .worker: worker()
        }
    }

    private func worker() -> any Service {
        let surroundings = SystemSurroundings.surroundings
        let jobs: [any Job] = [
            PushDueZones(database: database, desk: pushes.desk),
            CheckDueValidations(database: database, validations: validation, logger: logger),
        ]
        return WorkerService(
            runner: JobRunner(
                database: database,
                jobs: jobs,
                most: settings.process.maximumJobs,
                surroundings: surroundings,
                owner: surroundings.newID().text,
                logger: logger
            ),
            logger: logger
        )
    }

    var door: Door {
        Door(
            authenticator: Authenticator(
                database: database,
                pepper: settings.secrets.apiKeyPepper.reveal(),
                clock: SystemSurroundings.clock
            ),
            gate: AccessGate(database: database, clock: SystemSurroundings.clock),
            proxies: settings.http.trustedProxies.compactMap(AddressPrefix.init)
        )
    }

    private func api(host: String, port: Int) -> any Service {
        let routes = Routes(door: door)
        serve(on: routes)
        return APIServer.application(routes, host: host, port: port, logger: logger) { address in
            logger.info("Serving the API", metadata: ["address": "http://\(address)"])
        }
    }

    /// Every endpoint of the API; a test holds that they are those of the contract.
    func serve(on routes: Routes) {
        routes.serveHealth(health)
        routes.serveDomains(domains)
        routes.serveValidation(validation)
        routes.serveRecords(records)
    }

    /// Lets go of every connection.
    func close() async {
        http.close()
        await redis.close()
        await database.close()
    }
}
