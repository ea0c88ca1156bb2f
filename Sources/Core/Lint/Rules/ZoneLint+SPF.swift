extension ZoneLint {
    /// SPF records that receivers do not read, or stop reading (RFC 7208).
    static func spf(_ zone: LintedZone) -> [LintFinding] {
        let texts = zone.all(TXT.self).map { (record: $0.record, text: $0.data.strings.joined) }
        var findings: [LintFinding] = []
        let policies = texts.filter { SPFPolicy(text: $0.text) != nil }
        for (name, members) in Dictionary(grouping: policies, by: \.record.name) where members.count > 1 {
            findings.append(
                LintFinding(
                    severity: .error,
                    code: "spf_twice",
                    name: name,
                    recordIDs: members.map(\.record.id),
                    message: "\(name.text) has \(members.count) SPF records: receivers take none of them.",
                    hint: "Join them into one.",
                    reference: "RFC 7208 4.5"
                )
            )
        }
        for (record, text) in texts {
            if let policy = SPFPolicy(text: text) {
                findings += policy.faults.map {
                    about(record, ($0.severity, $0.code), $0.predicate, hint: $0.hint, $0.reference)
                }
            } else if looksLikeSPF(text) {
                findings.append(
                    about(
                        record,
                        (.error, "spf_without_version"),
                        "looks like SPF and does not begin with \"v=spf1 \"",
                        hint: "Begin the text with v=spf1 and a blank.",
                        "RFC 7208 4.5"
                    )
                )
            }
        }
        return findings
            + zone.records.filter { $0.type.name == "SPF" }.map { record in
                about(
                    record,
                    (.warning, "spf_type"),
                    "is of a retired type that receivers do not ask for",
                    hint: "Publish the same text as TXT.",
                    "RFC 7208 3.1"
                )
            }
    }

    private static func looksLikeSPF(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ")
        if words.first?.hasPrefix("v=spf") ?? false || words.first == "spf1" { return true }
        return words.contains { $0.hasPrefix("include:_spf.") || $0 == "-all" || $0 == "~all" }
    }
}

/// An SPF record, term by term (RFC 7208 4.6).
struct SPFPolicy: Sendable {
    struct Fault: Equatable, Sendable {
        let severity: LintFinding.Severity
        let code: String
        let predicate: String
        let hint: String
        let reference: String
    }

    private let terms: [String]

    /// nil for a text that is no SPF record: `v=spf1` and a blank, or nothing behind it (RFC 7208 4.5).
    init?(text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.first?.lowercased() == "v=spf1", text.first != " " else { return nil }
        terms = words.dropFirst().map { $0.lowercased() }
    }

    /// How many terms make receivers look something up (RFC 7208 4.6.4); those inside of includes are not counted here.
    var lookups: Int { terms.filter { Self.askingTerms.contains(Self.name(of: $0)) }.count }

    var faults: [Fault] {
        var faults: [Fault] = []
        if lookups > 10 {
            faults.append(
                Fault(
                    severity: .error,
                    code: "spf_lookups",
                    predicate: "needs \(lookups) look-ups by itself, and receivers stop at 10",
                    hint: "Remove includes that are not needed, or list addresses with ip4 and ip6.",
                    reference: "RFC 7208 4.6.4"
                )
            )
        }
        if let unknown = terms.first(where: { !Self.isKnown($0) }) {
            faults.append(
                Fault(
                    severity: .error,
                    code: "spf_syntax",
                    predicate: "has the term \"\(unknown)\", which SPF does not know",
                    hint: "Correct the term: receivers answer an unknown one with a permanent error.",
                    reference: "RFC 7208 5, 6"
                )
            )
        }
        faults += allFaults
        if terms.contains(where: { Self.name(of: $0) == "ptr" }) {
            faults.append(
                Fault(
                    severity: .notice,
                    code: "spf_ptr",
                    predicate: "uses ptr, which is slow and should not be published",
                    hint: "List the hosts with a, ip4 and ip6.",
                    reference: "RFC 7208 5.5"
                )
            )
        }
        return faults
    }

    private var allFaults: [Fault] {
        guard let place = terms.firstIndex(where: { Self.name(of: $0) == "all" }) else {
            return terms.contains { $0.hasPrefix("redirect=") }
                ? []
                : [
                    Fault(
                        severity: .notice,
                        code: "spf_without_all",
                        predicate: "does not end in all or redirect: other hosts may send unhindered",
                        hint: "End it in -all or ~all.",
                        reference: "RFC 7208 4.7"
                    )
                ]
        }
        var faults: [Fault] = []
        if ["all", "+all"].contains(terms[place]) {
            faults.append(
                Fault(
                    severity: .warning,
                    code: "spf_passes_all",
                    predicate: "lets every host in the world send",
                    hint: "End it in -all or ~all.",
                    reference: "RFC 7208 5.1"
                )
            )
        }
        if terms[(place + 1)...].contains(where: { !$0.contains("=") }) {
            faults.append(
                Fault(
                    severity: .warning,
                    code: "spf_after_all",
                    predicate: "has terms after all, which receivers do not read",
                    hint: "Put all last.",
                    reference: "RFC 7208 5.1"
                )
            )
        }
        return faults
    }

    private static let askingTerms: Set<String> = ["include", "a", "mx", "ptr", "exists", "redirect"]
    private static let mechanisms: Set<String> = ["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"]

    private static func name(of term: String) -> String {
        String(term.drop { "+-~?".contains($0) }.prefix { $0 != ":" && $0 != "/" && $0 != "=" })
    }

    /// A mechanism, or a modifier `name=value`, of which unknown ones are passed over (RFC 7208 6).
    private static func isKnown(_ term: String) -> Bool {
        let name = name(of: term)
        let rest = term.drop { "+-~?".contains($0) }.dropFirst(name.count)
        if rest.first == "=" { return !mechanisms.contains(name) && name.first?.isLetter ?? false }
        guard mechanisms.contains(name) else { return false }
        switch name {
        case "all": return rest.isEmpty
        case "include", "exists": return rest.count > 1
        case "ip4", "ip6":
            guard let prefix = AddressPrefix(String(rest.dropFirst())) else { return false }
            return (prefix.network.bitWidth == 32) == (name == "ip4")
        default: return true
        }
    }
}
