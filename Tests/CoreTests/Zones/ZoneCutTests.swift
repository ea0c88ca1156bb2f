import Testing

@testable import Core

@Suite("Zone cuts")
struct ZoneCutTests {
    @Test(
        "A new zone hides what stands at and below it, but delegation, glue and consent",
        arguments: [
            ("www.shop.example.org", "A", "192.0.2.1", true), ("shop.example.org", "TXT", "\"x\"", true),
            ("shop.example.org", "A", "192.0.2.1", true), ("a.shop.example.org", "NS", "ns.example.net.", true),
            ("shop.example.org", "NS", "ns.shop.example.org.", false),
            ("ns.shop.example.org", "A", "192.0.2.53", false),
            ("_scaidns-verify.shop.example.org", "TXT", "\"x\"", false), ("www.example.org", "A", "192.0.2.1", false),
            ("workshop.example.org", "A", "192.0.2.1", false),
        ]
    )
    func occluded(name: String, type: String, content: String, isOccluded: Bool) throws {
        let delegation = try record("shop.example.org", "NS", "ns.shop.example.org.", id: 1)
        let other = try record(name, type, content, id: 2)
        let cut = try DomainName("shop.example.org")
        #expect(ZoneCut.occluded(by: cut, among: [delegation, other]) == (isOccluded ? [other] : []))
    }

    @Test("What is disabled is not served, and so cannot vanish")
    func disabled() throws {
        var record = try record("www.shop.example.org", "A", "192.0.2.1", id: 1)
        record.isDisabled = true
        #expect(ZoneCut.occluded(by: try DomainName("shop.example.org"), among: [record]) == [])
    }

    private func record(_ name: String, _ type: String, _ content: String, id: UInt8) throws -> StoredRecord {
        StoredRecord(
            id: identifier(id),
            name: try DomainName(name),
            content: RecordContent(stored: content, type: try #require(RecordType(type))),
            ttl: 60,
            createdAt: Timestamp(seconds: 0),
            updatedAt: Timestamp(seconds: 0)
        )
    }
}
