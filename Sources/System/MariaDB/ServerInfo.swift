/// Who answers at the other end of a connection.
public struct ServerInfo: Sendable, Equatable {
    /// The server's own words, such as `10.11.6-MariaDB`.
    public let version: String
    /// The connection's number at the server, which `KILL` takes.
    public let connectionID: UInt64
    /// False for MySQL and its other relatives.
    public var isMariaDB: Bool { version.contains("MariaDB") }
}
