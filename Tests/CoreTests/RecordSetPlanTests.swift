import Testing

@testable import Core

@Suite("Plans for record sets")
struct RecordSetPlanTests {
    let apex: [(String, String, String)] = [
        ("@", "SOA", "ns1.example.net. hostmaster.example.org. 1 2 3 4 5"), ("@", "NS", "ns1.example.net."),
    ]

    @Test(
        "A record that cannot stand beside the others is refused with those in the way",
        arguments: [
            (("www", "CNAME", "a.example.net."), ("www", "A", "192.0.2.1"), true),
            (("www", "A", "192.0.2.1"), ("www", "CNAME", "a.example.net."), true),
            (("www", "CNAME", "a.example.net."), ("www", "CNAME", "b.example.net."), true),
            (("www", "A", "192.0.2.1"), ("www", "A", "192.0.2.1"), true),
            (("www", "A", "192.0.2.1"), ("www", "A", "192.0.2.2"), false),
            (("www", "A", "192.0.2.1"), ("www", "TXT", "x"), false),
            (("sub", "NS", "ns.example.net."), ("www.sub", "TXT", "x"), true),
            (("sub", "NS", "ns.example.net."), ("ns.sub", "A", "192.0.2.1"), false),
            (("sub", "NS", "ns.example.net."), ("sub", "NS", "ns2.example.net."), false),
            (("www.sub", "TXT", "x"), ("sub", "NS", "ns.example.net."), true),
            (("sub", "TXT", "x"), ("sub", "NS", "ns.example.net."), true),
        ]
    )
    func coexistence(
        existing: (String, String, String),
        added: (String, String, String),
        isRefused: Bool
    ) throws {
        let there = try record(existing, id: 1)
        let new = try record(added, id: 2)
        let zone = try neighbourhood([there])
        do {
            let plan = try RecordSetPlan.adding(new, to: zone)
            #expect(!isRefused)
            #expect(plan.created == [new])
            #expect(plan.touchedSets == [new.key])
        } catch {
            guard case .conflict(_, let ids) = error else { throw error }
            #expect(isRefused)
            #expect(ids == [there.id])
        }
    }

    @Test("A CNAME at the apex is refused")
    func apexAlias() throws {
        let new = try record(("@", "CNAME", "a.example.net."), id: 2)
        let zone = try neighbourhood([])
        #expect(throws: RecordRefusal.self) { try RecordSetPlan.adding(new, to: zone) }
    }

    @Test("SOA and apex NS are not the caller's to write, an NS below is")
    func systemRecords() throws {
        let zone = try neighbourhood([])
        #expect(throws: RecordRefusal.systemRecord(.ns)) {
            try RecordSetPlan.adding(try record(("@", "NS", "ns.example.net."), id: 2), to: zone)
        }
        let soa = try record(apex[0], id: 3)
        #expect(throws: RecordRefusal.systemRecord(.soa)) { try RecordSetPlan.removing(soa, from: zone) }
        #expect(
            try RecordSetPlan.adding(try record(("sub", "NS", "ns.example.net."), id: 4), to: zone).created.count == 1)
    }

    @Test("A name outside the zone is refused")
    func outside() throws {
        let new = try record(("www.example.net.", "A", "192.0.2.1"), id: 2)
        let zone = try neighbourhood([])
        #expect(throws: RecordRefusal.outsideZone(new.name, zone: zone.zone)) {
            try RecordSetPlan.adding(new, to: zone)
        }
    }

    @Test("At and below a zone of its own only delegation and glue are taken")
    func cuts() throws {
        let cut = try DomainName("child.example.org")
        let zone = ZoneNeighbourhood(zone: try DomainName("example.org"), cuts: [cut], records: [])
        #expect(throws: RecordRefusal.belowZoneCut(cut)) {
            try RecordSetPlan.adding(try record(("www.child", "TXT", "x"), id: 1), to: zone)
        }
        #expect(throws: Never.self) {
            try RecordSetPlan.adding(try record(("ns.child", "A", "192.0.2.1"), id: 1), to: zone)
        }
    }

    @Test("A new member with another TTL moves its whole set")
    func movesTTL() throws {
        let there = try record(("www", "A", "192.0.2.1"), id: 1)
        var new = try record(("www", "A", "192.0.2.2"), id: 2)
        new.ttl = 60
        let plan = try RecordSetPlan.adding(new, to: try neighbourhood([there]))
        #expect(plan.movedTTLs == [there.id])
        #expect(plan.updated.map(\.after.ttl) == [60])
    }

    @Test("A disabled record takes no part in coexistence, and enabling it checks as creating does")
    func disabled() throws {
        let there = try record(("www", "A", "192.0.2.1"), id: 1)
        var alias = try record(("www", "CNAME", "a.example.net."), id: 2)
        alias.isDisabled = true
        let plan = try RecordSetPlan.adding(alias, to: try neighbourhood([there]))
        #expect(plan.touchedSets.isEmpty)
        var enabled = alias
        enabled.isDisabled = false
        let zone = try neighbourhood([there, alias])
        #expect(throws: RecordRefusal.self) { try RecordSetPlan.changing(alias, to: enabled, in: zone) }
    }

    @Test("A change of nothing plans nothing, a change of the comment touches no set")
    func smallChanges() throws {
        let there = try record(("www", "A", "192.0.2.1"), id: 1)
        let zone = try neighbourhood([there])
        #expect(try RecordSetPlan.changing(there, to: there, in: zone).updated.isEmpty)
        var commented = there
        commented.comment = "why"
        let plan = try RecordSetPlan.changing(there, to: commented, in: zone)
        #expect(plan.updated.count == 1)
        #expect(plan.touchedSets.isEmpty)
    }

    @Test("A set over its limit is refused")
    func limit() throws {
        let members = try (0..<1000).map { number in
            try record(("www", "A", "10.0.\(number / 250).\(number % 250)"), id: UInt8(number % 200))
        }
        #expect(throws: RecordRefusal.self) {
            try RecordSetPlan.adding(try record(("www", "A", "192.0.2.1"), id: 250), to: try neighbourhood(members))
        }
    }

    private func neighbourhood(_ records: [StoredRecord]) throws -> ZoneNeighbourhood {
        ZoneNeighbourhood(zone: try DomainName("example.org"), cuts: [], records: records)
    }

    private func record(_ parts: (String, String, String), id: UInt8) throws -> StoredRecord {
        let zone = try DomainName("example.org")
        let type = try #require(RecordType(parts.1))
        return StoredRecord(
            id: identifier(id),
            name: try DomainName(owner: parts.0, in: zone, toASCII: refuseUnicode),
            content: try RecordContent(type: type, text: parts.2, zone: zone),
            ttl: 3600,
            createdAt: Timestamp(seconds: 0),
            updatedAt: Timestamp(seconds: 0)
        )
    }
}
