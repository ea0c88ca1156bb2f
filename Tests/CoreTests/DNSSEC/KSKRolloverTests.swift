import Testing

@testable import Core

@Suite("Rolling a KSK, and a zone's first keys")
struct KSKRolloverTests {
    private static let day: Int64 = 86_400

    /// A zone that rolls its KSK, with the new one published and signing.
    private static func rolling() -> RolledZone {
        var zone = RolledZone.signed(.rotatingKSK)
        zone.step()
        zone.step()
        return zone
    }

    @Test("The first keys are made, and put to use at once, the ZSK first")
    func firstKeys() {
        var zone = RolledZone()
        let actions = (0..<4).map { _ in
            let action = zone.nextAction
            zone.step()
            return action
        }
        #expect(
            actions == [.make(.ksk, .ecdsaP256), .make(.zsk, .ecdsaP256), .activate(id: 2), .activate(id: 1)]
        )
        #expect(zone.next == .lookAtParent)
    }

    @Test("The first DS waits until no cache holds the zone unsigned")
    func firstSubmission() {
        var zone = RolledZone()
        for _ in 0..<4 { zone.step() }
        #expect(zone.keys.dsSubmitAt == Timestamp(seconds: 86_400 + 3600))
        #expect(zone.keys.delegation(at: Timestamp(seconds: 86_400 + 3599)) == [])
        #expect(zone.keys.delegation(at: Timestamp(seconds: 86_400 + 3600)) == [1])
    }

    @Test("A DS that is seen confirms the first KSK", arguments: [DSAtParent.ok, .extra])
    func confirmed(finding: DSAtParent) {
        var zone = RolledZone()
        for _ in 0..<4 { zone.step() }
        zone.see(finding)
        #expect(zone.next == .record(KeyRecord(rows: zone.keys.rows, event: .confirm)))
    }

    @Test("It begins by itself seven days before the end, while the parent lists the present DS")
    func begins() {
        var zone = RolledZone.signed()
        zone.policy = RolloverPolicy(zskLifetime: 3650 * Self.day)
        zone.pass(358 * Self.day - 1)
        zone.see(.ok)
        #expect(zone.next == .wait(until: Timestamp(seconds: 358 * Self.day)))
        zone.pass(1)
        #expect(
            zone.next == .record(KeyRecord(rows: zone.keys.rows, event: .rotate(.keySigning, keysAreSettled: true)))
        )
        zone.pass(3600)
        #expect(zone.next == .lookAtParent)
    }

    @Test(
        "It does not begin on doubt",
        arguments: [
            (DSAtParent.unknown, HoldReason.parentSilent), (.missing, .parentLacksWanted), (.mismatch, .parentMismatch),
        ])
    func doubts(finding: DSAtParent, reason: HoldReason) {
        var zone = RolledZone.signed()
        zone.policy = RolloverPolicy(zskLifetime: 3650 * Self.day)
        zone.pass(360 * Self.day)
        zone.see(finding)
        #expect(zone.next == .hold(reason))
    }

    @Test("A KSK that cannot begin does not keep the ZSK back, and the one that is due first goes first")
    func order() {
        var zone = RolledZone.signed()
        zone.pass(360 * Self.day)
        zone.see(.ok)
        #expect(
            zone.next == .record(KeyRecord(rows: zone.keys.rows, event: .rotate(.zoneSigning, keysAreSettled: true)))
        )
        zone.policy = RolloverPolicy(kskLifetime: 20 * Self.day)
        #expect(
            zone.next == .record(KeyRecord(rows: zone.keys.rows, event: .rotate(.keySigning, keysAreSettled: true)))
        )
        zone.see(.unknown)
        #expect(
            zone.next == .record(KeyRecord(rows: zone.keys.rows, event: .rotate(.zoneSigning, keysAreSettled: true)))
        )
    }

    @Test("Both KSKs sign from the start, and the new DS may be submitted after DNSKEY TTL and delay")
    func doubleSignature() {
        let zone = Self.rolling()
        #expect(zone.powerDNS.keySetSigners == [1, 3])
        #expect(zone.keys.wanted?.id == 3)
        #expect(zone.keys.delegation(at: Timestamp(seconds: 7200 + 3599)) == [1])
        #expect(zone.keys.delegation(at: Timestamp(seconds: 7200 + 3600)) == [3])
    }

    @Test("What was seen of the old key's DS says nothing about the new one's")
    func otherKey() {
        var zone = RolledZone.signed()
        zone.see(.ok)
        zone.keys.state = .rotatingKSK
        zone.step()
        zone.step()
        #expect(zone.keys.watch.hasFound(1))
        #expect(zone.next == .lookAtParent)
    }

    @Test("It waits for its DS without limit, looking every hour")
    func waits() {
        var zone = Self.rolling()
        zone.pass(400 * Self.day)
        #expect(zone.next == .lookAtParent)
        zone.see(.missing)
        #expect(zone.next == .wait(until: zone.now.adding(seconds: 3600)))
    }

    @Test("The old one is removed after the parent's DS TTL and delay, counted from when the new DS was seen")
    func timeline() {
        var zone = Self.rolling()
        zone.pass(20 * Self.day)
        zone.see(.ok)
        zone.step()
        #expect(zone.keys.state == .active)
        #expect(zone.stage(1) == .retired)
        #expect(zone.powerDNS.keySetSigners == [1, 3])
        let due = zone.now.adding(seconds: RolledZone.dsTTL + 3600)
        #expect(zone.next == .wait(until: due))
        #expect(zone.keys.rows.first { $0.id == 1 }.flatMap { zone.policy.removalDue(of: $0, in: zone.keys) } == due)
        zone.pass(RolledZone.dsTTL + 3600)
        // The last look is too old to act on.
        #expect(zone.next == .lookAtParent)
        zone.see(.ok)
        #expect(zone.nextAction == .remove(id: 1))
        zone.step()
        #expect(zone.keys.areSettled)
        #expect(zone.powerDNS.published == [2, 3])
    }

    @Test("With both DS at the parent it is confirmed once every cache has the new key, and the old one goes likewise")
    func extra() {
        var zone = Self.rolling()
        zone.see(.extra)
        #expect(zone.next == .wait(until: Timestamp(seconds: 7200 + 3600)))
        zone.pass(7200 + 3600)
        zone.see(.extra)
        zone.step()
        #expect(zone.keys.state == .active)
        zone.pass(RolledZone.dsTTL)
        zone.see(.extra)
        #expect(zone.nextAction == .remove(id: 1))
    }

    @Test("A caller's confirmation moves the state; the old key waits until the parent was seen all the same")
    func callerConfirms() throws {
        var zone = Self.rolling()
        zone.keys.state = try zone.keys.state.after(.confirm)
        zone.pass(90 * Self.day)
        zone.see(.missing)
        #expect(zone.next == .wait(until: zone.now.adding(seconds: 3600)))
        zone.see(.ok)
        zone.step()
        #expect(zone.keys.state == .active)
        #expect(zone.stage(1) == .retired)
    }

    @Test(
        "The old key stays when the parent loses the new DS, is silent, or lists a stranger's",
        arguments: [
            (DSAtParent.missing, HoldReason.parentLacksWanted), (.unknown, .parentSilent), (.mismatch, .parentMismatch),
        ])
    func holds(finding: DSAtParent, reason: HoldReason) {
        var zone = Self.rolling()
        zone.see(.ok)
        zone.step()
        zone.pass(10 * Self.day)
        zone.see(finding)
        #expect(zone.next == .hold(reason))
    }

    @Test(
        "A removal that a crash kept from being made is thought over before it is made after all",
        arguments: [
            (DSAtParent.ok, nil), (.missing, HoldReason.parentLacksWanted), (.unknown, .parentSilent),
        ])
    func thoughtOver(finding: DSAtParent, reason: HoldReason?) {
        var zone = Self.rolling()
        zone.see(.ok)
        zone.step()
        zone.pass(10 * Self.day)
        zone.see(.ok)
        guard case .commit(let intent) = zone.next else {
            Issue.record("nothing to commit")
            return
        }
        zone.keys = zone.keys.committing(intent)
        zone.pass(7 * Self.day)
        #expect(zone.next == .lookAtParent)
        zone.see(finding)
        #expect(zone.next == reason.map { .hold($0) } ?? .commit(intent.repeated(at: zone.now)))
    }

    @Test("A look of some minutes ago is not enough to remove a key")
    func looksBeforeRemoval() {
        var zone = Self.rolling()
        zone.see(.ok)
        zone.step()
        zone.pass(10 * Self.day)
        zone.see(.ok)
        zone.pass(300)
        #expect(zone.next == .lookAtParent)
    }

    @Test("A new key has the algorithm of those in use, whatever first keys are made of now")
    func algorithm() {
        var zone = RolledZone.signed(.rotatingKSK)
        zone.keys.algorithm = .ed25519
        #expect(zone.nextAction == .make(.ksk, .ecdsaP256))
        zone.keys.state = .rotatingZSK
        #expect(zone.nextAction == .make(.zsk, .ecdsaP256))
    }

    @Test("A DS that was lost and comes again is waited for anew")
    func lostAndFound() {
        var zone = Self.rolling()
        zone.see(.ok)
        zone.step()
        zone.pass(10 * Self.day)
        zone.see(.missing)
        zone.pass(3600)
        zone.see(.ok)
        #expect(zone.next == .wait(until: zone.now.adding(seconds: RolledZone.dsTTL + 3600)))
    }
}

