import Testing

@testable import Core

@Suite("Record contents")
struct RecordContentTests {
    static let valid = RecordContent.formats.values.flatMap { format in
        format.examples.valid.map { (format.type, $0.text, $0.canonical) }
    }
    static let invalid = RecordContent.formats.values.flatMap { format in
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
