/// A zone of its own below another one: PowerDNS answers from the most specific zone it has (`domain.md` 1.3).
public enum ZoneCut {
    /// The records of the zone above that would vanish at once: what is served at and below `cut`, but for its delegation
    /// (NS, DS), the glue of that delegation, and the record by which the owner above consents to the proof.
    public static func occluded(by cut: DomainName, among records: [StoredRecord]) -> [StoredRecord] {
        let state = ZoneState(apex: cut, records: records)
        // A name that has no room for one more label has no such record.
        let consent = try? cut.prepending(Challenge.label)
        return state.records(atOrBelow: cut).filter { record in
            !record.isDisabled && !state.isKept(record, at: cut) && !(record.type == .txt && record.name == consent)
        }
    }
}
