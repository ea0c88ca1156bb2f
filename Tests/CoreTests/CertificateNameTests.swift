import Testing

@testable import Core

@Suite("Names in certificates")
struct CertificateNameTests {
    @Test(
        "A name that no public authority issues for is refused with its reason",
        arguments: [
            ("", CertificateNameError.empty), ("a_b.org", .badCharacter(in: "a_b.org")),
            ("A.org", .badCharacter(in: "A.org")),
            ("ä.org", .badCharacter(in: "ä.org")), ("192.0.2.1", .address("192.0.2.1")),
            ("a.org.", .trailingDot("a.org.")),
            (".", .trailingDot(".")), ("org", .tooFewLabels("org")), ("a..org", .emptyLabel(in: "a..org")),
            ("a.b.c.d.e.f.g.h.i.j.org", .tooManyLabels(11)), ("-a.org", .badCharacter(in: "-a.org")),
            ("a-.org", .badCharacter(in: "a-.org")), ("ab--c.org", .reservedLabel("ab--c")),
            ("xn--bad.org", .badALabel(in: "xn--bad.org")), ("a.unheard-of", .notPublic("a.unheard-of")),
            ("co.uk", .publicSuffix("co.uk")), ("*", .misplacedWildcard(in: "*")),
            ("a.*.org", .misplacedWildcard(in: "a.*.org")),
            ("*.*.org", .tooManyWildcards(in: "*.*.org")), ("*.org", .wildcardOfSuffix("*.org")),
            ("*.co.uk", .wildcardOfSuffix("*.co.uk")), ("*.a_b.org", .badCharacter(in: "a_b.org")),
            (String(repeating: "a", count: 64) + ".org", .labelTooLong(characters: 64)),
            (String(repeating: "a.", count: 126) + "org", .tooLong(characters: 255)),
        ]
    )
    func refuses(text: String, reason: CertificateNameError) {
        #expect(throws: reason) {
            try DomainName(certificateName: text, suffixes: fewSuffixes, toUnicode: oneALabel)
        }
    }

    @Test(
        "Host names below a listed suffix are taken, wildcards of them, too",
        arguments: [
            "example.org", "*.example.org", "a.b.c.d.e.f.g.h.i.org", "xn--bcher-kva.co.uk", "1-2.example.co.uk",
        ]
    )
    func takes(text: String) throws {
        let name = try DomainName(certificateName: text, suffixes: fewSuffixes, toUnicode: oneALabel)
        #expect(name.text == text)
    }

    /// Knows `bücher` only.
    private let oneALabel: UnicodeConversion = { $0 == "xn--bcher-kva" ? "bücher" : nil }
}
