/// Where a database is and how connections to it behave. Printing one shows no password.
public struct DatabaseConfiguration: Sendable {
    /// How a TCP connection is protected. A Unix socket needs no TLS and never uses it.
    public enum TLSMode: Sendable, Equatable {
        case off
        /// TLS 1.2 or later; certificate and host name are checked, against the PEM file or, with nil, the system's
        /// authorities.
        case verified(caFile: String?)
        /// TLS 1.2 or later with whatever certificate the server shows.
        case unverified
    }

    public var host: String
    public var port: UInt16
    public var user: String
    public var password: String
    public var database: String
    /// The path of the server's socket; host and port are then not used.
    public var unixSocket: String?
    public var tls: TLSMode
    /// Seconds until connecting, with greeting and TLS, has failed; at least 1.
    public var connectTimeout = 5
    /// Seconds one statement may take; at least 1. The server stops it then (1969); a server that says nothing for two
    /// seconds more counts as lost (2013).
    public var queryTimeout = 30
    /// Seconds a statement waits for a row lock; at least 1.
    public var lockWaitTimeout = 5
    /// How long a caller waits for a connection of the pool.
    public var acquireTimeout = Duration.seconds(5)
    /// Prepared statements a connection keeps; at least 1. The server keeps 16,382 in all.
    public var statementCacheSize = 128
    /// The largest result of one statement, in bytes of its values and their places in memory.
    public var maximumResultBytes = 64 << 20

    public init(
        host: String = "127.0.0.1",
        port: UInt16 = 3306,
        user: String,
        password: String,
        database: String,
        unixSocket: String? = nil,
        tls: TLSMode = .off
    ) {
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.database = database
        self.unixSocket = unixSocket
        self.tls = tls
    }
}

extension DatabaseConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        "\(user):***@\(unixSocket ?? "\(host):\(port)")/\(database)"
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}
