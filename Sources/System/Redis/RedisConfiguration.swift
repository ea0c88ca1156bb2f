/// Where a Redis is, who we are there, and the bounds of every wait.
public struct RedisConfiguration: Sendable {
    public enum Endpoint: Sendable, Equatable {
        /// A name, an IPv4 or an IPv6 address (without brackets).
        case tcp(host: String, port: Int)
        /// At most 107 bytes.
        case unix(path: String)
    }

    public enum TLS: Sendable, Equatable {
        case off
        /// TLS 1.2 or later, with the server's certificate checked for its chain and for the host of the endpoint.
        /// `caFile` (PEM) replaces the system's certificates.
        case verified(caFile: String?)
    }

    public var endpoint: Endpoint
    /// nil authenticates as the user `default` when there is a password.
    public var user: String?
    /// nil sends no `AUTH`.
    public var password: String?
    public var database: Int
    public var tls: TLS
    /// For name resolution, connecting, TLS, `AUTH` and `SELECT` together.
    public var connectTimeout: Duration
    /// From the call to the reply. One that runs out while the server is silent ends the connection, too.
    public var commandTimeout: Duration
    /// Commands without an answer yet, for each connection; one more fails with ``RedisFailure/queueFull``.
    public var maximumQueued: Int
    /// The largest reply in bytes on the wire, arrays with all their elements.
    public var maximumReplyBytes: Int

    public init(
        endpoint: Endpoint,
        user: String? = nil,
        password: String? = nil,
        database: Int = 0,
        tls: TLS = .off,
        connectTimeout: Duration = .seconds(2),
        commandTimeout: Duration = .seconds(2),
        maximumQueued: Int = 4096,
        maximumReplyBytes: Int = 16 << 20
    ) {
        self.endpoint = endpoint
        self.user = user
        self.password = password
        self.database = database
        self.tls = tls
        self.connectTimeout = connectTimeout
        self.commandTimeout = commandTimeout
        self.maximumQueued = maximumQueued
        self.maximumReplyBytes = maximumReplyBytes
    }
}
