import Testing

@testable import Backend

@Suite("A migration's file")
struct MigrationFileTests {
    private func texts(_ sql: String) throws -> [String] {
        try Migration(version: 3, name: "test", sql: "-- min_release: 0.1.0\n" + sql).statements.map(\.text)
    }

    @Test(
        "Statements end at semicolons outside quotes and comments",
        arguments: [
            ("A;\nB ;\n\n", ["A", "B"]),
            ("A; B;", ["A", "B"]),
            ("A ';' \";\" `;`;\nB;", ["A ';' \";\" `;`", "B"]),
            ("A 'it''s;';\nB;", ["A 'it''s;'", "B"]),
            ("A 'back\\';slash';\nB;", ["A 'back\\';slash'", "B"]),
            ("A `b\\`;\nB;", ["A `b\\`", "B"]),
            ("-- one; two\nA -- three;\n  x;\n# four;\nB;", ["A -- three;\n  x", "B"]),
            ("/* one; */ A /* two; */ x;\n", ["A /* two; */ x"]),
            ("/*! A */;\n", ["/*! A */"]),
            ("A 1--1;\nB;", ["A 1--1", "B"]),
            ("A;;\n;B;", ["A", "B"]),
        ]
    )
    func splits(sql: String, statements: [String]) throws {
        #expect(try texts(sql) == statements)
    }

    @Test("What is never closed is refused with its line")
    func notClosed() {
        #expect(throws: MigrationFileError.notClosed(version: 3, line: 3)) { try texts("A;\nB 'c;\n") }
        #expect(throws: MigrationFileError.notClosed(version: 3, line: 2)) { try texts("A /* c;\n") }
        #expect(throws: MigrationFileError.noSemicolon(version: 3)) { try texts("A;\nB\n") }
        #expect(throws: MigrationFileError.empty(version: 3)) { try texts("-- nothing\n") }
    }

    @Test("A migration states the oldest release that works with it", arguments: ["A;", "-- min_release: soon\nA;"])
    func minimumRelease(sql: String) throws {
        #expect(throws: MigrationFileError.noMinimumRelease(version: 1)) {
            try Migration(version: 1, name: "test", sql: sql)
        }
        let stated = try Migration(version: 1, name: "test", sql: "-- min_release: 1.20.3\nA;")
        #expect(stated.minimumRelease.description == "1.20.3")
    }

    @Test("The digest is that of the statement's text, whatever stands around it")
    func digest() throws {
        let one = try Migration(version: 1, name: "a", sql: "-- min_release: 0.1.0\nSELECT 1;")
        let other = try Migration(version: 1, name: "a", sql: "-- min_release: 0.1.0\n\n-- more words\n  SELECT 1 ;\n")
        let edited = try Migration(version: 1, name: "a", sql: "-- min_release: 0.1.0\nSELECT  1;")
        // printf 'SELECT 1' | sha256sum
        let digest = "e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5"
        #expect(
            one.statements[0].sha256.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == digest)
        #expect(other.statements == one.statements)
        #expect(edited.statements != one.statements)
    }

    @Test("Releases are compared by their numbers")
    func releases() throws {
        let texts = ["0.1.0", "0.1.9", "0.1.10", "0.2.0-beta", "1.0.0"]
        let releases = try texts.map { try #require(Release($0)) }
        #expect(releases == releases.sorted())
        for text in ["", "1", "1.2", "1.2.3.4", "1.2.x", "1..3", "-1.2.3", "+1.2.3"] { #expect(Release(text) == nil) }
    }

    @Test("The released migrations can be read and are numbered from 1 without gaps")
    func released() throws {
        let migrations = try Migrations.released()
        #expect(migrations.map(\.version) == Array(1...migrations.count))
        #expect(migrations[0].statements.allSatisfy { $0.text.count > 20 })
        #expect(migrations[0].statements.count > 20)
    }

    @Test(
        "A server is told by its version",
        arguments: [
            ("10.11.6-MariaDB-0+deb12u1", nil), ("10.6.0-MariaDB", nil), ("5.5.5-10.11.6-MariaDB-log", nil),
            ("11.4.2-MariaDB-ubu2404", nil), ("10.5.26-MariaDB", .tooOld("10.5.26-MariaDB")), ("8.0.36", .notMariaDB),
            ("8.0.36-0ubuntu0.22.04.1", .notMariaDB), ("5.7.44-log", .notMariaDB), ("", .notMariaDB),
            ("MariaDB", .tooOld("MariaDB")),
        ] as [(String, SchemaRefusal?)]
    )
    func servers(version: String, refusal: SchemaRefusal?) {
        let result = Result { () throws(SchemaRefusal) in try DatabaseVersion(version).check() }
        #expect(result.refusal == refusal)
    }
}

extension Result<Void, SchemaRefusal> {
    fileprivate var refusal: SchemaRefusal? {
        if case .failure(let refusal) = self { refusal } else { nil }
    }
}
