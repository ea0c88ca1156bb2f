import Core

/// What is left to do to bring a database to a release's schema; refuses a database that the release does not know.
public struct MigrationPlan: Equatable, Sendable {
    /// In the order in which they run.
    public let steps: [MigrationStep]
    /// Migrations that were done by a newer release.
    public let newer: [DoneMigration]

    /// - Throws: ``SchemaRefusal/changed(version:statement:)``, ``SchemaRefusal/gap(version:statement:)``
    public init(_ migrations: [Migration], done: [DoneStatement]) throws(SchemaRefusal) {
        let newest = migrations.map(\.version).max() ?? 0
        var newer: [Int: DoneMigration] = [:]
        var open = Dictionary(uniqueKeysWithValues: done.map { (StatementNumber($0.version, $0.statement), $0) })
        var steps: [MigrationStep] = []
        for migration in migrations.sorted(by: { $0.version < $1.version }) {
            for statement in migration.statements {
                let row = open.removeValue(forKey: StatementNumber(migration.version, statement.number))
                guard row?.sha256 ?? statement.sha256 == statement.sha256 else {
                    throw .changed(version: migration.version, statement: statement.number)
                }
                if let row, row.isFinished {
                    guard steps.isEmpty else { throw .gap(version: migration.version, statement: statement.number) }
                } else {
                    steps.append(MigrationStep(migration: migration, statement: statement, wasBegun: row != nil))
                }
            }
        }
        for row in open.values.sorted(by: { ($0.version, $0.statement) < ($1.version, $1.statement) }) {
            guard row.version > newest else { throw .changed(version: row.version, statement: row.statement) }
            newer[row.version] = DoneMigration(version: row.version, minimumRelease: row.minimumRelease)
        }
        self.steps = steps
        self.newer = newer.values.sorted { $0.version < $1.version }
    }
}

private struct StatementNumber: Hashable {
    let version: Int
    let statement: Int

    init(_ version: Int, _ statement: Int) {
        self.version = version
        self.statement = statement
    }
}

/// A statement that is still to run.
public struct MigrationStep: Equatable, Sendable {
    public let migration: Migration
    public let statement: MigrationStatement
    /// An earlier run began it and never learnt what became of it.
    public let wasBegun: Bool

    public init(migration: Migration, statement: MigrationStatement, wasBegun: Bool) {
        self.migration = migration
        self.statement = statement
        self.wasBegun = wasBegun
    }
}

/// A row of `schema_migrations`.
public struct DoneStatement: Equatable, Sendable {
    public let version: Int
    public let statement: Int
    public let sha256: [UInt8]
    public let minimumRelease: Release
    /// Microseconds since 1970-01-01T00:00:00Z; nil: begun, with unknown outcome.
    public let doneAt: Int64?

    public init(version: Int, statement: Int, sha256: [UInt8], minimumRelease: Release, doneAt: Int64?) {
        self.version = version
        self.statement = statement
        self.sha256 = sha256
        self.minimumRelease = minimumRelease
        self.doneAt = doneAt
    }

    var isFinished: Bool { doneAt != nil }
}

/// A migration that a newer release has done.
public struct DoneMigration: Equatable, Sendable {
    public let version: Int
    /// The oldest release that works with it.
    public let minimumRelease: Release
}

extension DoneStatement {
    /// When it was done, as RFC 3339; nil: begun, with unknown outcome.
    public var doneAtText: String? { doneAt.map { Timestamp(microseconds: $0).description } }
}
