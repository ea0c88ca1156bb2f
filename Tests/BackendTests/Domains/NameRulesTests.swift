import Core
import Foundation
import TestSupport
import Testing

@testable import Backend

@Suite("Which names can be zones")
struct NameRulesTests {
    let rules = NameRules(allowsPrivate: false)
    let laboratory = NameRules(allowsPrivate: true)

    @Test(
        "Public suffixes, special-use names and service labels under a suffix are reserved",
        arguments: [
            ("com", true), ("co.uk", true), ("example.co.uk", false), ("uk", true), ("mine.test", true),
            ("a.local", true), ("b.internal", true), ("x.onion", true), ("example.com", true),
            ("www.example.org", true),
            ("examples.com", false), ("_dmarc.com", true), ("autodiscover.co.uk", true), ("autoconfig.de", true),
            ("_dmarc.scailabs.de", false), ("autodiscover.scailabs.de", false), ("scailabs.de", false),
            ("lan", true),
        ]
    )
    func reserved(name: String, isReserved: Bool) throws {
        #expect((rules.reservation(of: try DomainName(name)) != nil) == isReserved)
    }

    @Test(
        "In a laboratory test and the example names are ordinary, and nothing else is",
        arguments: [
            ("mine.test", false), ("a.example", false), ("example.com", false), ("_x.test", false), ("test", true),
            ("com", true), ("a.local", true), ("co.uk", true),
        ]
    )
    func inLaboratory(name: String, isReserved: Bool) throws {
        #expect((laboratory.reservation(of: try DomainName(name)) != nil) == isReserved)
    }

    @Test(
        "The registrable domain of a name is its suffix and one label, a suffix's is itself",
        arguments: [
            ("a.b.scailabs.de", "scailabs.de"), ("x.example.co.uk", "example.co.uk"), ("co.uk", "co.uk"), ("de", "de"),
        ]
    )
    func registrable(name: String, domain: String) throws {
        #expect(rules.registrableDomain(of: try DomainName(name)).text == domain)
    }

    @Test("What deSEC refuses as a public suffix of the real list is reserved here")
    func scenarios() throws {
        guard let file = vectors("zone_ownership_scenarios.jsonl") else { return }
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        var judged = 0
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let suffixes = object?["global_public_suffixes"] as? [String] ?? []
            // Other scenarios name suffixes that no list has, or are about who holds what.
            for suffix in suffixes where ["com", "de", "xxx"].contains(suffix) {
                #expect(rules.reservation(of: try DomainName(suffix)) != nil, "\(line.prefix(60))")
                judged += 1
            }
        }
        #expect(judged > 0)
    }

    @Test("Unicode becomes A-labels, non-transitionally, and back")
    func unicode() throws {
        let name = try DomainName("Straße.Bücher.example", toASCII: NameRules.toASCII)
        #expect(name.text == "xn--strae-oqa.xn--bcher-kva.example")
        #expect(NameRules.unicode(name) == "straße.bücher.example")
        #expect(NameRules.unicode(try DomainName("plain.example")) == nil)
    }
}
