extension ZoneLint {
    /// An alias should lead somewhere, soon, and not in a circle.
    static func aliases(_ zone: LintedZone) -> [LintFinding] {
        let aliases = zone.all(CNAME.self)
        let targets = Dictionary(
            aliases.map { ($0.record.name, $0.data.target) },
            uniquingKeysWith: { first, _ in first }
        )
        return aliases.compactMap { record, alias in
            switch length(of: record.name, targets) {
            case nil:
                return about(
                    record,
                    (.error, "alias_in_circle"),
                    "leads into a circle of aliases",
                    hint: "Point one of the aliases of the circle at a host.",
                    "RFC 1034 3.6.2"
                )
            case let hops? where hops > longestChain:
                return about(
                    record,
                    (.warning, "alias_chain"),
                    "is the first of more than \(longestChain) aliases in a row, and resolvers give up",
                    hint: "Point it at the last name of the chain.",
                    "RFC 1034 3.6.2"
                )
            default: break
            }
            guard alias.target.isAtOrBelow(zone.apex), !zone.exists(alias.target) else { return nil }
            return about(
                record,
                (.warning, "alias_to_nothing"),
                "points at \(alias.target.text), which does not exist",
                hint: "Add records for \(alias.target.text), or point somewhere else.",
                "RFC 1912 2.4"
            )
        }
    }

    private static let longestChain = 8

    /// How many aliases follow each other from `name`, counted up to one more than is good; nil for a circle within that.
    private static func length(of name: DomainName, _ targets: [DomainName: DomainName]) -> Int? {
        var seen: Set<DomainName> = []
        var current = name
        while let next = targets[current], seen.count <= longestChain {
            guard seen.insert(current).inserted else { return nil }
            current = next
        }
        return seen.count
    }
}
