import Foundation
import TestSupport
import Testing

/// `scripts/rfc-table`: the table of record types in `docs/rfc.md`, and a planted fault each in a copy.
@Suite("The table of record types")
struct RFCTableTests {
    @Test("The table is up to date, and every type has examples of its own")
    func isCurrent() async throws {
        let check = try await run(["scripts/rfc-table", "--check"])
        #expect(check.status == 0, "\(check.stderr)")
    }

    @Test(
        "A type that lacks one kind of example is named, and the table is not up to date",
        arguments: [
            ("valid", #"valid: [("010 192.0.2.0", "10 192.0.2.0")]"#),
            (
                "invalid",
                #"invalid: [("10 192.0.2", "L32 locator must be an IPv4 address such as 192.0.2.1, got \"192.0.2\"")]"#
            ),
            ("wire", #"wire: [("10 192.0.2.0", "000ac0000200")]"#),
        ]
    )
    func lacksExamples(kind: String, written: String) async throws {
        let check = try await tableAfter(changing: "Sources/Core/Records/Data/L32.swift", written, to: "\(kind): []")
        #expect(check.status == 1)
        #expect(check.stderr.contains("Sources/Core/Records/Data/L32.swift: no \(kind) example of its own"))
        #expect(check.stderr.contains("is not up to date"))
    }

    @Test("Another reference makes the table out of date")
    func otherReference() async throws {
        let check = try await tableAfter(
            changing: "Sources/Core/Records/Data/L32.swift", "\"RFC 6742 2.2\"", to: "\"RFC 6742 2.9\"")
        #expect(check.status == 1)
        #expect(check.stderr.contains("is not up to date"))
    }

    /// What the script says of a copy of the tree in which a text of one file was changed.
    private func tableAfter(changing file: String, _ written: String, to planted: String) async throws -> Output {
        let root = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: root) }
        for part in ["Sources/Core", "docs"] {
            let place = root.appending(path: part)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: packageRoot.appending(path: part), to: place)
        }
        let place = root.appending(path: file)
        let text = try String(contentsOf: place, encoding: .utf8)
        try #require(text.contains(written))
        try text.replacing(written, with: planted).write(to: place, atomically: true, encoding: .utf8)
        return try await run(["scripts/rfc-table", "--check", root.path])
    }
}
