import Testing

@testable import Core

@Suite("Domain names from octets")
struct DomainNamePresentationTests {
    @Test(
        "A spelling is absolute when it ends in a dot that is not escaped",
        arguments: [
            ("a.", true), ("a", false), (".", true), ("", false), ("a\\.", false), ("a\\\\.", true), ("\\\\\\.", false),
            ("a\\046", false), ("\\092.", true), ("@", false), ("\\.", false),
        ]
    )
    func absolute(text: String, isAbsolute: Bool) {
        #expect(DomainName.isAbsolute(slice(text)) == isAbsolute)
    }

    @Test(
        "A relative name gets the origin, an absolute one does not, and @ is the origin",
        arguments: [
            ("www", "example.org", "www.example.org."), ("www.", "example.org", "www."),
            ("@", "example.org", "example.org."),
            ("a\\.", "example.org", "a\\..example.org."), ("WWW.B", "example.org", "www.b.example.org."),
            (".", "example.org", "."), ("a", ".", "a."), ("\\@", "example.org", "\\@.example.org."),
            ("a\\ b", ".", "a\\032b."), ("*.*", "example.org", "*.*.example.org."),
        ]
    )
    func origin(text: String, origin: String, full: String) throws {
        let name = try DomainName(presentation: slice(text), origin: try DomainName(origin))
        #expect(name.absoluteText == full)
    }

    @Test("The octets before and behind the slice are not looked at")
    func inner() throws {
        let line = Array(";\"www\"; A".utf8)
        #expect(try DomainName(presentation: line[2..<5], origin: nil).text == "www")
        #expect(throws: DomainNameError.badEscape(in: "w\\0")) {
            try DomainName(presentation: Array("w\\012".utf8)[..<3], origin: nil)
        }
    }

    @Test("The origin counts for the length of the whole")
    func originLength() throws {
        let label = String(repeating: "a", count: 63)
        let origin = try DomainName([label, label, label].joined(separator: "."))
        let fits = String(repeating: "b", count: 61)
        #expect(try DomainName(presentation: slice(fits), origin: origin).wire.count == 255)
        #expect(throws: DomainNameError.tooLong(octets: 256)) {
            try DomainName(presentation: slice(fits + "b"), origin: origin)
        }
        #expect(try DomainName(presentation: slice(fits + "b."), origin: origin).wire.count == 64)
    }

    @Test(
        "Any octets are an error or a name that reads back from its text, with and without an origin",
        arguments: 0..<300)
    func anyOctets(round: Int) throws {
        let letters = Array("aZ0-_.\\\\..*@$ \"(9".utf8) + [0, 0x7F, 0x80, 0xFF]
        let octets = (0..<Int.random(in: 0...12)).map { _ in letters.randomElement() ?? 0 }
        for origin in [nil, DomainName.root, try DomainName("example.org")] {
            // What is no name is not asked about any further: that nothing traps is what counts.
            guard let name = try? DomainName(presentation: octets[...], origin: origin) else { continue }
            #expect(try DomainName(presentation: slice(name.absoluteText), origin: origin) == name)
            #expect(try DomainName(presentation: slice(name.relativeText(to: .root)), origin: .root) == name)
            #expect(try DomainName(wire: name.wire) == name)
            guard let origin, !octets.isEmpty else { continue }
            #expect(DomainName.isAbsolute(octets[...]) || name.isAtOrBelow(origin))
        }
    }

    @Test("A name is the same whether its octets stand plain or escaped", arguments: 0..<100)
    func escapedOrPlain(round: Int) throws {
        let labels = (0..<Int.random(in: 1...5)).map { _ in
            (0..<Int.random(in: 1...20)).map { _ in Array("azAZ09-_!*/".utf8).randomElement() ?? 0x61 }
        }
        let plain = labels.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
        let escaped = labels.map { $0.map { "\\" + String(1000 + Int($0)).dropFirst() }.joined() }.joined(
            separator: ".")
        let name = try DomainName(plain)
        #expect(try DomainName(escaped) == name)
        #expect(name.text == plain.lowercased())
        #expect(try DomainName(labels: labels) == name)
    }

    @Test("A word of any length is refused without a trap", arguments: [256, 1_005, 70_000])
    func overlong(count: Int) {
        for text in ["a", ".", "a.", "\\", "\\000", "@", "ü"] {
            let octets = Array(String(repeating: text, count: count).utf8)
            #expect(throws: DomainNameError.self) { try DomainName(presentation: octets[...], origin: .root) }
            #expect(throws: DomainNameError.self) { try DomainName(wire: octets) }
        }
    }

    @Test(
        "Octets that are no name on the wire are refused where they go wrong",
        arguments: [
            ([], DomainNameError.badWire(at: 0)), ([1, 0x61], .badWire(at: 0)), ([1, 0x61, 0, 0], .badWire(at: 2)),
            ([0, 0], .badWire(at: 0)), ([0xC0, 0], .badWire(at: 0)), ([1, 0x61, 0xC0, 0x0C], .badWire(at: 2)),
            ([64] + Array(repeating: 0x61, count: 64) + [0], .badWire(at: 0)),
            ([3, 0x61, 0x62, 0x63], .badWire(at: 0)),
            (Array(repeating: 0, count: 256), .tooLong(octets: 256)),
        ]
    )
    func badWire(octets: [UInt8], reason: DomainNameError) {
        #expect(throws: reason) { try DomainName(wire: octets) }
    }

    @Test("The wire form is folded and reads back to itself")
    func wire() throws {
        let name = try DomainName(wire: [1, 0x41, 2, 0x2E, 0xC3, 0])
        #expect(name.text == "a.\\.\\195")
        #expect(try DomainName(wire: name.wire) == name)
        #expect(try DomainName(wire: [9, 1, 0x5A, 0, 9][1..<4]).text == "z")
        #expect(try DomainName(wire: [0]) == .root)
    }

    @Test("Every octet can stand in a label and is printed so that it reads back", arguments: UInt8.min...UInt8.max)
    func everyOctet(octet: UInt8) throws {
        let name = try DomainName(wire: [3, 0x61, octet, 0x62, 0])
        var text: [UInt8] = []
        name.appendText(to: &text, absolute: false)
        #expect(text.allSatisfy { (0x21...0x7E).contains($0) })
        #expect(try DomainName(presentation: text[...], origin: .root) == name)
    }
}

func slice(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }
