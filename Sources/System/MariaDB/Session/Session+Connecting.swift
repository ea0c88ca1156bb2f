import CMariaDB

/// Starts the library, once; later starts from several threads would race.
private let library: Int32 = mysql_server_init(0, nil, nil)

extension Session {
    /// A session with the settings every statement of ours counts on. Blocks for `connectTimeout` at most.
    static func open(_ configuration: DatabaseConfiguration) throws(DatabaseError) -> Session {
        guard library == 0, let mysql = mysql_init(nil) else {
            throw DatabaseError(code: 2008, sqlState: "HY001", message: "The MariaDB client library did not start.")
        }
        do {
            setOptions(of: mysql, configuration)
            try connect(mysql, configuration)
        } catch {
            mysql_close(mysql)
            throw error
        }
        // From here on the session closes the handle, also when a setting fails.
        let session = Session(mysql, configuration)
        try session.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
        try session.execute(
            """
            SET SESSION autocommit = 1, time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES', \
            innodb_lock_wait_timeout = \(configuration.lockWaitTimeout), \
            max_statement_time = \(configuration.queryTimeout)
            """
        )
        return session
    }

    private static func connect(
        _ mysql: UnsafeMutablePointer<MYSQL>,
        _ configuration: DatabaseConfiguration
    ) throws(DatabaseError) {
        let usesSocket = configuration.unixSocket != nil
        let connected = mysql_real_connect(
            mysql,
            usesSocket ? nil : configuration.host,
            configuration.user,
            configuration.password,
            configuration.database,
            usesSocket ? 0 : UInt32(configuration.port),
            configuration.unixSocket,
            UInt(CLIENT_FOUND_ROWS)
        )
        guard connected != nil else { throw DatabaseError(mysql) }
        if !usesSocket && configuration.tls != .off && mysql_get_ssl_cipher(mysql) == nil {
            throw DatabaseError(
                code: DatabaseError.Code.tlsMissing,
                sqlState: "08001",
                message: "The database server does not offer TLS."
            )
        }
    }

    private static func setOptions(of mysql: UnsafeMutablePointer<MYSQL>, _ configuration: DatabaseConfiguration) {
        let usesSocket = configuration.unixSocket != nil
        // Said aloud, as the library takes the host "localhost" for a Unix socket.
        set(MYSQL_OPT_PROTOCOL, (usesSocket ? MYSQL_PROTOCOL_SOCKET : MYSQL_PROTOCOL_TCP).rawValue, mysql)
        set(MYSQL_OPT_CONNECT_TIMEOUT, UInt32(clamping: configuration.connectTimeout), mysql)
        // The server stops a statement by itself; the margin lets its answer arrive.
        set(MYSQL_OPT_READ_TIMEOUT, UInt32(clamping: configuration.queryTimeout + 2), mysql)
        set(MYSQL_OPT_WRITE_TIMEOUT, UInt32(clamping: configuration.queryTimeout + 2), mysql)
        // One row. Beyond this the library says that the connection was lost, which is not to be the usual way.
        set(MYSQL_OPT_MAX_ALLOWED_PACKET, UInt(clamping: max(configuration.maximumResultBytes, 64 << 20)), mysql)
        // A server may ask for any file of ours with this on.
        set(MYSQL_OPT_LOCAL_INFILE, UInt32(0), mysql)
        mysql_options(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4")
        // No method that sends the password as it is.
        mysql_options(mysql, MARIADB_OPT_RESTRICTED_AUTH, "mysql_native_password,client_ed25519,parsec")
        if !usesSocket { setTLS(of: mysql, configuration.tls) }
    }

    private static func setTLS(of mysql: UnsafeMutablePointer<MYSQL>, _ mode: DatabaseConfiguration.TLSMode) {
        let verifies: my_bool
        switch mode {
        case .off:
            return
        case .unverified:
            verifies = 0
        case .verified(let caFile):
            verifies = 1
            if let caFile { mysql_options(mysql, MYSQL_OPT_SSL_CA, caFile) }
        }
        set(MYSQL_OPT_SSL_ENFORCE, my_bool(1), mysql)
        set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, verifies, mysql)
        mysql_options(mysql, MARIADB_OPT_TLS_VERSION, "TLSv1.2,TLSv1.3")
    }

    private static func set<T: BitwiseCopyable>(
        _ option: mysql_option,
        _ value: T,
        _ mysql: UnsafeMutablePointer<MYSQL>
    ) {
        withUnsafePointer(to: value) { _ = mysql_options(mysql, option, $0) }
    }
}
