import Testing

@testable import Core

@Suite("What names may be")
struct DomainNameRulesTests {
    @Test(
        "An owner name is taken as apex, relative or full",
        arguments: [
            ("@", "example.org"), ("www", "www.example.org"), ("www.example.org", "www.example.org"),
            ("www.example.org.", "www.example.org"), ("a.b", "a.b.example.org"), ("*.a", "*.a.example.org"),
            ("other.test.", "other.test"),
            ("a\\.", "a\\..example.org"), ("a\\\\.", "a\\\\"),
        ]
    )
    func owner(text: String, full: String) throws {
        let zone = try DomainName("example.org")
        #expect(try DomainName(owner: text, in: zone, toASCII: refuseUnicode).text == full)
    }

    @Test("A star that is no wildcard is refused", arguments: ["a.*", "f*o", "**", "a\\042", "*.*", "*a.b"])
    func starInside(text: String) throws {
        let zone = try DomainName("example.org")
        let name = try DomainName(text)
        #expect(throws: DomainNameError.wildcard(in: name.text)) {
            try DomainName(owner: text, in: zone, toASCII: refuseUnicode)
        }
    }

    @Test("A relative owner name counts together with its zone")
    func ownerLength() throws {
        let label = String(repeating: "a", count: 63)
        let zone = try DomainName([label, label, label].joined(separator: "."))
        #expect(throws: DomainNameError.tooLong(octets: 257)) {
            try DomainName(owner: label, in: zone, toASCII: refuseUnicode)
        }
    }

    @Test(
        "What no zone may be called is refused",
        arguments: [
            ("*.example.org", DomainNameError.wildcard(in: "*.example.org")),
            (".", .empty),
            ("a\\$b.org", .badCharacter("\\$", in: "a\\$b.org")),
            ("a\\032b.org", .badCharacter("\\032", in: "a\\032b.org")),
        ]
    )
    func zoneNames(text: String, reason: DomainNameError) throws {
        let name = try DomainName(text)
        #expect(throws: reason) { try name.requireZoneName() }
    }

    @Test(
        "A zone may have labels that no host may have",
        arguments: [
            "org", "_example.com", "-a.example", "a-.example", "-.example", "0/28.2.0.192.in-addr.arpa", "a_b.org",
        ]
    )
    func goodZoneNames(text: String) throws {
        try DomainName(text).requireZoneName()
    }

    @Test(
        "What is no host name is refused with its reason",
        arguments: [
            (".", DomainNameError.empty), ("-a.org", .hyphen(label: "-a")), ("a-.org", .hyphen(label: "a-")),
            ("a_b.org", .badCharacter("_", in: "a_b.org")), ("*.org", .badCharacter("*", in: "*.org")),
            ("a\\.b.org", .badCharacter("\\.", in: "a\\.b.org")), ("a/b", .badCharacter("/", in: "a/b")),
        ]
    )
    func hostNames(text: String, reason: DomainNameError) throws {
        let name = try DomainName(text)
        #expect(throws: reason) { try name.requireHostName() }
        #expect(!name.isHostName)
    }

    @Test(
        "Letters, digits and inner hyphens make a host name", arguments: ["a", "3com.example", "a--b.example", "xn--a"])
    func goodHostNames(text: String) throws {
        #expect(try DomainName(text).isHostName)
    }
}
