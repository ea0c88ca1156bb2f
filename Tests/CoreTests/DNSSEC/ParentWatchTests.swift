import Testing

@testable import Core

@Suite("Watching the parent")
struct ParentWatchTests {
    private static let signer = DelegationSigner(keyTag: 1, algorithm: .ed25519, digestType: .sha256, digest: [1])

    /// Looks at seconds, each with its finding and TTL; nil: the parent lists nothing.
    private static func watch(_ looks: [(Int64, DSAtParent, ttl: Int64?)], wanted: Int64 = 1) -> ParentWatch {
        looks.reduce(ParentWatch()) { watch, look in
            let answer =
                look.1 == .unknown
                ? ParentAnswer.silent : .listed(look.ttl == nil ? [] : [signer], ttl: look.ttl ?? 300)
            return watch.noting(answer, finding: look.1, wanted: wanted, at: Timestamp(seconds: look.0))
        }
    }

    @Test(
        "Sets without the wanted key are gone when the longest-lived one that may have been cached is",
        arguments: [
            // Seen at once: whatever was cached before has at most this TTL.
            ([(100, .ok, 600)], 700),
            // The set before had a longer TTL, and may have been fetched until just now.
            ([(0, .missing, 5000), (100, .ok, 600)], 5100),
            // One before that had a longer TTL still, and a server that is behind may have handed it out since.
            ([(0, .missing, 90_000), (50, .missing, 60), (100, .ok, 60)], 90_100),
            // Silence changes nothing.
            ([(100, .ok, 600), (200, .unknown, nil), (300, .ok, 600)], 700),
            // Lost and found again.
            ([(100, .ok, 600), (200, .missing, 600), (300, .extra, 600)], 900),
            // Later looks with a longer TTL do not matter: those sets have the key.
            ([(100, .ok, 600), (200, .ok, 90_000)], 700),
            ([(100, .missing, 600)], nil), ([(100, .ok, 600), (200, .mismatch, 600)], nil),
            ([(100, .unknown, nil)], nil),
        ] as [([(Int64, DSAtParent, Int64?)], Int64?)])
    func othersGone(looks: [(Int64, DSAtParent, Int64?)], seconds: Int64?) {
        #expect(Self.watch(looks.map { ($0.0, $0.1, ttl: $0.2) }).othersGoneAt?.seconds == seconds)
    }

    @Test("Another wanted key begins anew, and what caches hold of the old one counts")
    func otherKey() {
        let old = Self.watch([(0, .ok, 50_000)])
        let next = old.noting(
            .listed([Self.signer], ttl: 60),
            finding: .ok,
            wanted: 2,
            at: Timestamp(seconds: 10)
        )
        #expect(next.othersGoneAt?.seconds == 50_010)
        #expect(!old.hasFound(2))
        #expect(next.hasFound(2))
        #expect(!next.isFresh(for: 1, within: 3600, at: Timestamp(seconds: 10)))
    }

    @Test(
        "A look is fresh for its time, and not before it was made",
        arguments: [
            (Int64(99), false), (100, true), (3699, true), (3700, false),
        ])
    func fresh(seconds: Int64, isFresh: Bool) {
        let watch = Self.watch([(100, .ok, 600)])
        #expect(watch.isFresh(for: 1, within: 3600, at: Timestamp(seconds: seconds)) == isFresh)
    }

    @Test(
        "Switching off learns whether a DS may still be found",
        arguments: [
            ([], .unknown), ([(100, .unknown, nil)], .unknown), ([(100, .ok, 600)], .listed),
            ([(100, .ok, 600), (200, .unknown, nil)], .listed),
            ([(100, .ok, 600), (200, .missing, nil)], .mayBeCached(until: Timestamp(seconds: 200 + 600 + 60))),
            ([(100, .ok, 600), (200, .missing, nil), (300, .unknown, nil)], .unknown),
            ([(-5000, .ok, 600), (-4000, .missing, nil), (300, .missing, nil)], .gone), ([(300, .missing, nil)], .gone),
        ] as [([(Int64, DSAtParent, Int64?)], DSListing)])
    func listing(looks: [(Int64, DSAtParent, Int64?)], listing: DSListing) {
        let watch = Self.watch(looks.map { ($0.0, $0.1, ttl: $0.2) })
        #expect(watch.listing(at: Timestamp(seconds: 400), delay: 60) == listing)
    }

    @Test("A finding's age counts from the answer that first had it, and a silence in between does not make it younger")
    func age() {
        let watch = Self.watch([(100, .ok, 600), (200, .extra, 600), (300, .unknown, nil), (400, .extra, 600)])
        #expect(watch.answeredSince == Timestamp(seconds: 200))
        #expect(watch.answered == .extra)
    }

    @Test("A finding for another key is none")
    func findingForKey() {
        let watch = Self.watch([(100, .ok, 600)])
        #expect(watch.finding(for: 1) == .ok)
        #expect(watch.finding(for: 2) == .unknown)
        #expect(watch.finding(for: nil) == .unknown)
    }

    @Test("What is kept in the database is the whole watch, and any TTL is taken")
    func restoring() {
        let watch = Self.watch([(0, .missing, .max), (100, .ok, .min), (200, .unknown, nil)])
        #expect(ParentWatch(restoring: watch.parts) == watch)
        #expect(watch.othersGoneAt == Timestamp(seconds: 100 + 2_147_483_647))
    }
}

@Suite("What is waited for at the parent")
struct ParentWaitTests {
    @Test("A new zone: submitted when no cache holds it unsigned, seen, then nothing")
    func enabling() {
        var zone = RolledZone()
        for _ in 0..<4 { zone.step() }
        #expect(zone.keys.parentWait(at: zone.now) == nil)
        zone.pass(86_400 + 3600)
        #expect(zone.keys.parentWait(at: zone.now) == .dsSubmit)
        zone.see(.ok)
        #expect(zone.keys.parentWait(at: zone.now) == .dsSeen)
        zone.step()
        #expect(zone.keys.parentWait(at: zone.now) == nil)
    }

    @Test("A KSK's roll: submitted when every cache has the key, the old DS retracted, then gone from caches")
    func rolling() {
        var zone = RolledZone.signed(.rotatingKSK)
        zone.step()
        zone.step()
        #expect(zone.keys.parentWait(at: zone.now) == nil)
        zone.pass(7200 + 3600)
        #expect(zone.keys.parentWait(at: zone.now) == .dsSubmit)
        zone.see(.extra)
        #expect(zone.keys.parentWait(at: zone.now) == .dsSeen)
        zone.step()
        #expect(zone.keys.parentWait(at: zone.now) == .dsRetract)
        zone.see(.ok)
        #expect(zone.keys.parentWait(at: zone.now) == .dsGone)
    }

    @Test("Switching off: every DS is retracted, then gone from caches, and a parent that is served here lists none")
    func switchingOff() {
        var zone = RolledZone.signed()
        zone.keys.doubts = [.switchingOff]
        #expect(zone.keys.parentWait(at: zone.now) == .dsRetract)
        #expect(zone.keys.delegation(at: Timestamp(seconds: 1_000_000)) == [])
        zone.keys.watch = zone.keys.watch.noting(.listed([], ttl: 60), finding: .missing, wanted: 1, at: zone.now)
        #expect(zone.keys.parentWait(at: zone.now) == .dsGone)
        zone.keys.state = .disabled
        #expect(zone.keys.parentWait(at: zone.now) == nil)
    }
}
