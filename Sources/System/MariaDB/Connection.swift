import Glibc
import Synchronization
import Threads

/// One connection to the database, on a thread of its own. It belongs to whoever got it from the pool, and to him only
/// until his closure returns: keep none.
public actor Connection {
    /// What the pool looks at without waiting for the thread.
    private struct Condition {
        var version = ""
        var socket: Int32 = -1
        var isReusable = false
    }

    private let executor: ThreadExecutor
    private let configuration: DatabaseConfiguration
    private let condition = Mutex(Condition())
    private var session: Session?
    /// The transaction of the pool that this connection is in.
    private var transaction = TransactionState.none

    private enum TransactionState {
        case none
        case open
        /// The server rolled back, or has to: nothing may be done any more but that.
        case failed(DatabaseError)
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(_ configuration: DatabaseConfiguration) {
        self.configuration = configuration
        executor = ThreadExecutor(name: "mariadb")
    }

    deinit {
        executor.shutdown()
    }

    /// A new connection. Waits on its own thread for `connectTimeout` at most.
    static func open(_ configuration: DatabaseConfiguration) async throws(DatabaseError) -> Connection {
        let connection = Connection(configuration)
        try await connection.connect()
        return connection
    }

    private func connect() throws(DatabaseError) {
        session = try Session.open(configuration)
        noteCondition()
    }

    /// The server's own words, such as `10.11.6-MariaDB`.
    public nonisolated var serverVersion: String { condition.withLock { $0.version } }

    public func serverInfo() throws(DatabaseError) -> ServerInfo {
        let session = try openSession()
        return ServerInfo(version: session.version, connectionID: session.identifier)
    }

    /// Runs a statement with bound parameters, one for each `?`.
    ///
    /// In a transaction that a deadlock, a lock wait or a lost connection has ended it fails with that same error: a
    /// statement after it would take effect by itself.
    @discardableResult
    public func query(_ sql: String, _ parameters: [Value] = []) throws(DatabaseError) -> ResultSet {
        try perform { session throws(DatabaseError) in try session.query(sql, parameters) }
    }

    /// Runs a statement as it stands and drops what it returns: for DDL and for settings of the session. The pool closes
    /// the connection afterwards instead of handing the changed session to somebody else.
    public func execute(_ sql: String) throws(DatabaseError) {
        try perform { session throws(DatabaseError) in try session.alter(sql) }
    }

    private func perform<T>(_ body: (Session) throws(DatabaseError) -> T) throws(DatabaseError) -> T {
        if case .failed(let error) = transaction { throw error }
        let session = try openSession()
        defer { noteCondition() }
        do {
            return try body(session)
        } catch {
            if case .open = transaction, error.isRepeatable || session.isBroken { transaction = .failed(error) }
            throw error
        }
    }

    private func openSession() throws(DatabaseError) -> Session {
        guard let session else {
            throw DatabaseError(
                code: DatabaseError.Code.closed,
                sqlState: "08003",
                message: "The connection to the database is closed."
            )
        }
        return session
    }

    private func noteCondition() {
        let now =
            if let session {
                Condition(
                    version: session.version,
                    socket: session.socket,
                    isReusable: !session.isBroken && !session.isAltered && !session.isInTransaction
                        && session.lockWaitTimeout == configuration.lockWaitTimeout
                )
            } else {
                Condition()
            }
        condition.withLock { $0 = now }
    }
}

// MARK: What the pool does with a connection

extension Connection {
    /// The session can go to somebody else as it is.
    nonisolated var isReusable: Bool { condition.withLock { $0.isReusable } }

    /// False when the connection is certainly still there; true when the server has closed it or sent what nobody asked
    /// for. Costs one system call and asks the server nothing.
    nonisolated var seemsLost: Bool {
        let socket = condition.withLock { $0.socket }
        guard socket >= 0 else { return true }
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) != 0
    }

    /// The number of statements prepared at present.
    var statementCount: Int { session?.statementCount ?? 0 }

    /// Whether the server answers.
    func answers() -> Bool {
        defer { noteCondition() }
        do throws(DatabaseError) {
            try openSession().ping()
            return true
        } catch {
            return false
        }
    }

    /// Makes the session what a new one would be, by rolling back; false when it can only be closed.
    func reset() -> Bool {
        defer { noteCondition() }
        transaction = .none
        guard let session, !session.isBroken, !session.isAltered else { return false }
        do throws(DatabaseError) {
            if session.isInTransaction { try session.execute("ROLLBACK") }
            try session.setLockWaitTimeout(configuration.lockWaitTimeout)
        } catch {
            return false
        }
        // Still so when autocommit was switched off.
        return !session.isInTransaction
    }

    /// Ends the session. Further calls change nothing.
    func close() {
        session?.close()
        session = nil
        noteCondition()
        executor.shutdown()
    }

    /// Opens a transaction whose statements wait for row locks for so many seconds.
    func begin(lockWait seconds: Int) throws(DatabaseError) {
        let session = try openSession()
        defer { noteCondition() }
        try session.setLockWaitTimeout(seconds)
        try session.execute("START TRANSACTION")
        transaction = .open
    }

    /// Rolls back.
    /// - Returns: the error that had ended the transaction before, also if the caller never saw it.
    func rollback() -> DatabaseError? {
        var failure: DatabaseError?
        if case .failed(let error) = transaction { failure = error }
        // What it could not undo, reset() or closing will: the connection is looked at before anybody else gets it.
        _ = reset()
        return failure
    }

    func commit() throws(CommitError) {
        defer { noteCondition() }
        switch transaction {
        case .failed(let error): throw .notSent(error)
        case .none: throw .endedEarly
        case .open: break
        }
        let session: Session
        do throws(DatabaseError) {
            session = try openSession()
            if seemsLost { try session.ping() }
        } catch {
            throw .notSent(error)
        }
        guard session.isInTransaction else { throw .endedEarly }
        do throws(DatabaseError) {
            try session.execute("COMMIT")
        } catch {
            throw error.isRepeatable ? .notSent(error) : .outcomeUnknown(error)
        }
        transaction = .none
    }
}
