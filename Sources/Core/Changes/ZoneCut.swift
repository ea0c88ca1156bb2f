/// A zone of its own below another one: PowerDNS answers from the most specific zone it has (`domain.md` 1.3).
public enum ZoneCut {
    /// The records of the zone above that would vanish at once: what is served at and below `cut`, but for its delegation
    /// (NS, DS), the glue of that delegation, and the record by which the owner above consents to the proof. A delegation
    /// that names none of `nameservers`, the platform's, would be overruled: it counts as well.
    public static func occluded(
        by cut: DomainName,
        among records: [StoredRecord],
        nameservers: [DomainName]
    ) -> [StoredRecord] {
        let state = ZoneState(apex: cut, records: records)
        // A name that has no room for one more label has no such record.
        let consent = try? cut.prepending(Challenge.label)
        let ours = Set(nameservers.map(\.absoluteText))
        let delegation = state.records(atOrBelow: cut).filter { !$0.isDisabled && $0.type == .ns && $0.name == cut }
        let leadsElsewhere = !delegation.contains { ours.contains($0.content.text) }
        return state.records(atOrBelow: cut).filter { record in
            guard !record.isDisabled, !(record.type == .txt && record.name == consent) else { return false }
            if record.type == .ns, record.name == cut { return leadsElsewhere }
            return !state.isKept(record, at: cut)
        }
    }
}
