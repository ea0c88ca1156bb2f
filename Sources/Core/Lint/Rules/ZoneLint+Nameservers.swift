extension ZoneLint {
    /// A zone needs name servers that can be found: two of them, with addresses where only the zone itself can give them.
    static func nameservers(_ zone: LintedZone) -> [LintFinding] {
        let servers = zone.all(NS.self)
        var findings: [LintFinding] = []
        let ours = servers.filter { $0.record.name == zone.apex }
        if ours.isEmpty {
            findings.append(
                LintFinding(
                    severity: .error,
                    code: "ns_missing",
                    name: zone.apex,
                    recordIDs: [],
                    message: "\(zone.apex.text) has no NS records.",
                    hint: "Set the platform's nameservers, or extra_nameservers of the zone.",
                    reference: "RFC 1034 4.2.1"
                )
            )
        } else if ours.count == 1 {
            findings.append(
                LintFinding(
                    severity: .warning,
                    code: "ns_single",
                    name: zone.apex,
                    recordIDs: ours.map(\.record.id),
                    message: "\(zone.apex.text) has one name server only.",
                    hint: "Add a second one in another network, so that the zone outlives the loss of either.",
                    reference: "RFC 2182 5"
                )
            )
        }
        return findings + servers.compactMap { glue($0.record, $0.data.target, zone) }
    }

    private static func glue(_ record: StoredRecord, _ target: DomainName, _ zone: LintedZone) -> LintFinding? {
        let isDelegation = record.name != zone.apex
        guard isDelegation && target.isAtOrBelow(record.name) else { return nil }
        guard !zone.hasAddress(target) else { return nil }
        return LintFinding(
            severity: .error,
            code: "glue_missing",
            name: record.name,
            recordIDs: [record.id],
            message: "\(record.name.text) is delegated to \(target.text), which lies below it and has no address here.",
            hint: "Add an A or AAAA record for \(target.text): without this glue nobody finds the server.",
            reference: "RFC 1034 4.2.1, RFC 9471"
        )
    }
}
