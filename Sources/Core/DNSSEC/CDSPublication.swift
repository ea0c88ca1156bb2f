/// What stands at the apex for registries that scan (RFC 7344, RFC 8078): PowerDNS lists every published KSK there by itself,
/// or the delete form stands in the zone.
public enum CDSPublication: String, Hashable, Sendable, CaseIterable {
    case none
    case keys
    case delete

    /// What is to be published next, where this is published now.
    ///
    /// From enabling, and from each KSK roll, until the parent's set equals the wanted one; the delete form while
    /// `isSwitchingOff` (somebody has asked to disable while the parent lists a DS) and until signing ends. `isWanted` is
    /// the zone's setting `cds`: off, nothing stands there, and a delete form is taken back.
    ///
    /// `finding` is the one for the key that is wanted now (``ParentWatch/finding(for:)``): when a roll begins, the last look
    /// was made for another.
    ///
    /// While a KSK rolls both keys are listed. A parent that obeys at once has then both DS, which is safe at any moment:
    /// whatever DNSKEY set a cache holds, it has one of the two.
    public func next(
        in state: DNSSECState,
        finding: DSAtParent,
        isWanted: Bool,
        isSwitchingOff: Bool
    ) -> CDSPublication {
        // The records have to be signed to count (RFC 7344 4.1).
        guard isWanted, state != .disabled else { return .none }
        if isSwitchingOff { return .delete }
        switch state {
        case .pendingDS, .rotatingKSK: return finding == .ok ? .none : .keys
        // After a confirmation the set may still hold the old DS: it goes on until that is gone, but does not begin anew.
        case .active, .rotatingZSK: return self == .keys && finding != .ok ? .keys : .none
        case .disabled: return .none
        }
    }
}
