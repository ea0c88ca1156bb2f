/// Where Redis is, from `REDIS_URL` and `REDIS_MAX_CONNECTIONS`.
public struct RedisSettings: SettingsGroup, Equatable {
    public let address: Address
    /// The ACL user; nil for Redis's default user.
    public let user: String?
    public let password: Secret?
    /// Number of the database, from 0.
    public let database: Int
    /// Always off for a socket.
    public let security: TransportSecurity
    /// Connections per process.
    public let maximumConnections: Int

    /// How Redis is reached.
    public enum Address: Equatable, Sendable {
        case host(String, port: UInt16)
        case socket(path: String)
    }

    static let form = "redis://user:password@host:6379/0 (also rediss:// for TLS, unix://user:password@/path?db=0)"

    public init(_ reader: inout SettingsReader) {
        let url = reader.required(.redisURL, expected: Self.form, placeholder: nil) {
            text throws(Expectation) -> RedisURL? in try RedisURL(text)
        }
        address = url?.address ?? .socket(path: "")
        user = url?.user
        password = url?.password
        database = url?.database ?? 0
        security = url?.security ?? .off
        maximumConnections = reader.integer(.redisMaxConnections, 1...1000, default: 20)
    }
}

/// The parts of `redis://user:password@host:6379/0`, `rediss://…` and `unix://user:password@/path?db=0`.
struct RedisURL: Equatable {
    let address: RedisSettings.Address
    let user: String?
    let password: Secret?
    let database: Int
    let security: TransportSecurity

    init(_ text: String) throws(Expectation) {
        let url = try ConnectionURL(text)
        user = url.user
        password = url.password.map(Secret.init)
        guard url.user == nil || url.password != nil else {
            throw Expectation("a password with the user: user:password@")
        }
        switch url.scheme {
        case "redis", "rediss":
            let isTLS = url.scheme == "rediss"
            try url.checkQuery(only: isTLS ? ["ssl_ca"] : [])
            guard !url.host.isEmpty else { throw Expectation("a host: \(RedisSettings.form)") }
            address = .host(url.host, port: url.port ?? 6379)
            let number = url.path.dropFirst()
            database = number.isEmpty ? 0 : try Self.database(number)
            security = try TransportSecurityQuery.security(in: url, schemeAsks: isTLS)
        case "unix":
            try url.checkQuery(only: ["db"])
            guard url.host.isEmpty, url.path.count > 1, url.path.utf8.count <= 107 else {
                throw Expectation("an absolute path of at most 107 bytes: unix:///run/redis/redis.sock")
            }
            address = .socket(path: url.path)
            database = try url.query.first.map { item throws(Expectation) in try Self.database(item.value[...]) } ?? 0
            security = .off
        default: throw Expectation(RedisSettings.form)
        }
    }

    private static func database(_ text: Substring) throws(Expectation) -> Int {
        guard let number = Int(text), (0...65_535).contains(number), text.allSatisfy(\.isNumber) else {
            throw Expectation("the number of a database, 0 to 65535")
        }
        return number
    }
}
