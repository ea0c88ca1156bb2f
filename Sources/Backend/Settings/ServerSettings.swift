/// Everything that `scaidnsd` uses.
public struct ServerSettings: SettingsGroup, Equatable {
    public let database: DatabaseSettings
    public let redis: RedisSettings
    public let powerDNS: PowerDNSSettings
    public let scaiKey: ScaiKeySettings
    public let http: HTTPSettings
    public let secrets: SecretsSettings
    public let log: LogSettings
    public let process: ProcessSettings
    public let validation: ValidationSettings
    public let rateLimits: RateLimitSettings
    public let dnssec: DNSSECSettings

    public init(_ reader: inout SettingsReader) {
        database = DatabaseSettings(&reader)
        redis = RedisSettings(&reader)
        powerDNS = PowerDNSSettings(&reader)
        scaiKey = ScaiKeySettings(&reader)
        http = HTTPSettings(&reader)
        secrets = SecretsSettings(&reader)
        log = LogSettings(&reader)
        process = ProcessSettings(&reader)
        validation = ValidationSettings(&reader)
        rateLimits = RateLimitSettings(&reader)
        dnssec = DNSSECSettings(&reader)
    }
}
