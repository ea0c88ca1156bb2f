import Testing

@testable import Core

@Suite("Differences of zone states")
struct ZoneDifferenceTests {
    @Test(
        "The difference is the smallest change: what is there keeps its id",
        arguments: [
            ([], []), (["+ z 60 A 192.0.2.1"], ["+ z 60 A 192.0.2.1 #101"]), (["- 3"], ["- 3"]),
            (["~ 3 60 192.0.2.9"], ["~ b 60 A 192.0.2.9 #3"]), (["off 4"], ["~ ! b 60 A 192.0.2.2 #4"]),
            (
                ["~ 3 90 192.0.2.1", "~ 4 90 192.0.2.2"], ["~ b 90 A 192.0.2.1 #3", "~ b 90 A 192.0.2.2 #4"]
            ), (["- 3", "+ b 60 A 192.0.2.1"], []),
            (["- 5", "+ c 60 CNAME b.example.org."], ["- 5", "+ c 60 CNAME b.example.org. #102"]),
        ] as [([String], [String])]
    )
    func smallest(change: [String], items: [String]) throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1", "b 60 A 192.0.2.2", "c 60 TXT \"x\""])
        let next = try zone.state.applying(try zone.change(change)).state
        let difference = zone.state.changes(to: next)
        #expect(difference.lines == items)
        #expect(try zone.state.applying(difference).state.hasSameRecords(as: next))
    }

    @Test("What ScaiDNS writes is compared for it alone, of the SOA all but the serial")
    func systemRecords() throws {
        let zone = try ZoneSample([]).state
        let other = ZoneState(
            apex: zone.apex,
            records: [
                try ZoneSample.record("@ 60 SOA ns1.example.net. hostmaster.example.org. 77 1 2 3 4", id: 51),
                try ZoneSample.record("@ 60 NS ns2.example.net.", id: 52),
            ]
        )
        #expect(zone.changes(to: other).isEmpty)
        let difference = zone.changes(to: other, by: .platform)
        #expect(
            difference.lines == [
                "- 2", "~ @ 60 SOA ns1.example.net. hostmaster.example.org. 1 1 2 3 4 #1",
                "+ @ 60 NS ns2.example.net. #52",
            ]
        )
        #expect(try zone.applying(difference).state.hasSameRecords(as: other))
        let bare = ZoneState(apex: zone.apex, records: [])
        #expect(zone.changes(to: bare, by: .platform).lines == ["- 2"])
        #expect(bare.changes(to: zone, by: .platform).lines == ["+ @ 3600 NS ns1.example.net. #2"])
    }

    @Test("Applied, the difference of two random zones makes the one of the other", arguments: 0..<40)
    func applied(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed &+ 1)
        let one = try ZoneGenerator.zone(firstID: 1000, using: &generator)
        let other = try ZoneGenerator.zone(firstID: 5000, using: &generator)
        for (from, to) in [(one, other), (other, one), (one, one)] {
            let difference = from.changes(to: to, by: .platform)
            let applied = try from.applying(difference)
            #expect(applied.state.hasSameRecords(as: to))
            #expect(applied.state.changes(to: to, by: .platform).isEmpty)
            #expect(applied.plan.movedTTLs.isEmpty)
            let plan = applied.plan
            #expect(plan.created.count + plan.updated.count + plan.deleted.count == difference.items.count)
            #expect(difference.items.count == Self.fewestChanges(from: from, to: to))
            let back = try applied.state.applying(plan.inverse.changeSet(by: .platform)).state
            #expect(back == from)
        }
        #expect(one.changes(to: one, by: .platform).isEmpty)
        #expect(one.changes(to: other, by: .platform) == one.changes(to: other, by: .platform))
    }

    /// Records that only one has, and records that differ though name, type and content are the same.
    private static func fewestChanges(from: ZoneState, to: ZoneState) -> Int {
        let ours = Dictionary(grouping: from.records.filter { $0.type != .soa }, by: \.identity)
        let theirs = Dictionary(grouping: to.records.filter { $0.type != .soa }, by: \.identity)
        return Set(ours.keys).union(theirs.keys).count { ours[$0]?.first?.rest != theirs[$0]?.first?.rest }
    }
}

extension StoredRecord {
    fileprivate var identity: String { "\(name) \(type) \(content.text)" }
    fileprivate var rest: String { "\(ttl) \(isDisabled) \(comment ?? "-")" }
}

extension ChangeSet {
    /// The items as lines: `+ RECORD`, `~ RECORD`, `- ID`.
    var lines: [String] {
        items.map { item in
            switch item {
            case .create(let record): "+ \(record.line)"
            case .update(let record): "~ \(record.line)"
            case .delete(let id): "- \(id.number)"
            case .replace(let set, let members): "= \(set.name) \(set.type) \(members.map(\.line))"
            case .editSOA: "soa"
            }
        }
    }
}
