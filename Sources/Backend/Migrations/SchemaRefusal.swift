/// Why a database is not touched: by `db upgrade`, and by a server at its start.
public enum SchemaRefusal: Error, Equatable, Sendable {
    case notMariaDB
    /// With the version found.
    case tooOld(String)
    case powerDNS
    /// A statement that was run once reads otherwise now.
    case changed(version: Int, statement: Int)
    /// A statement was run while one before it was not.
    case gap(version: Int, statement: Int)
    /// Something in `schema_migrations` that nothing of ours writes.
    case unreadable
    /// Another `db upgrade` is running.
    case locked
    /// For servers: statements are missing.
    case older(missing: Int)
    /// For servers: a newer release changed the schema, and no release before that one works with it.
    case newer(version: Int, minimumRelease: Release)

    /// What happened and what to do, as a sentence without a full stop.
    public var message: String {
        switch self {
        case .notMariaDB:
            "MariaDB 10.6 or later is needed (tested with 10.11); MySQL is not supported until it is tested"
        case .tooOld(let version):
            "MariaDB 10.6 or later is needed (tested with 10.11); this server is \(version)"
        case .powerDNS:
            "this database holds PowerDNS's tables (domainmetadata, cryptokeys); ScaiDNS needs a database of its own, "
                + "since both have tables of the same names: change DATABASE_URL"
        case .changed(let version, let statement):
            "statement \(statement) of migration \(version) was run in another form than this release has; "
                + "a released migration is never edited: install the release that this database belongs to"
        case .gap(let version, let statement):
            "statement \(statement) of migration \(version) is marked as done, but not all before it; "
                + "schema_migrations was changed by hand: restore the database from its backup"
        case .unreadable:
            "the table schema_migrations is not one that ScaiDNS made; ScaiDNS needs a database of its own"
        case .locked:
            "another scaidns db upgrade is running on this database; wait until it has ended"
        case .older(let missing):
            "the database's schema is older than this release (\(missing) statements are missing): "
                + "run scaidns db upgrade, then start again"
        case .newer(let version, let minimumRelease):
            "migration \(version) of a newer release has changed the schema; "
                + "release \(minimumRelease) or later works with it: install that"
        }
    }
}

/// A statement of a migration that failed. Nothing after it was run; `db upgrade` begins with it again.
public struct MigrationFailure: Error, Equatable, Sendable {
    public let version: Int
    public let statement: Int
    /// How the statement begins.
    public let summary: String
    /// What MariaDB said.
    public let reason: String

    /// What happened and what to do, as a sentence without a full stop.
    public var message: String {
        "statement \(statement) of migration \(version) (\(summary)) failed: \(reason). "
            + "Nothing after it was run; when the cause is gone, scaidns db upgrade goes on with it"
    }
}
