import Testing

@testable import Core

@Suite("The chain of trust through whole rolls")
struct ChainOfTrustTests {
    private static let year: Int64 = 365 * 86_400

    @Test(
        "Whatever caches hold, a chain of trust exists at every instant, from enabling to switching off",
        arguments: UInt64(0)..<16)
    func chainHolds(seed: UInt64) throws {
        var zone = try SimulatedZone(seed: seed, startsWithCSK: seed % 4 == 0)
        zone.run(until: Self.year)
        #expect(zone.history.firstBreak() == nil)
        #expect(zone.keys.state == .disabled)
        #expect(zone.keys.rows.isEmpty)
        #expect(zone.powerDNS.listed.allSatisfy { !$0.served.isPublished && !$0.served.isActive })
    }

    @Test("Rolls come to their end in spite of crashes and silences", arguments: UInt64(0)..<24)
    func rollsEnd(seed: UInt64) throws {
        var zone = try SimulatedZone(seed: seed, startsWithCSK: seed % 4 == 0)
        zone.run(until: Self.year)
        #expect(zone.rolled[.zoneSigning, default: 0] >= 3)
        #expect(zone.rolled[.keySigning, default: 0] >= 1)
        #expect(zone.holds.isSubset(of: [.parentSilent, .parentLacksWanted, .switchingOff]))
    }

    @Test("The simulation notices each wait that is left out", arguments: SimulatedZone.Fault.allCases)
    func faultsAreNoticed(fault: SimulatedZone.Fault) throws {
        let breaks = try (0..<30).compactMap { seed in
            var zone = try SimulatedZone(seed: UInt64(seed), fault: fault)
            zone.run(until: Self.year / 2)
            return zone.history.firstBreak()
        }
        #expect(!breaks.isEmpty)
    }
}
