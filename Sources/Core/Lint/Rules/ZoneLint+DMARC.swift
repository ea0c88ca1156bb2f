extension ZoneLint {
    /// DMARC policies that receivers do not read (RFC 7489 6.3).
    static func dmarc(_ zone: LintedZone) -> [LintFinding] {
        let policies = zone.all(TXT.self).filter { $0.record.name.firstLabel?.elementsEqual("_dmarc".utf8) ?? false }
        let twice = Dictionary(
            grouping: policies.filter { $0.data.strings.joined.hasPrefix("v=DMARC1") }, by: \.record.name
        )
        .filter { $0.value.count > 1 }
        .map { name, members in
            LintFinding(
                severity: .error,
                code: "dmarc_twice",
                name: name,
                recordIDs: members.map(\.record.id),
                message: "\(name.text) has \(members.count) DMARC policies: receivers take none of them.",
                hint: "Keep one.",
                reference: "RFC 7489 6.6.3"
            )
        }
        return twice
            + policies.compactMap { record, data in
                guard let fault = dmarcFault(data.strings.joined) else { return nil }
                return about(
                    record,
                    (.error, "dmarc_syntax"),
                    fault.predicate,
                    hint: fault.hint,
                    "RFC 7489 6.3"
                )
            }
    }

    private static func dmarcFault(_ text: String) -> (predicate: String, hint: String)? {
        guard let tags = TagList(text), tags.tags.first?.name == "v", tags["v"] == "DMARC1" else {
            return ("is no DMARC policy", "Begin the text with v=DMARC1; p=none, quarantine or reject.")
        }
        guard let policy = tags["p"] else {
            return ("has no policy", "Add p=none, p=quarantine or p=reject right after v=DMARC1.")
        }
        for (tag, allowed) in [
            ("p", ["none", "quarantine", "reject"]), ("sp", ["none", "quarantine", "reject"]), ("adkim", ["r", "s"]),
            ("aspf", ["r", "s"]),
        ] {
            let value = tag == "p" ? policy : tags[tag]
            if let value, !allowed.contains(value.lowercased()) {
                return ("has \(tag)=\(value)", "Write \(tag)=" + allowed.joined(separator: ", or ") + ".")
            }
        }
        if let share = tags["pct"], !(UInt8(share).map { $0 <= 100 } ?? false) {
            return ("has pct=\(share)", "Write 0 to 100.")
        }
        for tag in ["rua", "ruf"] {
            let targets = (tags[tag] ?? "").split(separator: ",").map { $0.drop { $0 == " " } }
            if let target = targets.first(where: { !$0.lowercased().hasPrefix("mailto:") }) {
                return ("sends reports to \(target)", "Write \(tag)=mailto: and the address.")
            }
        }
        return nil
    }
}
