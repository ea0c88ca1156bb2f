import Testing

@testable import Core

@Suite("Labels of domain names")
struct DomainNameLabelsTests {
    @Test("A name is taken apart into its ancestors")
    func ancestors() throws {
        let name = try DomainName("a.b.example")
        #expect(name.selfAndAncestors.map(\.text) == ["a.b.example", "b.example", "example", "."])
        #expect(DomainName.root.selfAndAncestors == [.root])
        #expect(name.parent?.text == "b.example")
        #expect(DomainName.root.parent == nil)
        #expect(name.firstLabel.map(Array.init) == [0x61])
        #expect(DomainName.root.firstLabel == nil)
    }

    @Test(
        "An ancestor is found by its number of labels",
        arguments: [
            (0, "."), (1, "example"), (2, "b.example"), (3, "a.b.example"), (4, nil), (-1, nil), (Int.min, nil),
            (Int.max, nil),
        ] as [(Int, String?)]
    )
    func ancestor(count: Int, text: String?) throws {
        #expect(try DomainName("a.b.example").ancestor(labelCount: count)?.text == text)
    }

    @Test(
        "A wildcard is over the names below its parent, not over the parent and not over itself's elder kin",
        arguments: [
            ("*.example", "a.example", true), ("*.example", "b.a.example", true), ("*.example", "example", false),
            ("*.example", "a.test", false), ("a.example", "b.a.example", false), ("*a.example", "b.example", false),
            ("*", "example", true), ("*.example", "*.example", true),
        ]
    )
    func wildcards(wildcard: String, name: String, isOver: Bool) throws {
        #expect(try DomainName(wildcard).isWildcard(over: try DomainName(name)) == isOver)
    }

    @Test("Labels are put in front of a name")
    func prepending() throws {
        let zone = try DomainName("example")
        #expect(try zone.prepending("_a._b").text == "_a._b.example")
        #expect(try DomainName.root.prepending("a").text == "a")
        #expect(throws: DomainNameError.emptyLabel(in: "a.")) { try zone.prepending("a.") }
        #expect(throws: DomainNameError.badCharacter("@", in: "@")) { try zone.prepending("@") }
        #expect(throws: DomainNameError.empty) { try zone.prepending("") }
    }

    @Test("The order of names is that of their label lists from the right", arguments: 0..<200)
    func order(round: Int) throws {
        let left = try DomainName(labels: Self.someLabels())
        let right = try DomainName(labels: Self.someLabels())
        #expect((left < right) == Self.precedes(left, right))
        #expect((right < left) == Self.precedes(right, left))
    }

    @Test("Equal names have one hash, and names that differ in one octet do not")
    func hashes() throws {
        let name = try DomainName("a.very.long.name.example.org")
        #expect(name.hashValue == (try DomainName("A.VERY.LONG.NAME.EXAMPLE.ORG.")).hashValue)
        let others = try (1...27).map { try DomainName(labels: [Array(repeating: 0x61, count: $0)]) }
        #expect(Set(others.map(\.hashValue)).count == 27)
    }

    @Test(
        "Names with A-labels have a Unicode form where it differs",
        arguments: [
            ("xn--a.example", "XN--A.EXAMPLE"), ("a.xn--a", "A.XN--A"), ("example", nil), ("a-xn--b", nil),
        ] as [(String, String?)]
    )
    func unicode(text: String, unicode: String?) throws {
        #expect(try DomainName(text).unicodeName { $0.uppercased() } == unicode)
        #expect(try DomainName(text).unicodeName { _ in nil } == nil)
        #expect(try DomainName(text).unicodeName { $0 } == nil)
    }

    /// Few letters, so that names often share labels.
    private static func someLabels() -> [[UInt8]] {
        (0..<Int.random(in: 0...4)).map { _ in
            (0..<Int.random(in: 1...2)).map { _ in [0x00, 0x2A, 0x61, 0x62, 0xFF].randomElement() ?? 0 }
        }
    }

    /// The order after its definition in RFC 4034 6.1, on arrays.
    private static func precedes(_ left: DomainName, _ right: DomainName) -> Bool {
        for (one, other) in zip(left.labels.reversed(), right.labels.reversed()) where one != other {
            return one.lexicographicallyPrecedes(other)
        }
        return left.labels.count < right.labels.count
    }
}
