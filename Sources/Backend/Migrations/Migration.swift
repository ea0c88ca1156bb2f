import Crypto

/// One numbered file of SQL statements that changes the schema.
///
/// ```
/// -- min_release: 0.1.0
/// -- What this does, in words.
/// CREATE TABLE partners (...);
/// INSERT INTO roles (...) VALUES (...);
/// ```
///
/// `min_release` is the oldest release that still works with the schema afterwards.
public struct Migration: Equatable, Sendable {
    /// From 1 on, without gaps.
    public let version: Int
    /// Without the number: `schema` for `m0001_schema.sql`.
    public let name: String
    public let minimumRelease: Release
    /// At least one.
    public let statements: [MigrationStatement]

    /// - Throws: ``MigrationFileError``
    public init(version: Int, name: String, sql: String) throws(MigrationFileError) {
        self.version = version
        self.name = name
        let prefix = "-- min_release:"
        guard let header = sql.split(separator: "\n").first(where: { $0.hasPrefix(prefix) }),
            let release = Release(String(header.dropFirst(prefix.count).trimmingBlanks))
        else { throw .noMinimumRelease(version: version) }
        minimumRelease = release
        let texts = try SQLStatements.split(sql, version: version)
        guard !texts.isEmpty else { throw .empty(version: version) }
        statements = texts.enumerated().map { MigrationStatement(number: $0.offset + 1, text: $0.element) }
    }
}

/// One statement of a migration.
public struct MigrationStatement: Equatable, Sendable {
    /// From 1 on.
    public let number: Int
    /// Without the semicolon, and without comments and blanks around it.
    public let text: String
    /// Of ``text``, 32 bytes.
    public let sha256: [UInt8]

    init(number: Int, text: String) {
        self.number = number
        self.text = text
        sha256 = Array(SHA256.hash(data: Array(text.utf8)))
    }

    /// Whether a transaction can undo it. MariaDB commits at every other statement.
    var isUndoable: Bool {
        let word = text.prefix { $0.isLetter }.uppercased()
        return ["INSERT", "UPDATE", "DELETE", "REPLACE"].contains(word)
    }

    /// Its first line, at most 60 characters.
    public var summary: String {
        let line = text.prefix { $0 != "\n" }
        return line.count > 60 ? line.prefix(59) + "…" : String(line)
    }
}

/// What is wrong with a migration's file. Never happens with a released one: a test reads them all.
public enum MigrationFileError: Error, Equatable {
    case noMinimumRelease(version: Int)
    case empty(version: Int)
    /// A quote or comment that begins on that line is never closed.
    case notClosed(version: Int, line: Int)
    /// The last statement has no semicolon.
    case noSemicolon(version: Int)
}
