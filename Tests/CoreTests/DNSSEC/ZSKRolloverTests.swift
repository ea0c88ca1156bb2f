import Testing

@testable import Core

@Suite("Rolling a ZSK")
struct ZSKRolloverTests {
    private static let day: Int64 = 86_400

    @Test("It begins by itself seven days before the end of its life, and not a second sooner")
    func begins() {
        var zone = RolledZone.signed()
        #expect(zone.next == .wait(until: Timestamp(seconds: 23 * Self.day)))
        zone.pass(23 * Self.day - 1)
        #expect(zone.next == .wait(until: Timestamp(seconds: 23 * Self.day)))
        zone.pass(1)
        #expect(
            zone.next
                == .record(KeyRecord(rows: zone.keys.rows, event: .rotate(.zoneSigning, keysAreSettled: true)))
        )
    }

    @Test("Each wait is kept to the second: DNSKEY TTL and delay, then longest TTL and delay")
    func timeline() {
        var zone = RolledZone.signed(.rotatingZSK)
        #expect(zone.nextAction == .make(.zsk, .ecdsaP256))
        zone.step()
        #expect(zone.nextAction == .publish(id: 3))
        zone.step()
        #expect(zone.stage(3) == .published)
        #expect(zone.powerDNS.recordSigners == [2])
        #expect(zone.next == .wait(until: Timestamp(seconds: 7200 + 3600)))
        zone.pass(7200 + 3599)
        #expect(zone.next == .wait(until: Timestamp(seconds: 7200 + 3600)))
        zone.pass(1)
        #expect(zone.nextAction == .activate(id: 3))
        zone.step()
        #expect(zone.nextAction == .retire(id: 2))
        zone.step()
        #expect(zone.powerDNS.recordSigners == [3])
        #expect(zone.powerDNS.published == [1, 2, 3])
        #expect(zone.next == .wait(until: zone.now.adding(seconds: 86_400 + 3600)))
        zone.pass(86_400 + 3600)
        #expect(zone.nextAction == .remove(id: 2))
        zone.step()
        #expect(zone.keys.state == .active)
        #expect(zone.powerDNS.published == [1, 3])
        #expect(zone.keys.areSettled)
    }

    @Test("A worker that was down for a week does one step after the other, each with its whole wait")
    func catchesUp() {
        var zone = RolledZone.signed(.rotatingZSK)
        zone.step()
        zone.step()
        zone.pass(7 * Self.day)
        zone.step()
        zone.step()
        let retired = zone.now
        #expect(zone.next == .wait(until: retired.adding(seconds: 86_400 + 3600)))
        zone.pass(7 * Self.day)
        #expect(zone.nextAction == .remove(id: 2))
    }

    @Test("A wait counts from when the call's effect was seen, not from when it was meant")
    func countsFromSight() {
        var zone = RolledZone.signed(.rotatingZSK)
        zone.step()
        guard case .commit(let intent) = zone.next else {
            Issue.record("nothing to commit")
            return
        }
        zone.keys = zone.keys.committing(intent)
        zone.powerDNS.perform(intent.action)
        zone.pass(7 * Self.day)
        zone.step()
        #expect(zone.next == .wait(until: zone.now.adding(seconds: 7200 + 3600)))
    }

    @Test(
        "A silent parent does not keep a ZSK back, a mismatch keeps its roll from beginning",
        arguments: [
            (DSAtParent.unknown, true), (.missing, true), (.extra, true), (.mismatch, false),
        ])
    func parent(finding: DSAtParent, begins: Bool) {
        var zone = RolledZone.signed()
        zone.pass(24 * Self.day)
        zone.see(finding)
        let begin = RolloverStep.record(
            KeyRecord(rows: zone.keys.rows, event: .rotate(.zoneSigning, keysAreSettled: true))
        )
        #expect(zone.next == (begins ? begin : .hold(.parentMismatch)))
    }

    @Test(
        "A life shorter than twice the overlap is rolled at its half",
        arguments: [
            (Int64(30), Int64(7), Int64(23)), (14, 7, 7), (10, 7, 5), (7, 7, 3), (1, 7, 0), (0, 7, 0), (365, 0, 365),
        ])
    func shortLives(life: Int64, overlap: Int64, rollsAfter: Int64) {
        let policy = RolloverPolicy(zskLifetime: life * Self.day, overlap: overlap * Self.day)
        let key = SigningKey(
            id: 1,
            role: .zsk,
            algorithm: .ed25519,
            stage: .active,
            createdAt: Timestamp(seconds: 0)
        )
        #expect(policy.rollAt(key, as: .zoneSigning).seconds / Self.day == rollsAfter)
        #expect(policy.expiry(of: key).seconds == life * Self.day)
    }
}
