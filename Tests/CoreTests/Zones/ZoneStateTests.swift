import Testing

@testable import Core

@Suite("States of zones")
struct ZoneStateTests {
    @Test("Records are found by id, name, set and subtree, in canonical order")
    func found() throws {
        let zone = try ZoneSample([
            "b 60 TXT \"x\"", "a.b 60 A 192.0.2.1", "b 60 A 192.0.2.2", "b 60 A 192.0.2.1", "*.b 60 A 192.0.2.1",
            "bb 60 A 192.0.2.1", "z.a.b 60 A 192.0.2.1",
        ])
        let state = zone.state
        #expect(state.records.map(\.id.number) == [2, 1, 6, 5, 3, 7, 4, 9, 8])
        #expect(state.records(at: try ZoneSample.name("b")).map(\.id.number) == [6, 5, 3])
        #expect(state.records(at: try ZoneSample.name("nothing")).isEmpty)
        #expect(state.members(of: RecordSetKey(name: try ZoneSample.name("b"), type: .a)).map(\.id.number) == [6, 5])
        #expect(state.records(atOrBelow: try ZoneSample.name("b")).map(\.id.number) == [6, 5, 3, 7, 4, 9])
        #expect(state.records(atOrBelow: try ZoneSample.name("a.b")).map(\.id.number) == [4, 9])
        let deep = try ZoneSample.name("z.a.b")
        #expect(state.record(numbered(9))?.name == deep)
        #expect(state.record(numbered(99)) == nil)
        #expect(state.recordCount == 9)
    }

    @Test("A state does not depend on the order in which it was made, and of one id the last record counts")
    func made() throws {
        let zone = try ZoneSample(["b 60 A 192.0.2.1", "b 60 A 192.0.2.2", "c 60 A 192.0.2.1"]).state
        #expect(ZoneState(apex: zone.apex, records: zone.records.reversed()) == zone)
        let moved = try ZoneSample.record("d 60 A 192.0.2.1", id: 3)
        let again = ZoneState(apex: zone.apex, records: zone.records + [moved])
        #expect(again.recordCount == zone.recordCount)
        #expect(again.record(numbered(3)) == moved)
        #expect(again.records(at: try ZoneSample.name("b")).map(\.id.number) == [4])
    }

    @Test("The order of keys is the canonical order of names, and a key begins those of all names below it")
    func keys() throws {
        // RFC 4034 6.1, and octets at either end of a label's range.
        let ordered = [
            "example", "a.example", "yljkjljk.a.example", "z.a.example", "zabc.a.example", "z.example",
            "\\001.z.example",
            "*.z.example", "\\200.z.example", "\\000.zz.example", "\\000a.zz.example", "\\001.zz.example",
            "\\002.zz.example", "\\255.zz.example",
        ]
        let names = try ordered.map { try DomainName($0) }
        #expect(NameIndex(names.reversed()).names == names)
        #expect(names.sorted() == names)
        for name in names {
            let below = names.filter { $0.isAtOrBelow(name) }
            #expect(Array(NameIndex(names).names(atOrBelow: name)) == below)
        }
        #expect(Array(NameIndex(names).names(atOrBelow: .root)) == names)
        #expect(Array(NameIndex([]).names(atOrBelow: .root)) == [])
    }
}
