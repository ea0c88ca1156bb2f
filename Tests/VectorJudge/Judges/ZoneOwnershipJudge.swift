import Core
import IDNA

extension Judge {
    /// Who may create which zone, as far as names alone decide it: whether a name is reserved, and whether the zone of another
    /// tenant is the name's own, encloses it closest, or lies below it (`domain.md` 1.1, 1.3). Proofs and deletion are the
    /// server's.
    static let zoneOwnership = Judge(
        file: "zone_ownership_scenarios.jsonl",
        rule:
            "A name that deSEC refuses is reserved, or touches a zone of another tenant; one that it takes does neither"
    ) { row in
        let scenario = try row.decoded(as: Scenario.self)
        var play = OwnershipPlay(scenario)
        for step in scenario.steps { try play.take(step) }
        if let fault = play.faults.first { return .disagreed("\(scenario.id): \(fault)") }
        guard play.judged > 0 else { return .notRun(play.reasons.joined(separator: "; ")) }
        return play.reasons.isEmpty ? .agreed : .agreedInPart(play.reasons.joined(separator: "; "))
    }
}

/// One row: two lists of suffixes, and what is tried one after the other.
private struct Scenario: Decodable {
    let id: String
    let globalSuffixes: [String]
    let localSuffixes: [String]
    let steps: [Step]

    enum CodingKeys: String, CodingKey {
        case id, steps
        case globalSuffixes = "global_public_suffixes"
        case localSuffixes = "local_public_suffixes"
    }

    /// `["try", "B", "example.com", false]`
    struct Step: Decodable {
        let action: String
        let tenant: String
        let name: String
        /// Nil where the row has a word instead of a truth.
        let isTaken: Bool?

        init(from decoder: any Decoder) throws {
            var fields = try decoder.unkeyedContainer()
            action = try fields.decode(String.self)
            tenant = try fields.decode(String.self)
            name = try fields.decode(String.self)
            // A word is for the server to judge.
            isTaken = try? fields.decode(Bool.self)
        }
    }
}

/// A scenario while it is played: who holds which zone so far, and what was seen.
private struct OwnershipPlay {
    private let listed: Set<DomainName>
    private let local: Set<DomainName>
    private let rules: NameReservation.Rules
    private var holders: [DomainName: String] = [:]
    private(set) var judged = 0
    private(set) var faults: [String] = []
    /// Why steps were left out, each once.
    private(set) var reasons: [String] = []

    init(_ scenario: Scenario) {
        let listed = Set(scenario.globalSuffixes.compactMap { try? DomainName($0) })
        self.listed = listed
        local = Set(scenario.localSuffixes.compactMap { try? DomainName($0) })
        // The samples are about the example names: as in a laboratory, those are ordinary.
        rules = NameReservation.Rules(
            suffixes: { name in
                let suffix = name.selfAndAncestors.first { listed.contains($0) }
                return suffix.map { PublicSuffixMatch(labelCount: $0.labelCount, isListed: true) } ?? .byDefault
            },
            allowsPrivate: true
        )
    }

    mutating func take(_ step: Scenario.Step) throws {
        let name = try DomainName(step.name, toASCII: Self.convert)
        try name.requireZoneName()
        if step.action == "delete" {
            holders[name] = nil
            return leaveOut("what becomes of the name of a deleted zone is for the server")
        }
        guard let isTaken = step.isTaken else { return leaveOut("a fresh proof is for the server to ask for") }
        let isOfDeSEC =
            local.contains(name) || name.selfAndAncestors.contains { local.contains($0) && !listed.contains($0) }
        guard !isOfDeSEC else {
            return leaveOut("suffixes that deSEC itself registers under have no counterpart here")
        }
        judged += 1
        let obstacle = obstacle(to: name, for: step.tenant)
        if (obstacle == nil) != isTaken {
            let expected = isTaken ? "may become active" : "needs a proof or is reserved"
            faults.append("\(step.name) of \(step.tenant) \(expected), but \(obstacle ?? "nothing stands against it")")
        }
        if step.action == "create", isTaken { holders[name] = step.tenant }
    }

    private mutating func leaveOut(_ reason: String) {
        if !reasons.contains(reason) { reasons.append(reason) }
    }

    /// What stands against the tenant's having the name without more ado; nil when nothing does.
    private func obstacle(to name: DomainName, for tenant: String) -> String? {
        switch rules.reservation(of: name) {
        // Ranges of documentation: whoever has `validation_bypass` may have them (`domain.md` 8), and so the samples are played.
        case nil, .specialPurposeRange: break
        case let reservation?: return reservation.reason
        }
        if let zone = name.selfAndAncestors.first(where: { holders[$0] != nil }), holders[zone] != tenant {
            return "\(zone) is held by \(holders[zone] ?? "")"
        }
        return holders.keys.sorted().first { $0.isBelow(name) && holders[$0] != tenant }
            .map { "\($0) below it is held by \(holders[$0] ?? "")" }
    }

    private static let convert: IDNAConversion = { text throws(DomainNameError) in
        do throws(IDNAError) {
            return try IDNA.toASCII(text)
        } catch {
            throw .notConvertible(text, reason: "\(error)")
        }
    }
}
