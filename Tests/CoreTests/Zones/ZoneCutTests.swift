import Testing

@testable import Core

@Suite("Zone cuts")
struct ZoneCutTests {
    @Test(
        "A new zone hides what stands at and below it, but delegation, glue and consent",
        arguments: [
            ("www.shop.example.org", "A", "192.0.2.1", true), ("shop.example.org", "TXT", "\"x\"", true),
            ("shop.example.org", "A", "192.0.2.1", true), ("a.shop.example.org", "NS", "ns.example.net.", true),
            ("shop.example.org", "NS", "ns2.scaidns.test.", false),
            ("ns.shop.example.org", "A", "192.0.2.53", false),
            ("_scaidns-verify.shop.example.org", "TXT", "\"x\"", false), ("www.example.org", "A", "192.0.2.1", false),
            ("workshop.example.org", "A", "192.0.2.1", false),
        ]
    )
    func occluded(name: String, type: String, content: String, isOccluded: Bool) throws {
        let delegation = try record("shop.example.org", "NS", "ns1.scaidns.test.", id: 1)
        let other = try record(name, type, content, id: 2)
        // A second server of the delegation, so that its address is glue.
        let server = try record("shop.example.org", "NS", "ns.shop.example.org.", id: 3)
        let occluded = try occluded(among: [delegation, server, other])
        #expect(occluded == (isOccluded ? [other] : []))
    }

    @Test(
        "A delegation that leads to none of the platform's nameservers would be overruled, and stands in the way",
        arguments: [
            (["ns1.scaidns.test."], 0), (["ns1.scaidns.test.", "ns.example.net."], 0), (["ns.example.net."], 1),
            (["ns.example.net.", "ns.example.com."], 2),
        ] as [([String], Int)]
    )
    func elsewhere(servers: [String], inTheWay: Int) throws {
        let delegation = try servers.enumerated().map { number, server in
            try record("shop.example.org", "NS", server, id: UInt8(number + 1))
        }
        #expect(try occluded(among: delegation).count == inTheWay)
    }

    @Test("What is disabled is not served, and so cannot vanish")
    func disabled() throws {
        var record = try record("www.shop.example.org", "A", "192.0.2.1", id: 1)
        record.isDisabled = true
        #expect(try occluded(among: [record]) == [])
    }

    private func occluded(among records: [StoredRecord]) throws -> [StoredRecord] {
        try ZoneCut.occluded(
            by: DomainName("shop.example.org"),
            among: records,
            nameservers: [DomainName("ns1.scaidns.test"), DomainName("ns2.scaidns.test")]
        )
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
