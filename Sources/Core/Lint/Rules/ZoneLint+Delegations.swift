extension ZoneLint {
    /// A wildcard beside a delegation does not reach below it, whatever it seems to say (RFC 4592 2.2.3, 4.2).
    static func wildcards(_ zone: LintedZone) -> [LintFinding] {
        let wildcards = Dictionary(grouping: zone.records.filter(\.name.isWildcard), by: \.name)
        guard !wildcards.isEmpty else { return [] }
        // The first delegated name below each name that a wildcard may stand under.
        var delegatedBelow: [DomainName: DomainName] = [:]
        for delegated in Set(zone.all(.ns).map(\.name)).union(zone.cuts) where delegated != zone.apex {
            for above in delegated.selfAndAncestors.dropFirst() where above.isAtOrBelow(zone.apex) {
                delegatedBelow[above] = delegatedBelow[above].map { min($0, delegated) } ?? delegated
            }
        }
        return wildcards.compactMap { name, records in
            guard let parent = name.parent, let first = delegatedBelow[parent] else { return nil }
            return LintFinding(
                severity: .notice,
                code: "wildcard_beside_delegation",
                name: name,
                recordIDs: records.map(\.id),
                message: "\(name.text) does not answer at or below \(first.text), which is delegated.",
                hint: "Nothing, when \(first.text) answers for itself; else put the records there.",
                reference: "RFC 4592 2.2.3"
            )
        }
    }

    /// Delegations that are missing, here for the zones below and above for this zone, and those that lead nowhere.
    static func delegations(_ zone: LintedZone) -> [LintFinding] {
        var findings = zone.cuts.filter { zone.set($0, .ns).isEmpty }.sorted().map { cut in
            LintFinding(
                severity: .warning,
                code: "delegation_missing",
                name: cut,
                recordIDs: [],
                message: "\(cut.text) is a zone of its own here, and \(zone.apex.text) does not delegate it.",
                hint: "Add NS records for \(cut.text): validating resolvers and other servers need the delegation.",
                reference: "RFC 1034 4.2.1"
            )
        }
        if let finding = ownDelegation(zone) { findings.append(finding) }
        return findings
    }

    private static func ownDelegation(_ zone: LintedZone) -> LintFinding? {
        let name = zone.apex.text
        let (severity, code, message, hint): (LintFinding.Severity, String, String, String)
        switch zone.delegation {
        case nil, .ours: return nil
        case .none?:
            (severity, code) = (.error, "delegation_missing")
            message = "The zone above \(name) does not delegate it: nobody finds these records."
            hint = "Set this platform's nameservers at the registrar or in the zone above."
        case .lame:
            (severity, code) = (.error, "delegation_lame")
            message = "The zone above delegates \(name) to servers that do not answer for it."
            hint = "Correct the nameservers at the registrar or in the zone above."
        case .elsewhere:
            (severity, code) = (.warning, "delegation_elsewhere")
            message = "The zone above delegates \(name) to other servers: what is changed here is not seen."
            hint = "Set this platform's nameservers at the registrar, when this is where the zone should be served."
        case .partly:
            (severity, code) = (.warning, "delegation_partly")
            message = "The zone above delegates \(name) to this platform and to other servers."
            hint = "Remove the other servers, or add them to extra_nameservers and make them secondaries."
        }
        return LintFinding(
            severity: severity,
            code: code,
            name: zone.apex,
            recordIDs: zone.set(zone.apex, .ns).map(\.id),
            message: message,
            hint: hint,
            reference: "RFC 1034 4.2.1, RFC 1912 2.8"
        )
    }
}
