import Testing

@testable import Core

/// The rules restated on whole states, the slow and plain way, and held against what is taken and refused.
@Suite("Random changes of random zones")
struct RandomChangeTests {
    @Test("What is taken leaves no fault in the zone, and what is refused would", arguments: 0..<60)
    func judged(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed &* 977 &+ 5)
        let zone = try ZoneGenerator.zone(firstID: 1000, using: &generator)
        for round in 0..<20 {
            let change = try randomChange(of: zone, firstID: 9000 + round * 100, using: &generator)
            let wanted = WantedZone(change, of: zone)
            switch Result(catching: { () throws(ChangeConflicts) in try zone.applying(change) }) {
            case .success(let applied):
                #expect(wanted.faults(withStaleGlue: false) == [], "seed \(seed) round \(round): \(change.lines)")
                #expect(applied.state.records.map(\.id).sortedNumbers == wanted.records.map(\.id).sortedNumbers)
                let back = applied.plan.inverse.changeSet(by: .caller)
                // Taking a change back is always possible where the zone kept its rules before.
                #expect(try applied.state.applying(back).state == zone)
            case .failure(let error):
                #expect(wanted.faults(withStaleGlue: true) != [], "seed \(seed) round \(round): \(error.lines)")
                #expect(error.all.allSatisfy { change.items.indices.contains($0.item) })
                #expect(error.all.map(\.item) == error.all.map(\.item).sorted())
            }
        }
    }

    @Test("The order of the items changes neither what is taken nor, TTLs aside, what comes of it", arguments: 0..<30)
    func shuffled(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed &* 31 &+ 7)
        let zone = try ZoneGenerator.zone(firstID: 1000, using: &generator)
        var change = try randomChange(of: zone, firstID: 9000, using: &generator)
        // A refusal is a result, too.
        let straight = try? zone.applying(change)
        change.items.shuffle(using: &generator)
        let shuffled = try? zone.applying(change)
        #expect((straight == nil) == (shuffled == nil))
        #expect(straight?.state.records.map(\.line.withoutTTL) == shuffled?.state.records.map(\.line.withoutTTL))
    }

    /// Creations, deletions, and records that are enabled or disabled, each record at most once.
    private func randomChange(
        of zone: ZoneState,
        firstID: Int,
        using generator: inout SeededGenerator
    ) throws -> ChangeSet {
        var items: [ChangeSet.Item] = []
        for number in 0..<Int.random(in: 1...3, using: &generator) {
            let record = try ZoneSample.record(ZoneGenerator.line(using: &generator), id: firstID + number)
            if record.type != .ns || record.name != zone.apex { items.append(.create(record)) }
        }
        let ordinary = zone.records.filter {
            !$0.isSystem && !($0.type == .ns && $0.name == zone.apex) && $0.type != .soa
        }
        for record in ordinary.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator)) {
            if Bool.random(using: &generator) {
                items.append(.delete(record.id))
            } else {
                var switched = record
                switched.isDisabled.toggle()
                items.append(.update(switched))
            }
        }
        return ChangeSet(items.shuffled(using: &generator))
    }
}

/// The records that a change would leave, without any rule.
private struct WantedZone {
    let apex: DomainName
    let records: [StoredRecord]
    /// Addresses that stood below a delegation, or were named by one, before.
    let oldAddresses: Set<Identifier>

    init(_ change: ChangeSet, of zone: ZoneState) {
        apex = zone.apex
        var byID = Dictionary(zone.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        oldAddresses = Set(zone.records.filter { $0.type.isAddress && !$0.isDisabled }.map(\.id))
        for item in change.items {
            switch item {
            case .create(let record), .update(let record): byID[record.id] = record
            case .delete(let id): byID[id] = nil
            case .replace, .editSOA: break
            }
        }
        records = Array(byID.values)
    }

    /// The rules that are broken. Addresses below a delegation that no NS names any more are a fault only on demand.
    func faults(withStaleGlue: Bool) -> Set<String> {
        var faults: Set<String> = []
        let live = records.filter { !$0.isDisabled }
        for record in records where records.contains(where: { $0.id != record.id && $0.isDouble(of: record) }) {
            faults.insert("double")
        }
        for record in live {
            let sameName = live.filter { $0.name == record.name && $0.id != record.id }
            if record.type == .cname, !sameName.isEmpty || record.name == apex { faults.insert("alias") }
            if record.type == .dname, record.name == apex || sameName.contains(where: { $0.type == .dname }) {
                faults.insert("redirection")
            }
            if live.contains(where: { $0.type == .dname && record.name.isBelow($0.name) }) {
                faults.insert("below DNAME")
            }
            let isSigned = record.type == .ds
            if isSigned, record.name == apex || !sameName.contains(where: { $0.type == .ns }) { faults.insert("DS") }
            let cuts = live.filter { $0.type == .ns && $0.name != apex && record.name.isAtOrBelow($0.name) }.map(\.name)
            let isKept = cuts.allSatisfy { $0 == record.name } && (record.type == .ns || isSigned)
            let isGlue = live.contains { $0.type == .ns && $0.content.text == record.name.absoluteText }
            guard !cuts.isEmpty, !isKept, !(record.type.isAddress && isGlue) else { continue }
            let isStale = record.type.isAddress && oldAddresses.contains(record.id)
            if withStaleGlue || !isStale { faults.insert("below delegation") }
        }
        return faults
    }
}

extension StoredRecord {
    fileprivate func isDouble(of other: StoredRecord) -> Bool { key == other.key && content == other.content }
}

extension [Identifier] {
    fileprivate var sortedNumbers: [Int] { map(\.number).sorted() }
}

extension String {
    /// A record's line without its TTL, the number before its type.
    fileprivate var withoutTTL: String {
        split(separator: " ").filter { $0 != "60" && $0 != "300" }.joined(separator: " ")
    }
}
