import Testing

@testable import Core

@Suite("Adopting signed zones")
struct AdoptingTests {
    private static func key(
        _ id: Int64,
        _ isSecureEntryPoint: Bool,
        _ served: SigningKey.Served = SigningKey.Served(isPublished: true, isActive: true),
        algorithm: DNSSECAlgorithm = .ecdsaP256
    ) -> ListedKey {
        ListedKey(id: id, isSecureEntryPoint: isSecureEntryPoint, algorithm: algorithm, served: served)
    }

    private static let idle = SigningKey.Served(isPublished: false, isActive: false)
    private static let silent = SigningKey.Served(isPublished: true, isActive: false)

    private static func adopt(_ keys: [ListedKey], isDelegated: Bool = true) throws(HoldReason) -> ZoneKeys {
        try ZoneKeys.adopting(
            keys,
            isDelegated: isDelegated,
            ttls: RolledZone.ttls,
            delay: 3600,
            at: Timestamp(seconds: 0)
        )
    }

    @Test(
        "A CSK stays one, KSK and ZSK are what they are, idle keys are left alone",
        arguments: [
            ([key(1, true)], [.csk]), ([key(1, true), key(2, false)], [.ksk, .zsk]),
            ([key(2, false), key(9, true)], [.zsk, .ksk]), ([key(1, true), key(5, false, idle)], [.csk]),
        ] as [([ListedKey], [SigningKey.Role])])
    func adopts(keys: [ListedKey], roles: [SigningKey.Role]) throws {
        let adopted = try Self.adopt(keys)
        #expect(adopted.rows.map(\.role) == roles)
        #expect(adopted.state == .active)
        #expect(adopted.rows.allSatisfy { $0.readyAt == Timestamp(seconds: 86_400 + 3600) })
        #expect(RolledZone.policy.nextStep(for: adopted, at: Timestamp(seconds: 0)) != .hold(.unfamiliarKeys))
    }

    @Test("Without a DS at the parent the zone waits for one")
    func undelegated() throws {
        #expect(try Self.adopt([Self.key(1, true)], isDelegated: false).state == .pendingDS)
    }

    @Test(
        "Keys that cannot be rolled here are refused",
        arguments: [
            ([], .unfamiliarKeys), ([key(1, false)], .unfamiliarKeys), ([key(1, true), key(2, true)], .unfamiliarKeys),
            ([key(1, true), key(2, false), key(3, false)], .unfamiliarKeys),
            ([key(1, true), key(2, false, silent)], .unfamiliarKeys), ([key(1, true, idle)], .unfamiliarKeys),
            ([key(1, true), key(2, false, algorithm: .ed25519)], .severalAlgorithms),
        ] as [([ListedKey], HoldReason)])
    func refuses(keys: [ListedKey], reason: HoldReason) {
        #expect(throws: reason) { try Self.adopt(keys) }
    }
}

@Suite("CDS and CDNSKEY at the apex")
struct CDSPublicationTests {
    private static func zone(_ state: DNSSECState, _ finding: DSAtParent) -> ZoneKeys {
        var zone = RolledZone.signed(state)
        zone.see(finding)
        return zone.keys
    }

    @Test("Keys are published from enabling and from each KSK roll until the parent's set equals the wanted one")
    func table() {
        for finding in DSAtParent.allCases {
            let unlessOK = finding == .ok ? CDSPublication.none : .keys
            for now in CDSPublication.allCases {
                let expected: [(DNSSECState, CDSPublication)] = [
                    (.disabled, .none), (.pendingDS, unlessOK), (.rotatingKSK, unlessOK),
                    (.active, now == .keys ? unlessOK : .none), (.rotatingZSK, now == .keys ? unlessOK : .none),
                ]
                for (state, publication) in expected {
                    let next = Self.zone(state, finding).publication(after: now, isWanted: true)
                    #expect(next == publication, "\(now) \(state) \(finding)")
                }
            }
        }
    }

    @Test("A new KSK is published there from the start, also when a caller has confirmed before the DS was seen")
    func confirmedEarly() {
        var zone = RolledZone.signed(.rotatingKSK)
        zone.step()
        zone.step()
        zone.keys.state = .active
        // The last look found the old key's DS, which says nothing about the new one's.
        #expect(zone.keys.watch.finding == .ok)
        #expect(zone.keys.publication(after: .none, isWanted: true) == .keys)
    }

    @Test("While switching off the delete form stands there as long as the zone is signed")
    func switchingOff() {
        for state in DNSSECState.allCases {
            var keys = Self.zone(state, .ok)
            keys.doubts = [.switchingOff]
            #expect(keys.publication(after: .keys, isWanted: true) == (state == .disabled ? .none : .delete))
        }
    }

    @Test("The setting turns everything off, and takes the delete form back")
    func unwanted() {
        for state in DNSSECState.allCases {
            var keys = Self.zone(state, .missing)
            keys.doubts = [.switchingOff]
            #expect(keys.publication(after: .delete, isWanted: false) == .none)
        }
    }
}
