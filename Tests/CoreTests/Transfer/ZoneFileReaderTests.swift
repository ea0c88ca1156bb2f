import Testing

@testable import Core

@Suite("Reading zone files")
struct ZoneFileReaderTests {
    @Test(
        "An entry becomes its owner, TTL, type and canonical content",
        arguments: [
            ("www 300 IN A 192.0.2.1", "www.example.org. 300 A 192.0.2.1"),
            ("www IN 300 A 192.0.2.1", "www.example.org. 300 A 192.0.2.1"),
            ("www 300 A 192.0.2.1", "www.example.org. 300 A 192.0.2.1"),
            ("www IN A 192.0.2.1", "www.example.org. 60 A 192.0.2.1"),
            ("www A 192.0.2.1", "www.example.org. 60 A 192.0.2.1"),
            ("WWW a 192.0.2.1", "www.example.org. 60 A 192.0.2.1"),
            ("www class1 type1 \\# 4 c0000201", "www.example.org. 60 A 192.0.2.1"),
            ("www 1h30m A 192.0.2.1", "www.example.org. 5400 A 192.0.2.1"),
            ("www\tA\t192.0.2.1\r", "www.example.org. 60 A 192.0.2.1"),
            ("@ MX 10 mail", "example.org. 60 MX 10 mail.example.org."),
            ("@ MX 10 @", "example.org. 60 MX 10 example.org."),
            ("mail.example.net. MX 10 .", "mail.example.net. 60 MX 10 ."),
            ("a\\.b A 192.0.2.1", "a\\.b.example.org. 60 A 192.0.2.1"),
            ("\\$x A 192.0.2.1", "\\$x.example.org. 60 A 192.0.2.1"),
            ("in in in a 192.0.2.1", ""),
            ("in in a 192.0.2.1", "in.example.org. 60 A 192.0.2.1"),
            ("300 a 192.0.2.1", "300.example.org. 60 A 192.0.2.1"),
            ("x TYPE65280 \\# 0", "x.example.org. 60 TYPE65280 \\# 0"),
            ("x TXT \"a;b(\" c ; d", "x.example.org. 60 TXT \"a;b(\" \"c\""),
            ("x TXT a\\;b ;c", "x.example.org. 60 TXT \"a;b\""),
            ("x TXT (a ; one\n b) ; two", "x.example.org. 60 TXT \"a\" \"b\""),
            ("x TXT ((a\n)( b)\n)", "x.example.org. 60 TXT \"a\" \"b\""),
            ("x(TXT)\"a\"", "x.example.org. 60 TXT \"a\""),
            ("x TXT ( \"(\" ;)\n \")\" )", "x.example.org. 60 TXT \"(\" \")\""),
            ("; nothing\n\n  \t\n ; here", ""),
        ]
    )
    func entries(text: String, expected: String) throws {
        let outcome = try Reading("$TTL 60\n" + text)
        #expect(outcome.entries == (expected.isEmpty ? [] : [expected]))
        #expect(outcome.faults.isEmpty == (text != "in in in a 192.0.2.1"))
    }

    @Test("A record without an owner has that of the record before, also behind other directives")
    func owners() throws {
        let outcome = try Reading("a 60 A 192.0.2.1\n A 192.0.2.2\n$ORIGIN sub\n A 192.0.2.3\na A 192.0.2.4\n")
        #expect(outcome.faults == [])
        #expect(
            outcome.entries == [
                "a.example.org. 60 A 192.0.2.1", "a.example.org. 60 A 192.0.2.2", "a.example.org. 60 A 192.0.2.3",
                "a.sub.example.org. 60 A 192.0.2.4",
            ])
    }

    @Test("A TTL is the record's own, else $TTL, else the last one stated, else the SOA's minimum, else the fallback")
    func timesToLive() throws {
        let soa = "SOA ns.example.net. a.example.org. 1 2 3 4 5"
        #expect(
            try Reading("a 7 A 192.0.2.1\nb A 192.0.2.1\n$TTL 8\nc A 192.0.2.1\nd 9 A 192.0.2.1\ne A 192.0.2.1").times
                == [7, 7, 8, 9, 8])
        #expect(try Reading("@ \(soa)\nb A 192.0.2.1\nc 9 A 192.0.2.1\nd A 192.0.2.1").times == [5, 5, 9, 5])
        #expect(try Reading("@ \(soa)").warnings == ["1:1 ttl_from_soa"])
        #expect(try Reading("a A 192.0.2.1", fallbackTTL: 60).times == [60])
        #expect(try Reading("a A 192.0.2.1").faults == ["1:1 ttl_missing"])
    }

    @Test("However the octets are cut, the same records and faults come out", arguments: 1...7)
    func pieces(size: Int) throws {
        let text = """
            $ORIGIN example.org. ; here\r
            $TTL 1h\r
            @ SOA ns.example.net. a.example.org. ( 1 ; serial
              3h 1h
              1w 1h )
            a TXT "x\\"; y" ; (
              TXT ( "a
            b" )
            bad A 1.2.3
            b TXT a\\
            c (
            A
            192.0.2.1 )
            last AAAA 2001:db8::1
            """
        let whole = try Reading(text)
        let cut = try Reading(text, pieces: size)
        #expect(whole.entries.count == 4)
        #expect(cut == whole)
        #expect(
            whole.faults == ["7:9 unclosed_quote", "9:7 invalid_content", "10:7 invalid_content"])
    }
}

/// What reading a text gave, short.
struct Reading: Equatable {
    var entries: [String] = []
    var times: [UInt32] = []
    var faults: [String] = []
    var warnings: [String] = []

    init(
        _ text: String,
        fallbackTTL: UInt32? = nil,
        source: ZoneFileSource = .none,
        limits: ZoneFileLimits = ZoneFileLimits(),
        pieces size: Int? = nil
    ) throws {
        var reader = ZoneFileReader(
            origin: try DomainName("example.org"), fallbackTTL: fallbackTTL, source: source, limits: limits)
        var entries: [ZoneFileEntry] = []
        let octets = Array(text.utf8)
        for start in stride(from: 0, to: octets.count, by: size ?? octets.count) {
            reader.feed(octets[start..<min(start + (size ?? octets.count), octets.count)]) { entries.append($0) }
        }
        reader.finish { entries.append($0) }
        self.entries = entries.map { "\($0.owner.absoluteText) \($0.ttl) \($0.type) \($0.content.text)" }
        times = entries.map(\.ttl)
        faults = reader.faults.map(Self.short)
        warnings = reader.warnings.map(Self.short)
    }

    private static func short(_ fault: ImportFault) -> String {
        "\(fault.file.map { $0 + ":" } ?? "")\(fault.line):\(fault.column) \(fault.code.rawValue)"
    }
}
