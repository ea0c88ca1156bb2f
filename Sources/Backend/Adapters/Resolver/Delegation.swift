import Core

/// Which servers speak for a zone, as the public resolvers see it.
enum Delegation: Sendable {
    /// `zone` is the zone asked about or its closest ancestor with an NS set.
    case servers(zone: DomainName, hosts: [DomainName], isMissing: Bool)
    /// Nothing between the zone and a public suffix exists.
    case noSuchDomain
    /// The resolvers could not tell.
    case unknown

    /// Hosts beyond this number are not asked.
    static let mostHosts = 16
    /// The longest reverse zone has 34 labels.
    private static let mostLabels = 40

    /// Walks up from the zone to the first name with an NS set.
    static func find(for zone: DomainName, settings: ResolverSettings, lookup: RecursiveLookup) async -> Delegation {
        var closestExisting: DomainName?
        for name in zone.selfAndAncestors.prefix(mostLabels) where !name.isRoot {
            guard let message = await lookup.answer(name, .ns) else { return .unknown }
            guard message.responseCode != .nameError else { continue }
            if closestExisting == nil {
                closestExisting = name
                if name != zone, settings.isPublicSuffix(name) { return .noSuchDomain }
            }
            // Records of another owner are those of a CNAME's target, which has servers of its own.
            let targets = message.answers.filter { $0.owner == name && $0.type == .ns }.compactMap(\.target)
            guard targets.isEmpty else {
                let hosts = Set(targets).sorted().prefix(mostHosts)
                return .servers(zone: name, hosts: Array(hosts), isMissing: closestExisting != zone)
            }
        }
        return closestExisting == nil ? .noSuchDomain : .unknown
    }
}

/// A nameserver at one of its addresses, as it was resolved at the start of the check.
struct PinnedServer: Hashable, Sendable {
    let host: DomainName
    let address: IPAddress

    /// At most `limit` servers with an address each, no address twice: the first address of each host, then the second, so
    /// that a host with many addresses does not crowd out the others.
    static func selecting(_ limit: Int, from addresses: [(host: DomainName, addresses: [IPAddress])]) -> [PinnedServer]
    {
        var servers: [PinnedServer] = []
        var seen: Set<IPAddress> = []
        let rounds = addresses.map(\.addresses.count).max() ?? 0
        for round in 0..<min(rounds, limit) {
            for (host, addresses) in addresses where addresses.indices.contains(round) {
                guard servers.count < limit, seen.insert(addresses[round]).inserted else { continue }
                servers.append(PinnedServer(host: host, address: addresses[round]))
            }
        }
        return servers
    }
}
