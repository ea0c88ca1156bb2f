import Testing

@testable import Core

@Suite("Change sets")
struct ChangeSetTests {
    @Test(
        "What is not the caller's to write is refused, whatever stands beside it",
        arguments: [
            ("+ @ 60 NS ns.example.net.", RecordRefusal.systemRecord(.apex(.ns))), ("- 2", .systemRecord(.apex(.ns))),
            ("~ 2 60 ns.example.com.", .systemRecord(.apex(.ns))), ("= @ NS", .systemRecord(.apex(.ns))),
            ("+ @ 60 SOA a. b. 1 2 3 4 5", .soaStays), ("+ s 60 SOA a. b. 1 2 3 4 5", .soaStays), ("- 1", .soaStays),
            ("~ 1 60 a. b. 1 2 3 4 5", .systemRecord(.apex(.soa))), ("= @ SOA", .soaStays),
            ("+ s 60 SPF \"v=spf1 -all\"", .readOnly(.spf)), ("~ 3 60 \"v=spf1 ?all\"", .readOnly(.spf)),
            ("+ s 60 CDS 0 0 0 00", .apexOnly(.cds)), ("+ ! s 60 CDS 0 0 0 00", .apexOnly(.cds)),
            ("+ s 2147483648 A 192.0.2.1", .badTTL(2_147_483_648)), ("- 99", .unknownRecord(numbered(99))),
            ("+ www.example.net. 60 A 192.0.2.1", .outsideZone(.outside, zone: .sampleApex)),
        ]
    )
    func refused(line: String, refusal: RecordRefusal) throws {
        let zone = try ZoneSample(["spf 60 SPF \"v=spf1 -all\""])
        let change = try zone.change([line])
        let error = #expect(throws: ChangeConflicts.self) { try zone.state.applying(change) }
        #expect(error?.all.map(\.refusal) == [refusal])
        #expect(refusal.message.hasSuffix("."))
    }

    @Test(
        "A caller writes NS below the apex and CDS at it, and deletes records of obsolete types",
        arguments: ["+ s 2147483647 A 192.0.2.1", "+ s 60 NS ns.example.net.", "+ @ 60 CDS 0 0 0 00", "- 3"]
    )
    func ordinary(line: String) throws {
        let zone = try ZoneSample(["spf 60 SPF \"v=spf1 -all\""])
        #expect(zone.conflicts(of: try zone.change([line])) == [])
    }

    @Test("ScaiDNS writes the apex NS itself, and neither makes nor removes an SOA")
    func platform() throws {
        let zone = try ZoneSample([])
        let change = try zone.change(["- 2", "+ @ 3600 NS ns9.example.net."], by: .platform)
        #expect(zone.conflicts(of: change) == [])
        for line in ["- 1", "+ @ 60 SOA a. b. 1 2 3 4 5"] {
            #expect(
                zone.conflicts(of: try zone.change([line], by: .platform)) == ["0 \(RecordRefusal.soaStays.message)"])
        }
    }

    @Test(
        "A record or a set that stands twice in a change is refused",
        arguments: [
            (["- 3", "- 3"], [1]), (["~ 3 60 192.0.2.9", "off 3"], [1]), (["off 3", "- 3"], [1]),
            (["= b A", "- 3"], [1]), (["= b A", "= b A"], [1]), (["= b A | c 60 A 192.0.2.1"], [0]),
        ]
    )
    func twice(lines: [String], items: [Int]) throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1", "b 60 A 192.0.2.2"])
        let change = try zone.change(lines)
        let error = #expect(throws: ChangeConflicts.self) { try zone.state.applying(change) }
        #expect(error?.all.map(\.item) == items)
    }

    @Test("A new record has a new id, or that of a record which goes with the same change")
    func ids() throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1"])
        let again = try ZoneSample.record("c 60 A 192.0.2.1", id: 3)
        #expect(throws: ChangeConflicts.self) { try zone.state.applying(ChangeSet([.create(again)])) }
        let moved = try zone.state.applying(ChangeSet([.create(again), .delete(again.id)]))
        #expect(moved.state.record(again.id) == again)
        let other = try ZoneSample.record("d 60 A 192.0.2.1", id: 9)
        let double = try ZoneSample.record("e 60 A 192.0.2.1", id: 9)
        #expect(throws: ChangeConflicts.self) { try zone.state.applying(ChangeSet([.create(other), .create(double)])) }
    }

    @Test("An update that would move a record to another set is refused")
    func otherSet() throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1"])
        for line in ["c 60 A 192.0.2.1", "b 60 TXT \"x\""] {
            let update = try ZoneSample.record(line, id: 3)
            let error = #expect(throws: RecordRefusal.self) { try zone.state.plan(for: .update(update)) }
            #expect(error == .otherSet(numbered(3), RecordSetKey(name: try ZoneSample.name("b"), type: .a)))
        }
    }

    @Test("All conflicts come at once, by item, at most 1,000")
    func allAtOnce() throws {
        let zone = try ZoneSample(["a 60 CNAME x.example.net.", "b 60 A 192.0.2.1"])
        let change = try zone.change([
            "+ a 60 A 192.0.2.1", "- 77", "+ b 60 CNAME x.example.net.", "+ c 60 A 192.0.2.1", "+ b 60 A 192.0.2.1",
            "+ @ 60 NS a.example.net.",
        ])
        let error = #expect(throws: ChangeConflicts.self) { try zone.state.applying(change) }
        #expect(error?.all.map(\.item) == [0, 1, 2, 4, 4, 5])
        let many = ChangeSet((0..<1500).map { .delete(numbered(1000 + $0)) })
        let bounded = #expect(throws: ChangeConflicts.self) { try zone.state.applying(many) }
        #expect(bounded?.all.count == 1000)
    }

    @Test("Fields of the SOA are edited one by one, the serial stays")
    func editsSOA() throws {
        let zone = try ZoneSample([])
        let edit = SOAEdit(primary: try DomainName("ns9.example.net"), retry: 900)
        let plan = try zone.state.plan(for: .editSOA(edit, at: Timestamp(seconds: 9)))
        #expect(
            plan.updated.map(\.after.line) == [
                "@ 3600 SOA ns9.example.net. hostmaster.example.org. 1 10800 900 604800 3600 #1"
            ]
        )
        #expect(plan.touchedSets == [.apex(.soa)])
        #expect(try zone.state.plan(for: .editSOA(SOAEdit(), at: Timestamp(seconds: 9))).isEmpty)
        let empty = ZoneState(apex: .sampleApex, records: [])
        #expect(throws: RecordRefusal.soaStays) { try empty.plan(for: .editSOA(edit, at: Timestamp(seconds: 9))) }
    }
}

extension RecordSetKey {
    fileprivate static func apex(_ type: RecordType) -> RecordSetKey { RecordSetKey(name: .sampleApex, type: type) }
}

extension RecordType {
    fileprivate static let spf = RecordType(code: 99)
    fileprivate static let cds = RecordType(code: 59)
}

extension DomainName {
    fileprivate static let sampleApex = (try? DomainName("example.org")) ?? .root
    fileprivate static let outside = (try? DomainName("www.example.net")) ?? .root
}
