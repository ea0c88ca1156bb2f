import Testing

@testable import Core

@Suite("Intents, and what PowerDNS lists after a crash")
struct KeyIntentTests {
    /// A zone that has committed to make a ZSK, at second 0; the call's outcome is not known.
    private static func making() -> RolledZone {
        var zone = RolledZone.signed(.rotatingZSK)
        // The keys of the enabling were made long ago.
        zone.keys.makings = []
        if case .commit(let intent) = zone.next { zone.keys = zone.keys.committing(intent) }
        return zone
    }

    @Test("The intent holds the ids that were listed before the call")
    func seen() {
        #expect(Self.making().keys.intent?.seen == [1, 2])
    }

    @Test("Nothing made: the call is repeated when it can no longer take effect, with the ids first seen")
    func repeated() {
        var zone = Self.making()
        #expect(zone.next == .wait(until: Timestamp(seconds: 60)))
        zone.pass(60)
        #expect(
            zone.next == .commit(KeyIntent(.make(.zsk, .ecdsaP256), at: Timestamp(seconds: 60), seen: [1, 2]))
        )
    }

    @Test("A clock that was set back repeats the call, and does not wait for good")
    func clockSetBack() {
        var zone = Self.making()
        zone.pass(-1000)
        #expect(
            zone.next == .commit(KeyIntent(.make(.zsk, .ecdsaP256), at: Timestamp(seconds: -1000), seen: [1, 2]))
        )
    }

    @Test("Made: the unknown key is adopted, however late that is found")
    func adopted() {
        var zone = Self.making()
        zone.powerDNS.perform(.make(.zsk, .ecdsaP256))
        zone.pass(700_000)
        zone.step()
        #expect(zone.stage(3) == .made)
        #expect(zone.keys.intent == nil)
        #expect(zone.nextAction == .publish(id: 3))
    }

    @Test("Made twice: one is adopted, the other deleted before anything else")
    func twin() {
        var zone = Self.making()
        zone.powerDNS.perform(.make(.zsk, .ecdsaP256))
        zone.powerDNS.perform(.make(.zsk, .ecdsaP256))
        zone.step()
        #expect(zone.stage(3) == .made)
        #expect(zone.nextAction == .remove(id: 4))
        zone.step()
        #expect(zone.nextAction == .publish(id: 3))
    }

    @Test(
        "A twin that comes late is deleted, too; one of another day or kind is left alone",
        arguments: [
            (Int64(100), false, true), (86_400, false, false), (100, true, false),
        ])
    func lateTwin(seconds: Int64, isSecureEntryPoint: Bool, isTwin: Bool) {
        var zone = Self.making()
        zone.powerDNS.perform(.make(.zsk, .ecdsaP256))
        zone.step()
        zone.pass(seconds)
        _ = zone.powerDNS.add(isSecureEntryPoint: isSecureEntryPoint, isActive: false)
        #expect(zone.nextAction == (isTwin ? .remove(id: 4) : .publish(id: 3)))
    }

    @Test("A key that is in use is not taken for the one that was to be made")
    func inUse() {
        var zone = Self.making()
        _ = zone.powerDNS.add(isSecureEntryPoint: false, isActive: true)
        #expect(zone.next == .hold(.unknownKey(id: 3)))
    }

    @Test(
        "A call to switch or delete is repeated when it had no effect, and not when it had", arguments: [false, true])
    func switching(hadEffect: Bool) {
        var zone = RolledZone.signed(.rotatingZSK)
        zone.step()
        guard case .commit(let intent) = zone.next else {
            Issue.record("nothing to commit")
            return
        }
        zone.keys = zone.keys.committing(intent)
        if hadEffect { zone.powerDNS.perform(intent.action) }
        zone.pass(60)
        if hadEffect {
            zone.step()
            #expect(zone.stage(3) == .published)
        } else {
            #expect(zone.next == .commit(intent.repeated(at: zone.now)))
        }
    }

    @Test("A record that was planned for another state is refused and changes nothing")
    func overtaken() {
        let zone = RolledZone.signed()
        #expect(throws: DNSSECRefusal.noZSKRolling) {
            try zone.keys.recording(KeyRecord(rows: [], event: .zskRolled))
        }
    }

    @Test("Switched off, every key of ours is removed, others stay, and an open call is awaited")
    func removal() {
        var zone = Self.making()
        zone.keys.state = .disabled
        #expect(zone.next == .wait(until: Timestamp(seconds: 60)))
        zone.powerDNS.perform(.make(.zsk, .ecdsaP256))
        _ = zone.powerDNS.add(isSecureEntryPoint: true, isActive: true)
        zone.step()
        for _ in 0..<3 { zone.step() }
        #expect(zone.powerDNS.listed.map(\.id) == [4])
        #expect(zone.keys.rows == [])
        #expect(zone.next == .wait(until: nil))
    }

    @Test("Switched off, a switch that was on its way is given up once it can no longer take effect")
    func overtakenSwitch() {
        var zone = RolledZone.signed(.rotatingZSK)
        zone.step()
        if case .commit(let intent) = zone.next { zone.keys = zone.keys.committing(intent) }
        zone.keys.state = .disabled
        #expect(zone.next == .wait(until: Timestamp(seconds: 60)))
        zone.pass(60)
        for _ in 0..<4 { zone.step() }
        #expect(zone.powerDNS.listed == [])
    }
}

@Suite("Doubts")
struct HoldReasonTests {
    @Test(
        "What the caller doubts goes before everything",
        arguments: [
            HoldReason.keyroller, .checkFailed("ns1.example.org does not serve the new key."), .switchingOff,
        ])
    func callers(reason: HoldReason) {
        var zone = RolledZone.signed(.rotatingZSK)
        zone.keys.doubts = [reason, .severalAlgorithms]
        #expect(zone.next == .hold(reason))
        #expect(reason.message.hasSuffix("."))
    }

    @Test(
        "A change that somebody else made in PowerDNS is told, and nothing moves",
        arguments: [
            (KeyIntent.Action.remove(id: 2), HoldReason.keyGone(id: 2)), (.retire(id: 2), .keyChanged(id: 2)),
            (.retire(id: 1), .keyChanged(id: 1)), (.remove(id: 1), .keyGone(id: 1)),
        ])
    func external(action: KeyIntent.Action, reason: HoldReason) {
        for state in [DNSSECState.pendingDS, .active, .rotatingKSK, .rotatingZSK] {
            var zone = RolledZone.signed(state)
            zone.powerDNS.perform(action)
            #expect(zone.next == .hold(reason))
        }
    }

    @Test("A key of another kind in the place of ours is a change")
    func replaced() {
        var zone = RolledZone.signed()
        zone.keys.rows[1] = SigningKey(
            id: 2,
            role: .ksk,
            algorithm: .ecdsaP256,
            stage: .active,
            createdAt: zone.now,
            readyAt: zone.now
        )
        #expect(zone.next == .hold(.keyChanged(id: 2)))
    }

    @Test("An unknown key in use holds, one that is neither published nor signing does not")
    func unknown() {
        var zone = RolledZone.signed()
        zone.pass(86_400)
        _ = zone.powerDNS.add(isSecureEntryPoint: false, isActive: false)
        #expect(zone.next == .wait(until: Timestamp(seconds: 23 * 86_400)))
        _ = zone.powerDNS.add(isSecureEntryPoint: false, isActive: true)
        #expect(zone.next == .hold(.unknownKey(id: 4)))
    }
}
