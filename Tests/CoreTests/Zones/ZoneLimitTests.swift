import Testing

@testable import Core

@Suite("Limits of zones, sets and changes")
struct ZoneLimitTests {
    let limits = ZoneLimits(recordsInZone: 6, recordsInSet: 3, octetsInSet: 60, recordsInChange: 5)

    static let zone = ["b 60 A 192.0.2.1", "b 60 A 192.0.2.2"]
    static let changes: [ChangeCase] = [
        ChangeCase(zone, ["+ b 60 A 192.0.2.3"]),
        ChangeCase(zone, ["+ b 60 A 192.0.2.3", "+ b 60 A 192.0.2.4"], [set(1)]),
        ChangeCase(zone, ["+ b 60 A 192.0.2.3", "+ ! b 60 A 192.0.2.4"], [set(1)]),
        ChangeCase(zone, ["+ b 60 A 192.0.2.3", "+ b 60 A 192.0.2.4", "- 3"]),
        ChangeCase(zone, ["+ c 60 A 192.0.2.3", "+ d 60 A 192.0.2.3"]),
        ChangeCase(
            zone, ["+ c 60 A 192.0.2.3", "+ d 60 A 192.0.2.3", "+ e 60 A 192.0.2.3", "+ f 60 A 192.0.2.3"],
            ["2 A zone can have at most 6 records."]
        ),
        ChangeCase(zone, ["+ c 60 A 192.0.2.3", "+ d 60 A 192.0.2.3", "+ e 60 A 192.0.2.3", "- 3"]),
        ChangeCase(
            zone, ["- 3", "- 4", "- 5", "- 6", "- 7", "- 8"], ["0 One change can touch at most 5 records."]
        ), ChangeCase(zone, [text("x", 59)]), ChangeCase(zone, [text("x", 60)], [octets(0)]),
        ChangeCase(zone, ["+ ! " + text("x", 60).dropFirst(2)]),
        ChangeCase(zone, [text("x", 23), text("y", 23)]),
        ChangeCase(zone, [text("x", 24), text("y", 23)], [octets(1)]),
    ]

    @Test("Over a limit is refused with its figure, at it is not", arguments: changes)
    func limit(sample: ChangeCase) throws {
        let zone = try ZoneSample(sample.zone)
        #expect(zone.conflicts(of: try zone.change(sample.change), limits: limits) == sample.conflicts)
    }

    private static func set(_ item: Int) -> String { "\(item) A record set can have at most 3 records." }

    private static func octets(_ item: Int) -> String {
        "\(item) A record set can have at most 60 octets on the wire, this one has 61."
    }

    private static func text(_ character: String, _ count: Int) -> String {
        "+ t 60 TXT \"" + String(repeating: character, count: count) + "\""
    }

    @Test("What is over a limit already may shrink and change")
    func standing() throws {
        let zone = try ZoneSample((1...8).map { "b 60 A 192.0.2.\($0)" })
        for change in [["- 3"], ["~ 3 60 192.0.2.99"], ["off 3"], ["- 3", "+ b 60 A 192.0.2.99"]] {
            #expect(zone.conflicts(of: try zone.change(change), limits: limits) == [], "\(change)")
        }
    }

    @Test("Records that are elsewhere count too")
    func elsewhere() throws {
        let apex = try DomainName("example.org")
        let record = try ZoneSample.record("b 60 A 192.0.2.1", id: 9)
        let full = ZoneState(apex: apex, records: [], recordCount: 6)
        #expect(full.recordCount == 6)
        #expect(throws: RecordRefusal.tooMany(.recordsInZone(6))) {
            try full.plan(for: .create(record), limits: limits)
        }
        let almost = ZoneState(apex: apex, records: [], recordCount: 5)
        #expect(try almost.plan(for: .create(record), limits: limits).created.count == 1)
    }

    @Test("A thousand records are added to a zone of nine thousand at once, and one more is too many")
    func large() throws {
        let apex = try DomainName("example.org")
        var limits = ZoneLimits.standard
        limits.recordsInZone = 10_000
        let records = try (0..<10_001).map { number in
            let name = try DomainName("h\(number).s\(number % 100).example.org")
            let content = RecordContent(stored: "192.0.2.1", type: .a)
            let time = Timestamp(seconds: 0)
            return StoredRecord(
                id: numbered(number), name: name, content: content, ttl: 60, createdAt: time, updatedAt: time)
        }
        let state = ZoneState(apex: apex, records: records[..<9000])
        let applied = try state.applying(ChangeSet(records[9000..<10_000].map { .create($0) }), limits: limits)
        #expect(applied.state.recordCount == 10_000)
        let below = try DomainName("s7.example.org")
        #expect(applied.state.records(atOrBelow: below).reduce(0) { sum, _ in sum + 1 } == 100)
        #expect(throws: RecordRefusal.tooMany(.recordsInZone(10_000))) {
            try applied.state.plan(for: .create(records[10_000]), limits: limits)
        }
    }
}
