public import MariaDB

/// What a server checks before it begins: the database, and its schema. Servers never migrate.
public struct SchemaGate: Sendable {
    private let migrations: [Migration]
    private let release: Release

    /// `release` is the server's own.
    public init(migrations: [Migration], release: Release) {
        self.migrations = migrations
        self.release = release
    }

    /// - Returns: warnings, as sentences.
    /// - Throws: ``SchemaRefusal``; errors of the pool.
    public func check(_ pool: ConnectionPool) async throws -> [String] {
        try await pool.withConnection { connection in
            let store = SchemaStore(connection: connection)
            let warnings = try await store.check()
            try decide(MigrationPlan(migrations, done: try await store.done()))
            return warnings
        }
    }

    /// - Throws: ``SchemaRefusal/older(missing:)``, ``SchemaRefusal/newer(version:minimumRelease:)``
    func decide(_ plan: MigrationPlan) throws(SchemaRefusal) {
        guard plan.steps.isEmpty else { throw .older(missing: plan.steps.count) }
        if let closed = plan.newer.first(where: { release < $0.minimumRelease }) {
            throw .newer(version: closed.version, minimumRelease: closed.minimumRelease)
        }
    }
}
