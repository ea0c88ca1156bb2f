import Testing

@testable import Core

@Suite("Domain names")
struct DomainNameTests {
    @Test(
        "A name outside RFC 1035 is refused with its reason",
        arguments: [
            ("", DomainNameError.empty),
            ("a..b", .emptyLabel(in: "a..b")),
            (".a", .emptyLabel(in: ".a")),
            ("exa mple", .badCharacter(" ", in: "exa mple")),
            ("a\u{7}b", .badCharacter("\\u{7}", in: "a\u{7}b")),
            ("bücher", .badCharacter("ü", in: "bücher")),
            ("a\\", .badEscape(in: "a\\")),
            ("a\\25", .badEscape(in: "a\\25")),
            ("a\\256", .badEscape(in: "a\\256")),
            (String(repeating: "a", count: 64), .labelTooLong(octets: 64)),
            (
                Array(repeating: String(repeating: "a", count: 63), count: 4).joined(separator: "."),
                .tooLong(octets: 257)
            ),
        ]
    )
    func refuses(text: String, reason: DomainNameError) {
        #expect(throws: reason) { try DomainName(text) }
    }

    @Test(
        "Spellings of one name are one name with one text",
        arguments: [
            ("Example.ORG.", "example.org"), ("ex\\097mple.org", "example.org"), ("a\\.b.org", "a\\.b.org"),
            ("a\\032b.org", "a\\032b.org"), ("a\\@b.org", "a\\@b.org"), (".", "."), ("*.example.org", "*.example.org"),
        ]
    )
    func canonicalText(text: String, canonical: String) throws {
        let name = try DomainName(text)
        #expect(name.text == canonical)
        #expect(try DomainName(canonical) == name)
    }

    @Test("A name of 255 octets on the wire is the longest there is")
    func longest() throws {
        let label = String(repeating: "a", count: 63)
        let name = try DomainName([label, label, label, String(repeating: "a", count: 61)].joined(separator: "."))
        #expect(name.wire.count == 255)
    }

    @Test("Below counts labels, not characters")
    func below() throws {
        let zone = try DomainName("example.org")
        #expect(try DomainName("www.example.org").isBelow(zone))
        #expect(try !DomainName("wwwexample.org").isAtOrBelow(zone))
        #expect(zone.isAtOrBelow(zone))
        #expect(!zone.isBelow(zone))
        #expect(zone.isBelow(.root))
    }

    @Test("Names sort as RFC 4034 6.1 prints them")
    func canonicalOrder() throws {
        let sorted = [
            "example", "a.example", "yljkjljk.a.example", "Z.a.example", "zABC.a.EXAMPLE", "z.example",
            "\\001.z.example", "*.z.example", "\\200.z.example",
        ]
        let names = try sorted.map { try DomainName($0) }
        #expect(names.shuffled().sorted() == names)
    }

    @Test("Relative text is @ at the apex and the absolute name outside")
    func relative() throws {
        let zone = try DomainName("example.org")
        #expect(zone.relativeText(to: zone) == "@")
        #expect(try DomainName("a.b.example.org").relativeText(to: zone) == "a.b")
        #expect(try DomainName("example.net").relativeText(to: zone) == "example.net.")
    }
}

/// The conversion of a build without IDNA: refuses every name that is not ASCII.
let refuseUnicode: IDNAConversion = { text throws(DomainNameError) in
    throw .notConvertible(text, reason: "Unicode is not taken here")
}
