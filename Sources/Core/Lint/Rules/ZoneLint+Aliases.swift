extension ZoneLint {
    /// An alias should lead somewhere, and not in a circle.
    static func aliases(_ zone: LintedZone) -> [LintFinding] {
        let targets = Dictionary(
            zone.all(CNAME.self).map { ($0.record.name, $0.data.target) },
            uniquingKeysWith: { first, _ in first }
        )
        return zone.all(CNAME.self).compactMap { record, alias in
            if isCircle(from: record.name, targets) {
                return about(
                    record,
                    (.error, "alias_in_circle"),
                    "leads back to itself",
                    hint: "Point one of the aliases of the circle at a host.",
                    "RFC 1034 3.6.2"
                )
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

    private static func isCircle(from name: DomainName, _ targets: [DomainName: DomainName]) -> Bool {
        var seen: Set<DomainName> = []
        var current = name
        while let next = targets[current] {
            guard next != name else { return true }
            guard seen.insert(next).inserted else { return false }
            current = next
        }
        return false
    }
}
