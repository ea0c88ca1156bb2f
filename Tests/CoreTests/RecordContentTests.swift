import Foundation
import Testing

@testable import Core

@Suite("Record contents")
struct RecordContentTests {
    static let valid = RecordFormats.all.flatMap { format in
        format.examples.valid.map { (format.type, $0.text, $0.canonical) }
    }
    static let invalid = RecordFormats.all.flatMap { format in
        format.examples.invalid.map { (format.type, $0.text, $0.reason) }
    }
    let zone: DomainName

    init() throws {
        zone = try DomainName("example.org")
    }

    @Test("A type's valid examples become their canonical text, which stays itself", arguments: valid)
    func canonical(type: RecordType, text: String, canonical: String) throws {
        let content = try RecordContent(readable: type, text: text, zone: zone)
        #expect(content.text == canonical)
        #expect(try RecordContent(readable: type, text: canonical, zone: zone).text == canonical)
    }

    @Test("A type's invalid examples are refused with the sentence beside them", arguments: invalid)
    func refused(type: RecordType, text: String, reason: String) throws {
        let error = #expect(throws: RecordContentError.self) {
            let content = try RecordContent(readable: type, text: text, zone: zone)
            if type.use.isStorable { try content.requireStorable() }
        }
        #expect(error?.message == reason)
    }

    static let wire = RecordFormats.all.flatMap { format in
        format.examples.wire.map { (format.type, $0.text, $0.hex) }
    }

    @Test("A type's wire examples give their RDATA, and the RDATA gives them back", arguments: wire)
    func rdata(type: RecordType, text: String, hex: String) throws {
        let content = RecordContent(stored: text, type: type)
        let octets = try content.wire()
        #expect(octets.map { String(format: "%02x", $0) }.joined() == hex)
        #expect(try RecordContent(type: type, wire: octets) == content)
    }

    @Test("The canonical text of a valid example survives its RDATA", arguments: valid)
    func roundTrip(type: RecordType, text: String, canonical: String) throws {
        let content = RecordContent(stored: canonical, type: type)
        #expect(try RecordContent(type: type, wire: content.wire()) == content)
    }

    @Test("Every type has valid, refused and wire examples of its own")
    func examples() {
        for format in RecordFormats.all {
            #expect(!format.examples.valid.isEmpty, "\(format.type)")
            #expect(!format.examples.invalid.isEmpty, "\(format.type)")
            #expect(!format.examples.wire.isEmpty, "\(format.type)")
        }
    }

    static let obstacles = [
        (
            "MX", "10 _a.example.org.",
            "MX target must be a host name, of letters, digits and hyphens: PowerDNS takes no other, got \"_a.example.org.\""
        ),
        (
            "NS", ".",
            "NS target must be a host name, of letters, digits and hyphens: PowerDNS takes no other, got \".\""
        ),
        (
            "SRV", "0 0 1 *.example.org.",
            "SRV target must be a host name, of letters, digits and hyphens: PowerDNS takes no other, got \"*.example.org.\""
        ),
        (
            "LOC", "0 N 0 E 21374836.48",
            "LOC altitude must be below 21374836.48m: PowerDNS takes no more, got \"21374836m\""
        ),
        (
            "LOC", "0 N 0 E 0 50000000",
            "LOC size or precision must be at most 40000000.00m: PowerDNS takes no more, got \"50000000m\""
        ),
    ]

    @Test("What PowerDNS would not take is read from zone files, but not stored", arguments: obstacles)
    func obstacle(type: String, text: String, reason: String) throws {
        let type = try #require(RecordType(type))
        let stored = #expect(throws: RecordContentError.self) { try RecordContent(type: type, text: text, zone: zone) }
        #expect(stored?.message == reason)
        let read = try RecordContent(readable: type, text: text, zone: zone)
        let required = #expect(throws: RecordContentError.self) { try read.requireStorable() }
        #expect(required?.message == reason)
    }

    @Test("The root as target of MX and SRV says that there is no service, and is stored")
    func noService() throws {
        #expect(try RecordContent(type: .mx, text: "0 .", zone: zone).text == "0 .")
        #expect(try RecordContent(type: .srv, text: "0 0 0 .", zone: zone).text == "0 0 0 .")
    }

    static let unstorable = RecordFormats.all.filter { !$0.use.isStorable }.map { $0.type }

    @Test("A type for zone files alone is read, but not stored", arguments: unstorable)
    func zoneFileOnly(type: RecordType) throws {
        #expect(RecordType(type.name) == nil)
        #expect(RecordType(masterFile: type.name.lowercased()) == type)
        let example = try #require(RecordFormats.byCode[type.code]?.examples.valid.first).text
        #expect(throws: RecordContentError.self) { try RecordContent(type: type, text: example, zone: zone) }
        let read = try RecordContent(readable: type, text: example, zone: zone)
        #expect(throws: RecordContentError.self) { try read.requireStorable() }
    }

    @Test("Few letters that stand for more than 65535 octets of RDATA are refused")
    func longOnTheWire() throws {
        let hints = Array(repeating: "::1", count: 4097).joined(separator: ",")
        #expect(throws: RecordContentError.self) {
            try RecordContent(type: #require(RecordType("SVCB")), text: "1 . ipv6hint=\(hints)", zone: zone)
        }
    }

    @Test("Types without a format have their mnemonic in the lists of NSEC")
    func mnemonicsWithoutFormat() throws {
        let nsec = try #require(RecordType(masterFile: "NSEC"))
        #expect(try RecordContent(readable: nsec, text: ". null TYPE38 A", zone: zone).text == ". A NULL A6")
    }

    @Test("Content over 262144 octets is refused before it is read")
    func tooLong() throws {
        let error = #expect(throws: RecordContentError.self) {
            try RecordContent(type: .txt, text: String(repeating: "x", count: 262_145), zone: zone)
        }
        #expect(error?.message == "TXT content must have at most 262144 octets, got \"262145 octets\"")
    }

    @Test("The longest canonical text can be given back", arguments: ["\u{E9}", "\\"])
    func givenBack(character: String) throws {
        let count = 65_279 / character.utf8.count
        let octets = [UInt8](repeating: 34, count: 1) + Array(String(repeating: character, count: count).utf8)
        let text = String(decoding: octets.flatMap { $0 == 92 ? [92, 92] : [$0] } + [34], as: UTF8.self)
        let content = try RecordContent(type: .txt, text: text, zone: zone)
        #expect(content.text.utf8.count > 65_535)
        #expect(try RecordContent(type: .txt, text: content.text, zone: zone) == content)
    }

    @Test("An error shows at most 200 code points of what was given, whatever they make up")
    func shortErrors() throws {
        let error = #expect(throws: RecordContentError.self) {
            try RecordContent(type: .a, text: "a" + String(repeating: "\u{301}", count: 30_000), zone: zone)
        }
        #expect(error?.got?.unicodeScalars.count == 200)
    }

    @Test("Parameters of SVCB are read in one pass, however many there are", .timeLimit(.minutes(2)))
    func manyParameters() throws {
        let text = "1 ." + (10_000..<38_000).map { " key\($0)" }.joined()
        let error = #expect(throws: RecordContentError.self) {
            try RecordContent(type: #require(RecordType("SVCB")), text: text, zone: zone)
        }
        #expect(error?.expectation == "must have at most 65535 octets on the wire")
    }

    @Test("A digest of DS has the length of its type, and algorithms have the names of the registry")
    func registries() throws {
        let digest = String(repeating: "ab", count: 32)
        for type in [2, 3, 5, 6] {
            #expect(
                try RecordContent(type: .ds, text: "1 8 \(type) \(digest)", zone: zone).text == "1 8 \(type) \(digest)")
            #expect(throws: RecordContentError.self) {
                try RecordContent(type: .ds, text: "1 8 \(type) \(digest)ab", zone: zone)
            }
        }
        #expect(try RecordContent(type: .ds, text: "1 SM2SM3 2 \(digest)", zone: zone).text == "1 17 2 \(digest)")
    }

    @Test("A type's mnemonic is known in any case, an unknown one is not")
    func mnemonics() {
        #expect(RecordType("aaaa") == .aaaa)
        #expect(RecordType("WKS") == nil)
    }

    @Test("The catalogue has an example of every type that its own rules take")
    func catalogue() throws {
        for entry in RecordContent.catalogue {
            #expect(try RecordContent(type: entry.type, text: entry.example, zone: nil).text == entry.example)
        }
    }
}
