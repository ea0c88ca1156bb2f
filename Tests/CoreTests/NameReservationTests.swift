import Testing

@testable import Core

@Suite("Reserved names")
struct NameReservationTests {
    let rules = NameReservation.Rules(suffixes: fewSuffixes, allowsPrivate: false)
    let laboratory = NameReservation.Rules(suffixes: fewSuffixes, allowsPrivate: true)

    @Test(
        "Public suffixes and what programs ask for directly below them are reserved",
        arguments: [
            ("org", "org is a public suffix"), ("co.uk", "co.uk is a public suffix"),
            ("unheard-of", "unheard-of is a public suffix"),
            ("_dmarc.org", "_dmarc directly under a public suffix is not for one owner"),
            ("_.co.uk", "_ directly under a public suffix is not for one owner"),
            ("autodiscover.co.uk", "autodiscover directly under a public suffix is not for one owner"),
            ("autoconfig.org", "autoconfig directly under a public suffix is not for one owner"),
        ]
    )
    func suffixes(name: String, reason: String) throws {
        #expect(rules.reservation(of: try DomainName(name))?.reason == reason)
        #expect(laboratory.reservation(of: try DomainName(name))?.reason == reason)
    }

    @Test(
        "Ordinary names are free",
        arguments: [
            "examples.org", "a.examples.org", "_dmarc.a.org", "autodiscover.a.co.uk", "my_.org", "autoconfigs.org",
            "internal.org", "local.co.uk", "8.8.in-addr.arpa", "0-28.8.8.8.in-addr.arpa", "172.in-addr.arpa",
            "32.172.in-addr.arpa", "3.0.a.2.ip6.arpa", "example.co.uk", "2.ip6.arpa",
        ]
    )
    func free(name: String) throws {
        #expect(rules.reservation(of: try DomainName(name)) == nil)
        #expect(laboratory.reservation(of: try DomainName(name)) == nil)
    }

    @Test("Special-use names and those below are reserved", arguments: SpecialUseName.table.map(\.0))
    func specialUse(text: String) throws {
        let name = try DomainName(text)
        let below = try name.prepending("a.b")
        for name in [name, below] {
            let reservation = try #require(rules.reservation(of: name))
            guard case .specialUse(let special) = reservation else {
                Issue.record("\(name): \(reservation)")
                continue
            }
            #expect(special.name.text == text)
        }
        #expect((laboratory.reservation(of: below) != nil) == !["example", "test"].contains(name.labels[0].text))
    }

    @Test("Every row of the table is read")
    func table() {
        #expect(SpecialUseName.all.count == SpecialUseName.table.count)
        #expect(SpecialUseName.all.keys.allSatisfy { $0.labelCount <= 2 })
    }

    @Test(
        "In a laboratory test and the example names are ordinary, but for the top-level names themselves",
        arguments: [
            ("a.test", false), ("_x.test", false), ("a.example", false), ("example.org", false), ("test", true),
            ("example", true), ("a.local", true), ("_dmarc.org", true),
        ]
    )
    func inLaboratory(name: String, isReserved: Bool) throws {
        #expect((laboratory.reservation(of: try DomainName(name)) != nil) == isReserved)
    }

    @Test(
        "The reverse names of special-purpose addresses are reserved, and so is what lies below them",
        arguments: [
            ("10.in-addr.arpa", "Private-Use"), ("2.1.10.in-addr.arpa", "Private-Use"),
            ("16.172.in-addr.arpa", "Private-Use"), ("31.172.in-addr.arpa", "Private-Use"),
            ("168.192.in-addr.arpa", "Private-Use"), ("254.169.in-addr.arpa", "Link Local"),
            ("0-28.2.0.192.in-addr.arpa", "Documentation (TEST-NET-1)"), ("127.in-addr.arpa", "Loopback"),
            ("5.0-28.2.0.192.in-addr.arpa", "Documentation (TEST-NET-1)"), ("a.b.10.in-addr.arpa", "Private-Use"),
            ("8.e.f.ip6.arpa", "Link-Local Unicast"), ("b.e.f.ip6.arpa", "Link-Local Unicast"),
            ("d.f.ip6.arpa", "Unique-Local"), ("8.b.d.0.1.0.0.2.ip6.arpa", "Documentation"),
            ("170.0.0.192.in-addr.arpa", "NAT64/DNS64 Discovery"),
        ]
    )
    func reverse(name: String, block: String) throws {
        for rules in [rules, laboratory] {
            guard case .specialPurposeRange(_, let found) = rules.reservation(of: try DomainName(name)) else {
                Issue.record("\(name) is free")
                continue
            }
            #expect(found.name == block)
        }
    }

    @Test(
        "The registrable domain of a name is its suffix and one label more",
        arguments: [
            ("a.b.example.org", "example.org"), ("example.co.uk", "example.co.uk"), ("co.uk", nil), ("org", nil),
            (".", nil), ("a.unheard-of", "a.unheard-of"),
        ] as [(String, String?)]
    )
    func registrable(name: String, domain: String?) throws {
        #expect(try DomainName(name).registrableDomain(fewSuffixes)?.text == domain)
    }

    @Test("A list that answers nonsense is not believed", arguments: [Int.min, -1, 0, 4, Int.max])
    func nonsense(count: Int) throws {
        let lookup: PublicSuffixLookup = { _ in PublicSuffixMatch(labelCount: count, isListed: true) }
        let name = try DomainName("a.b.example")
        let suffix = try #require(name.publicSuffix(lookup))
        #expect(suffix == name || suffix.text == "example")
        #expect(DomainName.root.publicSuffix(lookup) == nil)
    }
}

/// A list of three rules: `org`, `uk` and `co.uk`, and those of the reverse trees.
let fewSuffixes: PublicSuffixLookup = { name in
    for text in ["co.uk", "in-addr.arpa", "ip6.arpa", "org", "uk", "com", "arpa"] {
        guard let suffix = try? DomainName(text), name.isAtOrBelow(suffix) else { continue }
        return PublicSuffixMatch(labelCount: suffix.labelCount, isListed: true)
    }
    return .byDefault
}

extension [UInt8] {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
