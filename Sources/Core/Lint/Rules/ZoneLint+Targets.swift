extension ZoneLint {
    /// MX, NS and SRV name a host: one with addresses, that is no alias and may be called so.
    static func targets(_ zone: LintedZone) -> [LintFinding] {
        let mail = zone.all(MX.self).map { ($0.record, $0.data.target, "RFC 2181 10.3, RFC 5321 5.1") }
        let servers = zone.all(NS.self).map { ($0.record, $0.data.target, "RFC 2181 10.3, RFC 1912 2.4") }
        let services = zone.all(SRV.self).map { ($0.record, $0.data.target, "RFC 2782") }
        let findings = (mail + servers + services).compactMap { record, target, reference in
            finding(record, target, reference, zone)
        }
        return findings + nullMail(zone)
    }

    private static func finding(
        _ record: StoredRecord,
        _ target: DomainName,
        _ reference: String,
        _ zone: LintedZone
    ) -> LintFinding? {
        // `MX 0 .` and `SRV 0 0 0 .` say that there is no such service.
        if target.isRoot {
            return record.type == .ns
                ? about(
                    record,
                    (.error, "target_is_root"),
                    "points at the root",
                    hint: "Name a name server.",
                    "RFC 1035 3.3.11"
                ) : nil
        }
        if (try? IPAddress(target.text)) != nil {
            return about(
                record,
                (.error, "target_is_address"),
                "points at \(target.text), which is an address and not a name",
                hint: "Give the host a name with an A or AAAA record, and write that name here.",
                reference
            )
        }
        guard target.isHostName else {
            return about(
                record,
                (.warning, "target_not_host"),
                "points at \(target.text), which cannot be a host's name",
                hint: "Use letters, digits and hyphens only: some mail servers and resolvers refuse anything else.",
                "RFC 1123 2.1, RFC 2181 11"
            )
        }
        switch zone.addresses(of: target) {
        case .there, .elsewhere: return nil
        case .alias:
            return about(
                record,
                (.warning, "target_is_alias"),
                "points at \(target.text), which is an alias (CNAME)",
                hint: "Write the name that the alias leads to.",
                reference
            )
        case .missing:
            return about(
                record,
                (.error, "target_without_address"),
                "points at \(target.text), which has no address",
                hint: "Add an A or AAAA record for \(target.text), or point somewhere else.",
                reference
            )
        }
    }

    /// RFC 7505 3: a null MX stands alone.
    private static func nullMail(_ zone: LintedZone) -> [LintFinding] {
        let nulls = zone.all(MX.self).filter(\.data.target.isRoot).map(\.record)
        return nulls.filter { zone.set($0.name, .mx).count > 1 }.map { record in
            about(
                record,
                (.error, "null_mx_not_alone"),
                "says that the name takes no mail, and stands beside other MX records",
                hint: "Remove it, or remove the others.",
                "RFC 7505 3"
            )
        }
    }

    /// A finding about one record: `MX of example.org points at …`.
    static func about(
        _ record: StoredRecord,
        _ kind: (severity: LintFinding.Severity, code: String),
        _ predicate: String,
        hint: String,
        _ reference: String
    ) -> LintFinding {
        LintFinding(
            severity: kind.severity,
            code: kind.code,
            name: record.name,
            recordIDs: [record.id],
            message: "\(record.type.name) of \(record.name.text) \(predicate).",
            hint: hint,
            reference: reference
        )
    }
}
