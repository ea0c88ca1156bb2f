/// The migrations of this release, compiled in.
public enum Migrations {
    /// In the order of their versions.
    ///
    /// - Throws: ``MigrationFileError``, never for what a release contains: a test reads it.
    public static func released() throws(MigrationFileError) -> [Migration] {
        [try Migration(version: 1, name: "schema", sql: text(PackageResources.m0001_schema_sql))]
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
