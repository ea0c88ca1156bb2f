public import Redis

extension RedisSettings {
    /// How the Redis client is made from the settings.
    public var configuration: RedisConfiguration {
        let endpoint: RedisConfiguration.Endpoint
        switch address {
        case .host(let host, let port): endpoint = .tcp(host: host, port: Int(port))
        case .socket(let path): endpoint = .unix(path: path)
        }
        let tls: RedisConfiguration.TLS
        switch security {
        case .verified(let caFile): tls = .verified(caFile: caFile)
        // The URL of a Redis cannot ask for TLS without a check.
        case .off, .unverified: tls = .off
        }
        return RedisConfiguration(
            endpoint: endpoint,
            user: user,
            password: password?.reveal(),
            database: database,
            tls: tls
        )
    }
}
