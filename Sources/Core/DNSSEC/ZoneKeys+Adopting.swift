extension ZoneKeys {
    /// The keys of a zone that PowerDNS signs already and that comes under our care. Nothing is changed: a CSK stays one
    /// until the next roll splits it.
    ///
    /// Nobody knows since when the keys are served, so each counts as published just now. Keys that are neither published
    /// nor active are left alone. `isDelegated` tells whether the parent lists the DS of a key that signs.
    ///
    /// - Throws: ``HoldReason`` where the keys are none that can be rolled here: several algorithms, several CSKs, a zone
    ///   signed with keys without the flag of an entry point alone, or keys that somebody is rolling.
    public static func adopting(
        _ listed: [ListedKey],
        isDelegated: Bool,
        ttls: ZoneTTLs,
        delay: Int64,
        at now: Timestamp
    ) throws(HoldReason) -> ZoneKeys {
        let used = listed.filter { $0.served.isPublished || $0.served.isActive }
        guard let algorithm = used.first?.algorithm else { throw .unfamiliarKeys }
        guard used.allSatisfy({ $0.algorithm == algorithm }) else { throw .severalAlgorithms }
        guard used.allSatisfy({ $0.served.isPublished && $0.served.isActive }) else { throw .unfamiliarKeys }
        let entryPoints = used.filter(\.isSecureEntryPoint).count
        // A lone key without the flag signs everything, and its DS may be at the parent; PowerDNS would take the DNSKEY set
        // from it as soon as a KSK stands beside it, and the zone would be bogus.
        guard entryPoints == 1, used.count <= 2 else { throw .unfamiliarKeys }
        var keys = ZoneKeys(state: isDelegated ? .active : .pendingDS, algorithm: algorithm, ttls: ttls)
        keys.listed = listed
        let readyAt = now.adding(seconds: max(ttls.longest, ttls.dnskey)).adding(seconds: max(0, delay))
        keys.rows = used.map { key in
            SigningKey(
                id: key.id,
                role: !key.isSecureEntryPoint ? .zsk : used.count == 1 ? .csk : .ksk,
                algorithm: key.algorithm,
                stage: .active,
                createdAt: now,
                readyAt: readyAt
            )
        }
        return keys
    }
}
