import CMariaDB

/// A statement or a connection that failed, in the words of MariaDB, of its client library or of this module.
public struct DatabaseError: Error, Equatable, Sendable {
    /// MariaDB's error number; 2000 to 2999 come from the client library, 9001 and up are ``Code``.
    public let code: UInt32
    /// Five characters, SQL's class and subclass.
    public let sqlState: String
    /// May name values of the statement: not for strangers.
    public let message: String

    public init(code: UInt32, sqlState: String, message: String) {
        self.code = code
        self.sqlState = sqlState
        self.message = message
    }

    /// The numbers of the errors found on this side of the connection.
    public enum Code {
        /// A number or time that ``Value`` or the column type cannot hold.
        public static let valueOutOfRange: UInt32 = 9001
        /// A text column that is not UTF-8.
        public static let invalidText: UInt32 = 9002
        /// Another number of parameters than the statement has marks.
        public static let parameterCount: UInt32 = 9003
        /// A result larger than ``DatabaseConfiguration/maximumResultBytes``; the connection is given up.
        public static let resultTooLarge: UInt32 = 9004
        /// The connection was closed before.
        public static let closed: UInt32 = 9005
        /// TLS was asked for and the connection came up without.
        public static let tlsMissing: UInt32 = 9006
    }

    /// A unique key holds the value already (1062).
    public var isDuplicateKey: Bool { code == 1062 }

    /// Lock wait (1205), deadlock (1213) or a row changed since it was read (1020): the whole transaction may be run
    /// again after a ROLLBACK.
    public var isRepeatable: Bool { [1205, 1213, 1020].contains(code) }

    /// The server cannot be reached, went away, closed this connection, or TLS broke.
    public var isConnectionLost: Bool {
        switch code {
        case 1053, 1077, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 4031: true
        case 2002, 2003, 2004, 2005, 2006, 2011, 2012, 2013, 2026, 2055: true
        case Code.closed, Code.tlsMissing: true
        default: false
        }
    }

    /// The protocol may be out of step, or a result unread: the connection can only be closed.
    var endsConnection: Bool {
        switch code {
        case 2008, 2014, 2020, 2027, Code.resultTooLarge: true
        case _ where outdatesStatement: true
        default: isConnectionLost
        }
    }

    /// All sessions together hold as many prepared statements as the server allows (1461).
    var isTooManyStatements: Bool { code == 1461 }

    /// The server said so; it was not found by the client library or by this module.
    var isFromServer: Bool { (1000..<2000).contains(code) || (3000..<9000).contains(code) }

    /// The number of columns is no longer what it was when the statement was prepared; the library leaves the rows unread.
    var outdatesStatement: Bool { code == UInt32(CR_NEW_STMT_METADATA) }
}

extension DatabaseError {
    init(_ mysql: UnsafeMutablePointer<MYSQL>) {
        self.init(
            code: mysql_errno(mysql),
            sqlState: String(cString: mysql_sqlstate(mysql)),
            message: String(cString: mysql_error(mysql))
        )
    }

    init(_ statement: UnsafeMutablePointer<MYSQL_STMT>) {
        self.init(
            code: mysql_stmt_errno(statement),
            sqlState: String(cString: mysql_stmt_sqlstate(statement)),
            message: String(cString: mysql_stmt_error(statement))
        )
    }
}
