public import MariaDB

/// Brings a database to a release's schema, one statement after another.
///
/// MariaDB commits at every DDL statement, so the unit is the statement. One that a transaction can undo runs in one
/// with its row of `schema_migrations`. Any other is noted as begun before and as done after; MariaDB 10.6 does each
/// wholly or not at all, so when a run died in between, the next one runs it again and takes "is there already" for done.
public struct MigrationRunner: Sendable {
    private let pool: ConnectionPool
    private let migrations: [Migration]
    /// Seconds to wait for another `db upgrade` to end.
    private let lockWait: Int

    /// The pool's configuration should let a statement take as long as it needs; one connection is used.
    public init(pool: ConnectionPool, migrations: [Migration], lockWait: Int = 10) {
        self.pool = pool
        self.migrations = migrations
        self.lockWait = lockWait
    }

    /// What an upgrade did.
    public struct Result: Equatable, Sendable {
        /// Statements that were run.
        public let count: Int
        /// The newest migration of this release, 0 if it has none.
        public let version: Int
        public let warnings: [String]
    }

    /// Runs what is left to run; `report` hears of each statement before it runs.
    ///
    /// - Throws: ``SchemaRefusal`` with nothing done; ``MigrationFailure`` with everything before that statement done;
    ///   errors of the pool.
    public func upgrade(report: (MigrationStep) -> Void = { _ in }) async throws -> Result {
        try await pool.withConnection { connection in
            let store = SchemaStore(connection: connection)
            let warnings = try await store.check()
            try await store.lock(wait: lockWait)
            let plan = try MigrationPlan(migrations, done: try await store.done())
            try await store.makeTable()
            // A statement that waits for a table makes everybody else wait behind it.
            try await connection.execute("SET SESSION lock_wait_timeout = 30")
            for step in plan.steps {
                report(step)
                try await run(step, on: connection)
            }
            return Result(count: plan.steps.count, version: migrations.map(\.version).max() ?? 0, warnings: warnings)
        }
    }

    /// What is left to run and what was run, without changing anything.
    public func status() async throws -> SchemaStatus {
        try await pool.withConnection { connection in
            let store = SchemaStore(connection: connection)
            let warnings = try await store.check()
            let done = try await store.done()
            return SchemaStatus(done: done, plan: try MigrationPlan(migrations, done: done), warnings: warnings)
        }
    }

    private func run(_ step: MigrationStep, on connection: Connection) async throws {
        do {
            if step.statement.isUndoable {
                try await runInTransaction(step, on: connection)
            } else {
                try await runAlone(step, on: connection)
            }
        } catch let error as DatabaseError {
            throw MigrationFailure(
                version: step.migration.version,
                statement: step.statement.number,
                summary: step.statement.summary,
                reason: "\(error.message) (\(error.code))"
            )
        }
    }

    private func runInTransaction(_ step: MigrationStep, on connection: Connection) async throws {
        try await connection.execute("START TRANSACTION")
        do {
            try await connection.execute(step.statement.text)
            try await SchemaStore(connection: connection).finish(step)
            try await connection.execute("COMMIT")
        } catch {
            // The reason is what stopped the statement; a connection that is gone has rolled back by itself.
            try? await connection.execute("ROLLBACK")
            throw error
        }
    }

    private func runAlone(_ step: MigrationStep, on connection: Connection) async throws {
        let store = SchemaStore(connection: connection)
        try await store.begin(step)
        do {
            try await connection.execute(step.statement.text)
        } catch {
            guard step.wasBegun, Self.saysDone(error) else {
                // What the server refused did not happen; what it did not answer may have.
                if !error.isConnectionLost { try await store.forget(step) }
                throw error
            }
        }
        try await store.finish(step)
    }

    /// The server refuses because the statement has had its effect already: table exists, unknown table (dropped), column
    /// exists, key exists, key or column is gone.
    private static func saysDone(_ error: DatabaseError) -> Bool {
        [1050, 1051, 1060, 1061, 1091].contains(error.code)
    }
}

/// How far a database's schema is.
public struct SchemaStatus: Equatable, Sendable {
    /// The rows of `schema_migrations`, in their order.
    public let done: [DoneStatement]
    public let plan: MigrationPlan
    public let warnings: [String]
}
