import Testing

@testable import Core

@Suite("Plans for record sets")
struct RecordSetPlanTests {
    @Test("A plan lists what becomes of which record, in order, and the next state has it")
    func plan() throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1", "b 60 A 192.0.2.2", "c 60 TXT \"x\""])
        let change = try zone.change(["+ z 60 A 192.0.2.9", "~ 3 60 192.0.2.3", "- 5", "+ a 60 A 192.0.2.9"])
        let applied = try zone.state.applying(change)
        let plan = applied.plan
        #expect(plan.created.map(\.line) == ["a 60 A 192.0.2.9 #104", "z 60 A 192.0.2.9 #101"])
        #expect(plan.updated.map(\.before.line) == ["b 60 A 192.0.2.1 #3"])
        #expect(plan.updated.map(\.after.line) == ["b 60 A 192.0.2.3 #3"])
        #expect(plan.deleted.map(\.line) == ["c 60 TXT \"x\" #5"])
        #expect(plan.warnings == [])
        #expect(plan.touchedSets.map { "\($0.name) \($0.type)" } == ["a A", "b A", "c TXT", "z A"].map(absolute))
        #expect(
            applied.state.records.filter { !$0.isSystem }.map(\.line) == [
                "a 60 A 192.0.2.9 #104", "b 60 A 192.0.2.2 #4", "b 60 A 192.0.2.3 #3", "z 60 A 192.0.2.9 #101",
            ]
        )
    }

    /// A change of three records `b A` with TTL 60, the TTL of the set after it, and the ids whose TTL moved.
    struct MovedTTL: Sendable {
        let change: [String]
        let ttl: UInt32
        let moved: [Int]

        init(_ change: [String], _ ttl: UInt32, _ moved: [Int]) {
            self.change = change
            self.ttl = ttl
            self.moved = moved
        }
    }

    static let movedTTLs: [MovedTTL] = [
        MovedTTL(["+ b 300 A 192.0.2.9"], 300, [3, 4, 5]), MovedTTL(["~ 3 300 192.0.2.1"], 300, [4, 5]),
        MovedTTL(["~ 3 300 192.0.2.1", "+ b 900 A 192.0.2.9"], 900, [3, 4, 5]),
        MovedTTL(["+ b 900 A 192.0.2.9", "~ 3 300 192.0.2.1"], 300, [4, 5, 101]),
        MovedTTL(["~ 3 300 192.0.2.1", "~ 4 60 192.0.2.8"], 300, [4, 5]), MovedTTL(["+ b 60 A 192.0.2.9"], 60, []),
        MovedTTL(["= b A | b 300 A 192.0.2.1 | b 300 A 192.0.2.9"], 300, []),
        MovedTTL(["+ ! b 300 A 192.0.2.9"], 300, [3, 4, 5]), MovedTTL(["+ b 300 AAAA 2001:db8::1"], 60, []),
    ]

    @Test("All members of a set take the TTL of the newest, with a warning", arguments: movedTTLs)
    func movesTTL(sample: MovedTTL) throws {
        let (change, ttl, moved) = (sample.change, sample.ttl, sample.moved)
        let zone = try ZoneSample(["b 60 A 192.0.2.1", "b 60 A 192.0.2.2", "! b 60 A 192.0.2.3"])
        let applied = try zone.state.applying(try zone.change(change))
        let set = RecordSetKey(name: try ZoneSample.name("b"), type: .a)
        #expect(Set(applied.state.members(of: set).map(\.ttl)) == [ttl])
        #expect(applied.plan.movedTTLs.map(\.number).sorted() == moved)
        let warning = RecordSetPlan.Warning.ttlMoved(set, to: ttl, records: applied.plan.movedTTLs)
        #expect(applied.plan.warnings == (moved.isEmpty ? [] : [warning]))
    }

    @Test(
        "A change of nothing plans nothing, and what is not served touches no set",
        arguments: [
            (["~ 3 60 192.0.2.1"], 0, [String]()), (["= b A | b 60 A 192.0.2.1"], 0, []), (["= c A"], 0, []),
            (["+ ! b 60 TXT \"x\""], 1, []), (["- 4"], 1, []), (["off 3"], 1, ["b A"]), (["on 4"], 1, ["c TXT"]),
            (["~ 4 90 \"y\""], 1, []), (["~ 3 90 192.0.2.1"], 1, ["b A"]),
        ]
    )
    func smallChanges(change: [String], writes: Int, sets: [String]) throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1", "! c 60 TXT \"x\""])
        let plan = try zone.state.applying(try zone.change(change)).plan
        #expect(plan.created.count + plan.updated.count + plan.deleted.count == writes)
        #expect(plan.isEmpty == (writes == 0))
        #expect(plan.touchedSets.map { "\($0.name) \($0.type)" } == sets.map(absolute))
    }

    @Test("A new comment is an update that touches no set")
    func comment() throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1"])
        var record = try #require(zone.state.record(numbered(3)))
        record.comment = "why"
        let plan = try zone.state.plan(for: .update(record))
        #expect(plan.updated.map(\.after) == [record])
        #expect(plan.touchedSets.isEmpty)
    }

    @Test("A replaced set keeps the ids of members by id and by content; the others are new or go")
    func replacing() throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1", "b 60 A 192.0.2.2", "b 60 A 192.0.2.3"])
        let moved = try ZoneSample.record("b 60 A 192.0.2.9", id: 4)
        let kept = try ZoneSample.record("b 60 A 192.0.2.3", id: 50)
        let new = try ZoneSample.record("b 60 A 192.0.2.2", id: 51)
        let set = moved.key
        let applied = try zone.state.applying(ChangeSet([.replace(set, with: [new, kept, moved])]))
        #expect(
            applied.state.members(of: set).map(\.line) == [
                "b 60 A 192.0.2.2 #51", "b 60 A 192.0.2.3 #5", "b 60 A 192.0.2.9 #4",
            ]
        )
        #expect(applied.plan.deleted.map(\.id.number) == [3])
    }

    @Test("The inverse of a plan brings the former state back, ids and times included")
    func inverse() throws {
        let zone = try ZoneSample([
            "b 60 A 192.0.2.1", "b 60 A 192.0.2.2", "! c 60 TXT \"x\"", "d 60 NS ns.d.example.org.",
            "ns.d 60 A 192.0.2.1",
        ])
        for change in [
            ["+ b 300 A 192.0.2.3", "- 3", "on 5"], ["= b A", "+ b 60 CNAME a.example.net."], ["- 6", "- 7"],
            ["= b A | b 90 A 192.0.2.1 | b 90 A 192.0.2.7"], ["~ 3 60 192.0.2.2", "~ 4 60 192.0.2.1"],
        ] {
            let applied = try zone.state.applying(try zone.change(change))
            let back = applied.plan.inverse.changeSet(by: .caller)
            #expect(try applied.state.applying(back).state == zone.state, "\(change)")
            #expect(applied.plan.inverse.inverse.touchedSets == applied.plan.touchedSets)
        }
    }

    @Test("The plan for one wish of a caller throws the first reason against it")
    func single() throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1"])
        let alias = try ZoneSample.record("b 60 CNAME a.example.net.", id: 9)
        #expect(throws: RecordRefusal.conflict(.aliasBesideOthers, with: [numbered(3)])) {
            try zone.state.plan(for: .create(alias))
        }
        #expect(try zone.state.plan(for: .delete(numbered(3))).deleted.map(\.id) == [numbered(3)])
    }

    private func absolute(_ set: String) -> String {
        set.replacing(" ", with: ".example.org ")
    }
}
