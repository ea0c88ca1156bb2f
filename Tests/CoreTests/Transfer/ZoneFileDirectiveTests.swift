import Testing

@testable import Core

@Suite("Directives of zone files")
struct ZoneFileDirectiveTests {
    @Test(
        "Every fault is told with its line, column and code",
        arguments: [
            ("a TXT \"b\na A 192.0.2.1", ["2:7 unclosed_quote"]),
            ("a A )192.0.2.1", ["2:5 unopened_parenthesis"]),
            ("a TXT (b\nc TXT d", ["2:7 unclosed_parenthesis"]),
            ("a TXT (b\n c\nd A 1", ["2:7 unclosed_parenthesis", "4:5 invalid_content"]),
            (
                "a TXT \(String(repeating: "(", count: 17)) b \(String(repeating: ")", count: 17))",
                ["2:23 nesting_too_deep"]
            ),
            ("a..b A 192.0.2.1\n A 1", ["2:1 invalid_name", "3:4 invalid_content"]),
            ("a A 192.0.2.1 x", ["2:15 invalid_content"]),
            ("a MX (\n high\n mail )", ["3:2 invalid_content"]),
            ("a 300 IN", ["2:9 type_missing"]),
            ("a CH A 192.0.2.1", ["2:3 unsupported_class"]),
            ("a CLASS3 A 192.0.2.1", ["2:3 unsupported_class"]),
            ("a 2147483648 A 192.0.2.1", ["2:3 invalid_ttl"]),
            ("a 1x A 192.0.2.1", ["2:3 invalid_ttl"]),
            ("a NOTYPE x", ["2:3 unknown_type"]),
            ("a TYPE65536 \\# 0", ["2:3 unknown_type"]),
            (" A 192.0.2.1", ["2:2 owner_missing"]),
            ("$ORIGIN", ["2:8 invalid_directive"]),
            ("$ORIGIN a..b", ["2:9 invalid_name"]),
            ("$ORIGIN a. b", ["2:12 invalid_directive"]),
            ("$TTL", ["2:5 invalid_directive"]),
            ("$TTL 1x", ["2:6 invalid_ttl"]),
            ("$DATE 1", ["2:1 unknown_directive"]),
            ("$INCLUDE", ["2:9 invalid_directive"]),
            ("$INCLUDE \"a", ["2:10 unclosed_quote"]),
            ("$INCLUDE a", ["2:10 include_refused"]),
            ("$GENERATE 1 a$ A 192.0.2.$", ["2:11 invalid_directive"]),
            ("$GENERATE 2-1 a$ A 192.0.2.$", ["2:11 invalid_directive"]),
            ("$GENERATE 1-2/0 a$ A 192.0.2.$", ["2:11 invalid_directive"]),
            ("$GENERATE 1-65537 a$ A 192.0.2.1", ["2:11 generate_too_large"]),
            ("$GENERATE 1-2 a${0,256,d} A 192.0.2.1", ["2:15 invalid_directive"]),
            ("$GENERATE 1-2 a${0,1,q} A 192.0.2.1", ["2:15 invalid_directive"]),
            ("$GENERATE 1-2 a${-2} A 192.0.2.1", ["2:15 invalid_directive"]),
            ("$GENERATE 1-2 a$ SOA a b 1 2 3 4 5", ["2:15 invalid_directive"]),
            ("$GENERATE 254-300 a$ A 192.0.2.$", ["2:19 invalid_content"]),
        ]
    )
    func faults(text: String, expected: [String]) throws {
        #expect(try Reading("$TTL 60\n" + text).faults == expected)
    }

    @Test("A fault carries what stands there, bounded, and a sentence")
    func sentences() throws {
        var reader = ZoneFileReader(origin: .root)
        reader.read(Array("a \(String(repeating: "x", count: 300)) b\n".utf8)) { _ in }
        let fault = try #require(reader.faults.first)
        #expect(fault.offending == String(repeating: "x", count: 200))
        #expect(fault.message == "A record type such as A or TYPE62347 has to stand here.")
    }

    @Test("Reading stops at the most faults and the most records")
    func bounds() throws {
        #expect(try Reading(String(repeating: "a b\n", count: 2000)).faults.count == 1000)
        var limits = ZoneFileLimits()
        limits.records = 2
        let few = try Reading(String(repeating: "a 60 A 192.0.2.1\n", count: 4), limits: limits)
        #expect(few.entries.count == 2)
        #expect(few.faults == ["3:1 too_many_records"])
        limits.entryOctets = 40
        let long = try Reading(
            "$TTL 60\na TXT \(String(repeating: "b", count: 60))\nc A 192.0.2.1\nd TXT ( e\n \(String(repeating: " f", count: 30))\ng A 1",
            limits: limits)
        #expect(long.entries == ["c.example.org. 60 A 192.0.2.1"])
        #expect(long.faults == ["2:1 entry_too_long", "4:7 unclosed_parenthesis", "6:5 invalid_content"])
    }

