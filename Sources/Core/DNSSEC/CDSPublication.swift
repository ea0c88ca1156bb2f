/// What stands at the apex for registries that scan (RFC 7344, RFC 8078): PowerDNS lists every published KSK there by itself,
/// or the delete form stands in the zone.
public enum CDSPublication: String, Hashable, Sendable, CaseIterable {
    case none
    case keys
    case delete
}

extension ZoneKeys {
    /// What is to be published at the apex next, where `now` is published.
    ///
    /// From enabling, and from each KSK roll, until the parent's set equals the wanted one; the delete form while DNSSEC is
    /// being switched off (a doubt of the caller) and until signing ends. `isWanted` is the zone's setting `cds`: off,
    /// nothing stands there, and a delete form is taken back.
    ///
    /// While a KSK rolls both keys are listed. A parent that obeys at once has then both DS, which is safe at any moment:
    /// whatever DNSKEY set a cache holds, it has one of the two.
    public func publication(after now: CDSPublication, isWanted: Bool) -> CDSPublication {
        // The records have to be signed to count (RFC 7344 4.1).
        guard isWanted, state != .disabled else { return .none }
        if doubts.contains(.switchingOff) { return .delete }
        let finding = watch.finding(for: wanted?.id)
        if finding == .ok { return .none }
        // A caller's confirmation moves the state on before the parent has the new DS: the key tells.
        let awaitsDS = state == .pendingDS || state == .rotatingKSK || wanted?.stage == .published
        // Afterwards the set may still hold the old DS: it goes on until that is gone, but does not begin anew.
        return awaitsDS || now == .keys ? .keys : .none
    }
}
