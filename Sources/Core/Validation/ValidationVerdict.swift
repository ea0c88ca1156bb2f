/// What a check of a challenge comes to.
public enum ValidationVerdict: Hashable, Sendable {
    case valid
    /// Servers answered, and too few of them hold the record.
    case absent
    /// Servers hold other texts.
    case mismatch
    /// The zone, and everything between it and a public suffix, does not exist.
    case noSuchDomain
    case noServerAnswered
    /// All servers of the zone are the platform's own: the database has to be asked (``domain.md`` 4).
    case delegatedToPlatform
    /// Nothing was decided: the servers were asked too often, or the platform's own could not be told apart.
    case putOff(seconds: Int)

    public var isValid: Bool { self == .valid }

    /// Valid when more than half of the servers that answered hold the token.
    ///
    /// A server is a host name of the NS set; one with several addresses has one voice, that of more than half of its
    /// addresses that answered, so that nobody gains weight by addresses. Refusals, errors and silence are no answers.
    public init(over outcomes: [ServerOutcome]) {
        let answered = outcomes.filter { [.match, .mismatch, .absent].contains($0.kind) }
        guard !answered.isEmpty else {
            self = .noServerAnswered
            return
        }
        let servers = Dictionary(grouping: answered, by: \.name).values
        let holding = servers.count { addresses in
            addresses.count { $0.kind == .match } * 2 > addresses.count
        }
        if holding * 2 > servers.count {
            self = .valid
        } else {
            self = answered.contains { $0.kind == .mismatch } ? .mismatch : .absent
        }
    }

    /// The sentence for the person who asked, as documented.
    public func message(for challenge: Challenge) -> String {
        switch self {
        case .valid: "Domain validated"
        case .absent: "No DNS record found for \(challenge.recordName)"
        case .mismatch: "TXT record found but value doesn't match. Expected: \(challenge.recordValue)"
        case .noSuchDomain: "Domain \(challenge.zone) does not exist in DNS"
        case .noServerAnswered: "No authoritative nameserver for \(challenge.zone) answered"
        case .delegatedToPlatform: "\(challenge.zone) is delegated to this platform but no zone holds it"
        case .putOff(let seconds): "The check of \(challenge.zone) is put off for \(seconds) seconds"
        }
    }
}

/// The outcome of a check, with what each server answered.
public struct ValidationReport: Hashable, Sendable {
    public let verdict: ValidationVerdict
    /// At most 16; empty when the servers were not asked.
    public let servers: [ServerOutcome]
    /// The zone, or its closest existing ancestor, whose NS set was asked; nil when none was found.
    public let askedZone: DomainName?

    public init(verdict: ValidationVerdict, servers: [ServerOutcome] = [], askedZone: DomainName? = nil) {
        self.verdict = verdict
        self.servers = servers
        self.askedZone = askedZone
    }
}
