import CMariaDB

/// One session with the server: everything that touches the C library, synchronous, used by one thread at a time.
final class Session {
    /// The server's words, such as `10.11.6-MariaDB`.
    let version: String
    /// The number that `KILL` takes.
    let identifier: UInt64
    /// The descriptor of the socket, for looking at it from outside.
    let socket: Int32
    /// Seconds a statement of this session waits for a row lock.
    private(set) var lockWaitTimeout: Int
    /// The session can only be closed.
    private(set) var isBroken = false
    /// A statement for the session, such as SET, or one of DDL was executed: it is not what it was.
    private(set) var isAltered = false

    private var mysql: UnsafeMutablePointer<MYSQL>?
    private var statements: StatementCache
    private let resultLimit: Int

    /// Takes the connected handle over.
    init(_ mysql: UnsafeMutablePointer<MYSQL>, _ configuration: DatabaseConfiguration) {
        self.mysql = mysql
        version = mysql_get_server_info(mysql).map { String(cString: $0) } ?? ""
        identifier = UInt64(mysql_thread_id(mysql))
        socket = mysql_get_socket(mysql)
        lockWaitTimeout = configuration.lockWaitTimeout
        statements = StatementCache(capacity: configuration.statementCacheSize)
        resultLimit = configuration.maximumResultBytes
    }

    deinit {
        close()
    }

    /// The number of statements prepared at present.
    var statementCount: Int { statements.count }

    /// The server holds a transaction open for this session, or would open one with the next statement.
    var isInTransaction: Bool {
        guard let status = mysql?.pointee.server_status else { return false }
        return status & UInt32(SERVER_STATUS_IN_TRANS) != 0 || status & UInt32(SERVER_STATUS_AUTOCOMMIT) == 0
    }

    /// Runs a prepared statement, preparing it if it is new.
    func query(_ sql: String, _ parameters: [Value]) throws(DatabaseError) -> ResultSet {
        let statement = try statement(for: sql)
        do {
            return try statement.run(parameters, limit: resultLimit)
        } catch {
            if statement.isMidResult || error.endsConnection { isBroken = true }
            throw error
        }
    }

    /// Runs a statement as it stands, without parameters, and drops what it returns. The session counts as altered.
    func alter(_ sql: String) throws(DatabaseError) {
        isAltered = true
        try execute(sql)
    }

    /// Runs a statement as it stands, without parameters, and drops what it returns.
    func execute(_ sql: String) throws(DatabaseError) {
        let mysql = try openHandle()
        guard mysql_real_query(mysql, sql, UInt(sql.utf8.count)) == 0 else { throw failed(DatabaseError(mysql)) }
        repeat {
            if let result = mysql_use_result(mysql) {
                while mysql_fetch_row(result) != nil {}
                mysql_free_result(result)
            }
            if mysql_errno(mysql) != 0 { throw failed(DatabaseError(mysql)) }
        } while mysql_next_result(mysql) == 0
        if mysql_errno(mysql) != 0 { throw failed(DatabaseError(mysql)) }
    }

    /// Asks the server for a sign of life.
    func ping() throws(DatabaseError) {
        let mysql = try openHandle()
        guard mysql_ping(mysql) == 0 else { throw failed(DatabaseError(mysql)) }
    }

    /// Lets statements wait for row locks for so many seconds from now on, at least 1.
    func setLockWaitTimeout(_ seconds: Int) throws(DatabaseError) {
        guard seconds != lockWaitTimeout else { return }
        try execute("SET SESSION innodb_lock_wait_timeout = \(seconds)")
        lockWaitTimeout = seconds
    }

    /// Ends the session; an open transaction is rolled back by the server. Further calls change nothing.
    func close() {
        guard let mysql else { return }
        self.mysql = nil
        isBroken = true
        // First the connection, then the statements: they are then only memory, and nothing unread is waited for.
        mysql_close(mysql)
        statements.removeAll()
    }

    private func statement(for sql: String) throws(DatabaseError) -> Statement {
        let mysql = try openHandle()
        if let known = statements.statement(for: sql) { return known }
        do {
            let statement = try prepare(sql, on: mysql)
            statements.insert(statement, for: sql)
            return statement
        } catch {
            throw failed(error)
        }
    }

    private func prepare(_ sql: String, on mysql: UnsafeMutablePointer<MYSQL>) throws(DatabaseError) -> Statement {
        do {
            return try Statement.prepare(sql, on: mysql)
        } catch {
            guard error.isTooManyStatements, statements.count > 0 else { throw error }
            // The server keeps a number for everybody: give ours back.
            statements.removeAll()
            return try Statement.prepare(sql, on: mysql)
        }
    }

    private func openHandle() throws(DatabaseError) -> UnsafeMutablePointer<MYSQL> {
        guard let mysql, !isBroken else {
            throw DatabaseError(
                code: DatabaseError.Code.closed,
                sqlState: "08003",
                message: "The connection to the database is closed."
            )
        }
        return mysql
    }

    private func failed(_ error: DatabaseError) -> DatabaseError {
        if error.endsConnection { isBroken = true }
        return error
    }
}
