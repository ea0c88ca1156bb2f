import Foundation
import PublicSuffix
import Testing

@Suite("Public suffixes")
struct PublicSuffixTests {
    /// The folder of the vectors; where it is absent only the examples below are run.
    static let vectors =
        ProcessInfo.processInfo.environment["SCAIDNS_VECTORS"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/vectors").standardizedFileURL

    struct Row: Decodable {
        let input: String?
        let registrable: String?
    }

    /// The rows of the list's own tests, or nothing where the folder is absent.
    static func rows() throws -> [Row] {
        let file = vectors.appendingPathComponent("psl_tests.jsonl")
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("no vectors at \(file.path): only our own examples are run")
            return []
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    }

    @Test("The list's own tests hold for the list they belong to")
    func vectorsWithTheirList() throws {
        let rows = try PublicSuffixTests.rows()
        guard !rows.isEmpty else { return }
        let path = PublicSuffixTests.vectors.appendingPathComponent("public_suffix_list.dat").path
        let list = try #require(PublicSuffixList(path: path))
        for row in rows {
            guard let input = row.input else { continue }
            #expect(list.registrableDomain(of: input) == row.registrable, "\(input)")
        }
    }

    @Test("The list's own tests hold for the system's list")
    func vectorsWithSystemList() throws {
        let list = try #require(PublicSuffixList())
        for row in try PublicSuffixTests.rows() {
            guard let input = row.input else { continue }
            #expect(list.registrableDomain(of: input) == row.registrable, "\(input)")
        }
    }

    @Test(
        "A registrable domain is a public suffix and one label",
        arguments: [
            ("www.example.com", "example.com"), ("A.B.Example.CO.UK.", "example.co.uk"), ("b.example", "b.example"),
            ("com", nil), ("co.uk.", nil), ("example", nil), ("", nil), (".", nil), (".com", nil), ("a..com", nil),
            ("a.com..", nil), ("a.com\u{0}.org", nil), ("xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"),
            ("host.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"),
        ] as [(String, String?)]
    )
    func registrable(name: String, domain: String?) throws {
        #expect(try #require(PublicSuffixList()).registrableDomain(of: name) == domain)
    }

    @Test(
        "A public suffix is known with its wildcards, exceptions and the default rule",
        arguments: [
            ("com", true), ("CO.UK.", true), ("xn--55qx5d.cn", true), ("unheard-of", true), ("ck", true),
            ("anything.ck", true), ("www.ck", false), ("example.com", false), ("", false), (".com", false),
        ]
    )
    func suffix(name: String, isSuffix: Bool) throws {
        #expect(try #require(PublicSuffixList()).isPublicSuffix(name) == isSuffix)
    }

    @Test(
        "A name's suffix is counted in labels, and the default rule is told apart from a listed one",
        arguments: [
            ("a.b.example.co.uk", 2, true), ("co.uk", 2, true), ("com", 1, true), ("x.www.ck", 1, true),
            ("a.b.ck", 2, true),
            ("a.unheard-of", 1, false), ("unheard-of", 1, false), ("city.kobe.jp", 2, true), ("foo.er", 2, true),
        ]
    )
    func suffixLabels(name: String, count: Int, isListed: Bool) throws {
        let list = try #require(PublicSuffixList())
        let suffix = try #require(list.suffix(of: name))
        #expect(suffix.labelCount == count)
        #expect(suffix.isListed == isListed)
        #expect(list.suffix(of: "a..\(name)") == nil)
    }

    @Test("A file that cannot be read gives no list")
    func missingFile() {
        #expect(PublicSuffixList(path: "/nonexistent/list.dat") == nil)
    }

    @Test("Many tasks may ask one list at once")
    func concurrent() async throws {
        let list = try #require(PublicSuffixList())
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<2000).allSatisfy { list.registrableDomain(of: "a.b\($0).co.uk") == "b\($0).co.uk" }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
