public import MariaDB

extension DatabaseSettings {
    /// How connections are made: one statement may take `queryTimeout` seconds.
    public func configuration(queryTimeout: Int = 30) -> DatabaseConfiguration {
        let tls: DatabaseConfiguration.TLSMode =
            switch security {
            case .off: .off
            case .verified(let caFile): .verified(caFile: caFile)
            case .unverified: .unverified
            }
        var configuration = DatabaseConfiguration(
            host: host,
            port: port,
            user: user,
            password: password.reveal(),
            database: database,
            unixSocket: unixSocket,
            tls: tls
        )
        configuration.queryTimeout = queryTimeout
        return configuration
    }

    /// Where MariaDB is, for messages: `db.example.org:3306` or the socket's path.
    public var place: String {
        unixSocket ?? (host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)")
    }
}