@Suite("A CSK")
struct CombinedKeyTests {
    @Test("It is kept as it is until a roll is due")
    func kept() throws {
        let zone = try RolledZone.withCSK()
        #expect(zone.keys.rows.map(\.role) == [.csk])
        #expect(zone.next == .wait(until: Timestamp(seconds: 23 * 86_400)))
    }

    @Test(
        "Either roll splits it: a ZSK is published first and takes over the data",
        arguments: [
            DNSSECState.rotatingZSK, .rotatingKSK,
        ])
    func split(state: DNSSECState) throws {
        var zone = try RolledZone.withCSK()
        zone.keys.state = state
        #expect(zone.nextAction == .make(.zsk, .ecdsaP256))
        zone.step()
        #expect(zone.nextAction == .publish(id: 2))
        zone.step()
        #expect(zone.next == .wait(until: Timestamp(seconds: 7200 + 3600)))
        zone.pass(7200 + 3600)
        zone.step()
        #expect(zone.keys.rows.map(\.role) == [.ksk, .zsk])
        #expect(zone.powerDNS.recordSigners == [2])
        #expect(zone.powerDNS.published == [1, 2])
        #expect(zone.keys.state == (state == .rotatingZSK ? .active : .rotatingKSK))
        #expect(zone.nextAction == (state == .rotatingZSK ? nil : .make(.ksk, .ecdsaP256)))
    }

    @Test("As a KSK it stays until its last signature over data has left the caches")
    func signaturesLast() throws {
        var zone = try RolledZone.withCSK()
        zone.keys.ttls = ZoneTTLs(dnskey: 60, longest: 604_800)
        zone.keys.state = .rotatingKSK
        zone.step()
        zone.step()
        zone.pass(3660)
        zone.step()
        let split = zone.now
        zone.step()
        zone.step()
        zone.pass(3660)
        zone.see(.ok)
        zone.step()
        #expect(zone.stage(1) == .retired)
        #expect(zone.next == .wait(until: split.adding(seconds: 604_800 + 3600)))
    }
}