    @Test(
        "$GENERATE writes numbers as BIND does",
        arguments: [
            ("1-3/2 a$ A 192.0.2.$", ["a1.example.org. 60 A 192.0.2.1", "a3.example.org. 60 A 192.0.2.3"]),
            ("5-5 a${-4,3} IN 7 A 192.0.2.${10}", ["a001.example.org. 7 A 192.0.2.15"]),
            ("171-171 a-${0,4,x}-${0,0,X}-${0,0,o} A 192.0.2.1", ["a-00ab-ab-253.example.org. 60 A 192.0.2.1"]),
            ("26-26 ${0,8,n} PTR h$", ["a.1.0.0. 60 PTR h26.example.org."]),
            ("26-26 ${0,7,n} PTR h$", ["a.1.0.0.example.org. 60 PTR h26.example.org."]),
            ("26-26 ${0,0,N} PTR h$", ["a.1.example.org. 60 PTR h26.example.org."]),
            ("1-1 a\\$$ A 192.0.2.1", ["a\\$1.example.org. 60 A 192.0.2.1"]),
            ("1-1 a$$ A 192.0.2.1", ["a\\$.example.org. 60 A 192.0.2.1"]),
            ("1-1 @ MX \"10 mail-$\"", ["example.org. 60 MX 10 mail-1.example.org."]),
            ("1-1 @ MX 10 mail-$ ; one", ["example.org. 60 MX 10 mail-1.example.org."]),
            ("1-1 @ TXT \"\\\"a $\\\"\"", ["example.org. 60 TXT \"a 1\""]),
        ]
    )
    func generates(text: String, expected: [String]) throws {
        let outcome = try Reading("$TTL 60\n$GENERATE " + text)
        #expect(outcome.faults == [])
        #expect(outcome.entries == expected)
    }

    @Test("All $GENERATE together are bounded")
    func generatesBounded() throws {
        let outcome = try Reading("$TTL 60\n" + String(repeating: "$GENERATE 1-65536 @ A 192.0.2.1\n", count: 5))
        #expect(outcome.entries.count == 262_144)
        #expect(outcome.faults == ["6:11 generate_too_large"])
    }

    private func source(_ files: [String: String]) -> ZoneFileSource {
        ZoneFileSource { (request: ZoneFileSource.Request) throws(ZoneFileSource.Refusal) -> ZoneFileSource.File in
            guard let name = IncludePath.resolved(request.path, includedFrom: request.includingFile) else {
                throw .refused(reason: "it lies outside")
            }
            guard let text = files[name] else { throw .unreadable(reason: "there is none") }
            var chunks = [Array(text.utf8)]
            return ZoneFileSource.File(name: name) { () throws(ZoneFileSource.Refusal) -> [UInt8]? in chunks.popLast() }
        }
    }

    @Test("$INCLUDE reads a file under its own origin, and leaves origin, TTL and owner of the including file alone")
    func includes() throws {
        let files = source([
            "sub/hosts": "a A 192.0.2.1\n$TTL 9\n$ORIGIN other.\nb A 192.0.2.2\n$INCLUDE more",
            "sub/more": "c A 192.0.2.3",
        ])
        let outcome = try Reading(
            "$TTL 60\nx A 192.0.2.9\n$INCLUDE \"sub/hosts\" in\n A 192.0.2.8\ny A 192.0.2.7", source: files)
        #expect(outcome.faults == [])
        #expect(
            outcome.entries == [
                "x.example.org. 60 A 192.0.2.9", "a.in.example.org. 60 A 192.0.2.1", "b.other. 9 A 192.0.2.2",
                "c.other. 9 A 192.0.2.3", "x.example.org. 60 A 192.0.2.8", "y.example.org. 60 A 192.0.2.7",
            ])
    }

    @Test("Faults of included files name the file; files that include themselves end")
    func includeFaults() throws {
        let files = source(["a": "x A 1", "loop": "$INCLUDE loop", "tail": " A 192.0.2.1"])
        let outcome = try Reading(
            "$TTL 60\n$INCLUDE a\n$INCLUDE ../b\n$INCLUDE b\n$INCLUDE loop\nx A 192.0.2.1\n$INCLUDE tail", source: files
        )
        #expect(
            outcome.faults == [
                "a:1:5 invalid_content", "3:10 include_refused", "4:10 include_unreadable",
                "loop:1:10 include_too_deep", "tail:1:2 owner_missing",
            ])
        #expect(outcome.entries == ["x.example.org. 60 A 192.0.2.1"])
    }

    @Test(
        "An include stays in its folder",
        arguments: [
            ("hosts", nil, "hosts"), ("./a//b", nil, "a/b"), ("b", "a/c", "a/b"), ("../b", "a/c", "b"),
            ("x/../b", nil, "b"), ("../b", nil, nil), ("x/../../b", nil, nil), ("/etc/passwd", nil, nil),
            ("", nil, nil), ("a/", nil, nil), ("a/..", nil, nil), (".", nil, nil), ("a\0b", nil, nil),
            ("../../b", "a/c", nil), (String(repeating: "a", count: 4097), nil, nil),
        ] as [(String, String?, String?)]
    )
    func paths(path: String, from: String?, expected: String?) {
        #expect(IncludePath.resolved(path, includedFrom: from) == expected)
    }
}
