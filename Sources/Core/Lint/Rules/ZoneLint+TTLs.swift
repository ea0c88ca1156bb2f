extension ZoneLint {
    /// TTLs outside 30 seconds to a week (`domain.md` 2).
    static func ttls(_ zone: LintedZone) -> [LintFinding] {
        let sets = Dictionary(grouping: zone.records, by: \.key)
        return sets.compactMap { key, members in
            guard let ttl = members.first?.ttl else { return nil }
            if ttl < 30 {
                return finding(
                    key,
                    members,
                    "ttl_low",
                    "lives \(ttl) s only: every look-up reaches the name servers",
                    hint: "Use at least 30 s, better 300 s."
                )
            }
            if ttl > 604_800 {
                return finding(
                    key,
                    members,
                    "ttl_high",
                    "lives \(ttl) s, more than a week: a mistake stays as long",
                    hint: "Use at most 604800 s, better 86400 s."
                )
            }
            return nil
        }
    }

    private static func finding(
        _ key: RecordSetKey,
        _ members: [StoredRecord],
        _ code: String,
        _ predicate: String,
        hint: String
    ) -> LintFinding {
        LintFinding(
            severity: .warning,
            code: code,
            name: key.name,
            recordIDs: members.map(\.id),
            message: "\(key.type.name) of \(key.name.text) \(predicate).",
            hint: hint,
            reference: "RFC 1912 2.2, RFC 8767 4"
        )
    }
}
