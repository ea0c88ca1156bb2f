/// Where a zone stands with DNSSEC (`domain.md` 5; raw values as the API says them).
///
/// ```
/// disabled     -enable->     pending_ds
/// pending_ds   -confirm->    active
/// active       -rotate ZSK-> rotating_zsk -(rolled, by itself)-> active
/// active       -rotate KSK-> rotating_ksk -confirm-> active
/// any          -disable->    disabled
/// ```
public enum DNSSECState: String, Hashable, Sendable, CaseIterable {
    case disabled
    /// Signed; the DS is not known to be at the parent.
    case pendingDS = "pending_ds"
    case active
    case rotatingKSK = "rotating_ksk"
    case rotatingZSK = "rotating_zsk"

    /// What befalls a zone.
    public enum Event: Hashable, Sendable {
        /// Somebody switches signing on; `zoneIsActive` is the zone's own status.
        case enable(zoneIsActive: Bool)
        /// The wanted DS was seen at the parent, or a caller says so and the DS were checked to be ours.
        case confirm
        /// A roll begins, by a caller or by itself; `keysAreSettled` when no key is on its way in or out.
        case rotate(SigningKeyUse, keysAreSettled: Bool)
        /// The old ZSK is gone.
        case zskRolled
        /// Somebody switches signing off; `force` accepts that validators may see the zone as bogus.
        case disable(DSListing, force: Bool)
    }

    /// The state after `event`.
    ///
    /// - Throws: ``DNSSECRefusal``
    public func after(_ event: Event) throws(DNSSECRefusal) -> DNSSECState {
        switch (self, event) {
        case (.disabled, .enable(let zoneIsActive)):
            guard zoneIsActive else { throw .zoneNotActive }
            return .pendingDS
        case (_, .enable): throw .alreadySigned

        case (.pendingDS, .confirm), (.rotatingKSK, .confirm): return .active
        case (_, .confirm): throw .nothingToConfirm

        case (.disabled, .rotate): throw .notSigned
        case (.active, .rotate(let use, keysAreSettled: true)): return use == .zoneSigning ? .rotatingZSK : .rotatingKSK
        // Also while a key of the last roll is still on its way in or out.
        case (_, .rotate): throw .rolloverInProgress

        case (.rotatingZSK, .zskRolled): return .active
        case (_, .zskRolled): throw .noZSKRolling

        case (.disabled, .disable), (_, .disable(_, force: true)), (_, .disable(.gone, _)): return .disabled
        // No DS was ever seen or confirmed and the parent cannot be asked (a name that nobody delegates): nothing is known
        // that would break.
        case (.pendingDS, .disable(.unknown, _)): return .disabled
        case (_, .disable(.mayBeCached(let until), _)): throw .dsStillPublished(cachedUntil: until)
        case (_, .disable(.listed, _)), (_, .disable(.unknown, _)): throw .dsStillPublished(cachedUntil: nil)
        }
    }
}

/// What a signing key is for.
public enum SigningKeyUse: String, Hashable, Sendable, CaseIterable {
    /// Signs the DNSKEY set; the parent's DS points at it.
    case keySigning = "ksk"
    /// Signs everything else.
    case zoneSigning = "zsk"
}

/// Why an event cannot befall a zone in its state.
public enum DNSSECRefusal: Error, Hashable, Sendable {
    case alreadySigned
    case notSigned
    case zoneNotActive
    case rolloverInProgress
    case nothingToConfirm
    /// The worker's own event came where no ZSK rolls.
    case noZSKRolling
    /// The parent lists a DS (nil), or caches may hold one until then.
    case dsStillPublished(cachedUntil: Timestamp?)

    /// One sentence for people.
    public var message: String {
        switch self {
        case .alreadySigned: "The zone is signed already."
        case .notSigned: "The zone is not signed."
        case .zoneNotActive: "Only an active zone can be signed."
        case .rolloverInProgress: "A signing key is on its way in or out: wait until the rollover has ended."
        case .nothingToConfirm: "The zone does not wait for a DS."
        case .noZSKRolling: "No ZSK of the zone is being rolled."
        case .dsStillPublished(nil):
            "The parent lists a DS of the zone, or cannot be asked: have it removed first, or the zone becomes bogus."
        case .dsStillPublished(let until?):
            "The parent's DS is gone, but caches may hold it until \(until): switch off after that."
        }
    }
}
