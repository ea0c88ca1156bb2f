@testable import Core

/// A zone whose steps are carried out as they are planned, without crashes, by the hands of a test.
struct RolledZone {
    static let policy = RolloverPolicy(propagationDelay: 3600, callDeadline: 60)
    static let ttls = ZoneTTLs(dnskey: 7200, longest: 86_400)
    static let dsTTL: Int64 = 43_200

    var now = Timestamp(seconds: 0)
    var keys: ZoneKeys
    var powerDNS = SimulatedPowerDNS()
    var policy = RolledZone.policy

    /// A zone that is being signed, without keys.
    init(_ state: DNSSECState = .pendingDS) {
        keys = ZoneKeys(state: state, algorithm: .ecdsaP256, ttls: Self.ttls)
    }

    /// A zone with KSK 1 and ZSK 2, in `state`; the DS was seen at second 0.
    static func signed(_ state: DNSSECState = .active) -> RolledZone {
        var zone = RolledZone()
        while case .commit = zone.next { zone.step() }
        zone.see(.ok)
        zone.step()
        zone.keys.state = state
        return zone
    }

    /// A zone with CSK 1, adopted at second 0.
    static func withCSK() throws -> RolledZone {
        var zone = RolledZone(.active)
        _ = zone.powerDNS.add(isSecureEntryPoint: true, isActive: true)
        zone.keys = try ZoneKeys.adopting(
            zone.powerDNS.listed,
            isDelegated: true,
            ttls: ttls,
            delay: policy.propagationDelay,
            at: zone.now
        )
        zone.see(.ok)
        return zone
    }

    /// What is next.
    var next: RolloverStep {
        var keys = keys
        keys.listed = powerDNS.listed
        return policy.nextStep(for: keys, at: now)
    }

    /// The action that is to be committed next; nil when something else is.
    var nextAction: KeyIntent.Action? {
        guard case .commit(let intent) = next else { return nil }
        return intent.action
    }

    /// Carries out what is next, and writes its effect down where there is one.
    mutating func step() {
        switch next {
        case .commit(let intent):
            keys = keys.committing(intent)
            powerDNS.perform(intent.action)
            if case .record = next { step() }
        case .record(let record):
            keys.listed = powerDNS.listed
            keys = (try? keys.recording(record)) ?? keys
        case .wait, .hold, .lookAtParent: break
        }
    }

    /// A look at the parent, now.
    mutating func see(_ finding: DSAtParent) {
        let signer = DelegationSigner(keyTag: 1, algorithm: .ecdsaP256, digestType: .sha256, digest: [1])
        let answer = finding == .unknown ? ParentAnswer.silent : .listed([signer], ttl: Self.dsTTL)
        keys.watch = keys.watch.noting(answer, finding: finding, wanted: keys.wanted?.id, at: now)
    }

    mutating func pass(_ seconds: Int64) { now = now.adding(seconds: seconds) }

    func stage(_ id: Int64) -> SigningKey.Stage? { keys.rows.first { $0.id == id }?.stage }
}
