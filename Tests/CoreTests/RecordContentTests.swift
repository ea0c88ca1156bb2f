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
        let content = try RecordContent(type: type, text: text, zone: zone)
        #expect(content.text == canonical)
        #expect(try RecordContent(type: type, text: canonical, zone: zone).text == canonical)
    }

    @Test("A type's invalid examples are refused with the sentence beside them", arguments: invalid)
    func refused(type: RecordType, text: String, reason: String) throws {
        let error = #expect(throws: RecordContentError.self) {
            try RecordContent(type: type, text: text, zone: zone)
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

    @Test("Content over 65535 octets is refused before it is read")
    func tooLong() throws {
        let error = #expect(throws: RecordContentError.self) {
            try RecordContent(type: .txt, text: String(repeating: "x", count: 65_536), zone: zone)
        }
        #expect(error?.message == "TXT content must have at most 65535 octets, got \"65536 octets\"")
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
