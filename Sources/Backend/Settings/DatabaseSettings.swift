/// Where MariaDB is, from `DATABASE_URL` and `DATABASE_POOL_SIZE`.
public struct DatabaseSettings: SettingsGroup, Equatable {
    public let host: String
    public let port: UInt16
    public let user: String
    public let password: Secret
    public let database: String
    /// The path of the server's socket; host and port are then not used.
    public let unixSocket: String?
    public let security: TransportSecurity
    /// Connections per process.
    public let poolSize: Int

    static let form = "mysql+asyncmy://user:password@host:3306/scaidns (also mysql://, mariadb://)"

    public init(_ reader: inout SettingsReader) {
        let url = reader.required(.databaseURL, expected: Self.form, placeholder: nil) {
            text throws(Expectation) -> DatabaseURL? in try DatabaseURL(text)
        }
        if url?.security == .unverified {
            reader.warn(.databaseURL, "ssl_verify=false: whoever answers at that address is taken for the database")
        }
        host = url?.host ?? ""
        port = url?.port ?? 0
        user = url?.user ?? ""
        password = url?.password ?? Secret("")
        database = url?.database ?? ""
        unixSocket = url?.unixSocket
        security = url?.security ?? .off
        poolSize = reader.integer(.databasePoolSize, 1...1000, default: 20)
    }
}

/// The parts of `mysql+asyncmy://user:password@host:3306/scaidns?unix_socket=…&ssl=true&ssl_ca=…`.
struct DatabaseURL: Equatable {
    let host: String
    let port: UInt16
    let user: String
    let password: Secret
    let database: String
    let unixSocket: String?
    let security: TransportSecurity

    init(_ text: String) throws(Expectation) {
        let url = try ConnectionURL(text)
        guard ["mysql+asyncmy", "mysql", "mariadb"].contains(url.scheme) else {
            throw Expectation(DatabaseSettings.form)
        }
        // `charset` is what other programs put there; ours is always utf8mb4.
        try url.checkQuery(only: ["unix_socket", "charset"] + TransportSecurityQuery.names)
        let parameters = Dictionary(url.query.map { ($0.name, $0.value) }) { first, _ in first }
        guard parameters["charset"].map({ $0 == "utf8mb4" }) ?? true else {
            throw Expectation("charset=utf8mb4 or none")
        }
        guard let user = url.user, user.utf8.count <= 128 else {
            throw Expectation("a user of 1 to 128 bytes before the @")
        }
        let database = String(url.path.dropFirst())
        guard (1...64).contains(database.count), !database.contains("/") else {
            throw Expectation("the name of a database, 1 to 64 characters, after the host's /")
        }
        let socket = parameters["unix_socket"]
        guard socket.map({ $0.hasPrefix("/") && $0.utf8.count <= 107 }) ?? true else {
            throw Expectation("an absolute path of at most 107 bytes as unix_socket")
        }
        guard socket != nil || !url.host.isEmpty else { throw Expectation("a host after the @, or ?unix_socket=") }
        self.user = user
        self.database = database
        host = url.host.isEmpty ? "localhost" : url.host
        port = url.port ?? 3306
        password = Secret(url.password ?? "")
        unixSocket = socket
        security = try TransportSecurityQuery.security(in: url, schemeAsks: false)
    }
}
