/// Looks over a whole zone for what is allowed and yet most likely wrong (`domain.md` 2). Disabled records take no part.
public struct ZoneLint: Sendable {
    /// How many findings are given at most, worst first.
    public static let limit = 1000

    let zone: LintedZone

    /// - Parameters:
    ///   - apex: the zone's name.
    ///   - records: all its records.
    ///   - cuts: the zones below it that are held here.
    ///   - delegation: how the zone's own parent delegates it; nil when nobody looked.
    public init(
        apex: DomainName,
        records: [StoredRecord],
        cuts: [DomainName] = [],
        delegation: DelegationState? = nil
    ) {
        zone = LintedZone(apex: apex, records: records, cuts: cuts, delegation: delegation)
    }

    /// What was found: worst first, then in the canonical order of the names (RFC 4034 6.1).
    public var findings: [LintFinding] {
        let findings = Self.rules.flatMap { $0(zone) }
        return Array(
            findings.sorted { left, right in
                if left.severity != right.severity { return left.severity < right.severity }
                if left.name != right.name { return left.name < right.name }
                return (left.code, left.message) < (right.code, right.message)
            }
            .prefix(Self.limit)
        )
    }

    /// One function a file of `Rules/`.
    private static let rules: [@Sendable (LintedZone) -> [LintFinding]] = [
        nameservers, targets, aliases, spf, dmarc, dkim, caa, ttls, wildcards, delegations,
    ]
}

/// How the parent delegates a zone, seen from outside (`domain.md` 4).
public enum DelegationState: String, Sendable, CaseIterable {
    /// All name servers are this platform's.
    case ours
    /// Some are.
    case partly
    /// None is.
    case elsewhere
    /// The parent names servers, and none of them answers for the zone.
    case lame
    /// The parent does not delegate the zone.
    case none
}
