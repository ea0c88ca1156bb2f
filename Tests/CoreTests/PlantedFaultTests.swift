import Foundation
import TestSupport
import Testing
import VectorJudge

@Suite("Planted faults in the vectors")
struct PlantedFaultTests {
    static let folder = VectorFolder.found(beside: packageRoot)

    @Test(
        "One changed expectation in a copy is named by its line, and nothing else is",
        .enabled(if: folder != nil, VectorTests.absence),
        arguments: [
            ("desec.jsonl", #""wire_hex": "7f000002""#, #""wire_hex": "7f000003""#),
            ("desec.jsonl", #""canonical": "66 2 AAAA""#, #""canonical": "66 2 A""#),
            ("desec.jsonl", #""content": "28 io.", "valid": true"#, #""content": "28 io.", "valid": false"#),
            ("ds.jsonl", #""key_tag": 55648"#, #""key_tag": 55649"#),
            ("ds.jsonl", "89389da437fca8372e67359dfc0dd442", "89389da437fca8372e67359dfc0dd443"),
            ("zscanner.jsonl", "\"rdata\": \"00FF200000", "\"rdata\": \"00FF200001"),
            ("zscanner.jsonl", #""ttl": 694861"#, #""ttl": 694862"#),
            ("zones.jsonl", #""bind_9_18": true, "bind_msg": []"#, #""bind_9_18": false, "bind_msg": []"#),
            ("names.jsonl", #""valid": false"#, #""valid": true"#),
            ("psl_tests.jsonl", #""registrable": "example.com""#, #""registrable": "com""#),
            ("svcb_rfc9460.jsonl", "00000300020035", "00000300020036"),
            (
                "access.jsonl",
                #"/dnssec", "expect": {"anonymous": 401, "read_only": 200, "record_editor": 403"#,
                #"/dnssec", "expect": {"anonymous": 401, "read_only": 200, "record_editor": 200"#
            ),
            (
                "special_ip_tests.jsonl", #""ip": "128.0.0.1", "reserved": false"#,
                #""ip": "128.0.0.1", "reserved": true"#
            ),
            (
                "rrset_rules.jsonl", #""valid": false, "reason": "CNAME at apex""#,
                #""valid": true, "reason": "CNAME at apex""#
            ),
        ]
    )
    func named(file: String, expected: String, planted: String) throws {
        let folder = try #require(Self.folder)
        let copy = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: copy) }
        let text = try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
        let place = try #require(text.range(of: expected))
        let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
        let changed = text.replacingCharacters(in: place, with: planted)
        try changed.write(to: copy.appending(path: file), atomically: true, encoding: .utf8)

        // What belongs to the file, such as the routes to the list of who may use them, stays as it is.
        for other in try folder.files where other != file {
            try FileManager.default.createSymbolicLink(
                at: copy.appending(path: other), withDestinationURL: folder.url.appending(path: other))
        }

        let judge = try #require(Judge.all.first { $0.file == file })
        let report = try VectorReport(judge, in: copy)
        #expect(report.failures.map(\.line) == [line])
    }
}
