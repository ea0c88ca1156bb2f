/// A zone of its own below another one: PowerDNS answers from the most specific zone it has (`domain.md` 1.3).
public enum ZoneCut {
    /// The records of the zone above that would vanish at once: what is served at and below `cut`, but for its delegation
    /// (NS, DS), the glue of that delegation, and the record by which the owner above consents to the proof.
    public static func occluded(by cut: DomainName, among records: [StoredRecord]) -> [StoredRecord] {
        let below = records.filter { !$0.isDisabled && $0.name.isAtOrBelow(cut) }
        // A stored content is canonical: the target of an NS is a name.
        let servers = below.filter { $0.type == .ns && $0.name == cut }.compactMap { try? DomainName($0.content.text) }
        let consent = try? cut.prepending(Challenge.label)
        return below.filter { record in
            switch record.type {
            case .ns: record.name != cut
            case .a, .aaaa: !servers.contains(record.name)
            case .txt: record.name != consent
            default: !(record.name == cut && record.type.name == "DS")
            }
        }
    }
}
