extension ZoneLint {
    /// A CAA set that no authority can meet stops every renewal.
    static func caa(_ zone: LintedZone) -> [LintFinding] {
        let sets = Dictionary(grouping: zone.all(CAA.self), by: \.record.name)
        return sets.flatMap { name, members -> [LintFinding] in
            var findings = unknownCritical(members)
            for tag in ["issue", "issuewild"] {
                let properties = members.filter { $0.data.tag.elementsEqual(tag.utf8) }
                guard !properties.isEmpty, properties.allSatisfy({ issuer(of: $0.data.value).isEmpty }) else {
                    continue
                }
                let what = tag == "issue" ? "certificates" : "wildcard certificates"
                findings.append(
                    LintFinding(
                        severity: .notice,
                        code: "caa_forbids_all",
                        name: name,
                        recordIDs: properties.map(\.record.id),
                        message: "CAA of \(name.text) lets no authority issue \(what).",
                        hint: "Name an authority, such as 0 \(tag) \"letsencrypt.org\", unless this is meant.",
                        reference: "RFC 8659 4.2"
                    )
                )
            }
            return findings
        }
    }

    /// The domain of the authority, before the first `;`.
    private static func issuer(of value: [UInt8]) -> [UInt8] {
        value.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    }

    private static func unknownCritical(_ members: [(record: StoredRecord, data: CAA)]) -> [LintFinding] {
        let known = ["issue", "issuewild", "iodef", "contactemail", "contactphone", "issuevmc", "issuemail"]
        return members.filter { member in
            member.data.flags >= 128 && !known.contains { member.data.tag.elementsEqual($0.utf8) }
        }.map { member in
            about(
                member.record,
                (.warning, "caa_unknown_critical"),
                "has a critical property that is not registered: no authority may issue",
                hint: "Correct the tag, or write 0 for the flags.",
                "RFC 8659 4.1"
            )
        }
    }
}
