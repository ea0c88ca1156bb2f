public import Core

/// Looks in the DNS for the record that proves a zone to be its tenant's (`domain.md` 4).
///
/// The servers of the zone, or of its closest existing ancestor, are found through the operator's resolvers, pinned to their
/// addresses and asked directly, all at once. The platform's own are left out.
public struct ChallengeResolver: Sendable {
    private let settings: ResolverSettings
    private let client: DNSClient
    private let budget: QueryBudget
    private let randomness: Randomness
    private let now: @Sendable () -> ContinuousClock.Instant

    /// All of a check is over after this.
    public static let patience: Duration = .seconds(10)
    /// Servers asked at most, counted by address.
    public static let mostServers = 16

    /// `budget` is one for the process.
    public init(
        settings: ResolverSettings,
        client: DNSClient,
        budget: QueryBudget,
        randomness: Randomness,
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.settings = settings
        self.client = client
        self.budget = budget
        self.randomness = randomness
        self.now = now
    }

    /// Checks the challenge once, in at most ``patience``. Never throws: what went wrong is in the report.
    public func check(_ challenge: Challenge, platform: PlatformServers) async -> ValidationReport {
        let lookup = RecursiveLookup(client: client, resolvers: settings.resolvers, deadline: now() + Self.patience)
        switch await Delegation.find(for: challenge.zone, settings: settings, lookup: lookup) {
        case .noSuchDomain:
            return ValidationReport(verdict: .noSuchDomain)
        case .unknown:
            return await askResolvers(challenge, lookup)
        case .servers(let zone, let hosts, let isMissing):
            let report = await check(challenge, zone: zone, hosts: hosts, platform: platform, lookup: lookup)
            guard isMissing, report.verdict == .absent else { return report }
            return ValidationReport(verdict: .noSuchDomain, servers: report.servers, askedZone: zone)
        }
    }

    private func check(
        _ challenge: Challenge,
        zone: DomainName,
        hosts: [DomainName],
        platform: PlatformServers,
        lookup: RecursiveLookup
    ) async -> ValidationReport {
        let found = await lookup.addresses(of: Set(hosts + platform.names))
        var ours = Set(platform.addresses)
        for name in platform.names {
            // Not knowing our own addresses, we could take ourselves for a witness.
            guard let addresses = found[name] else {
                return ValidationReport(verdict: .putOff(seconds: 60), askedZone: zone)
            }
            ours.formUnion(addresses)
        }
        let isOurs = { (host: DomainName, address: IPAddress) in
            platform.names.contains(host) || ours.isLeading(to: address)
        }
        let candidates = hosts.map { host in
            (host: host, addresses: found[host, default: []].filter { !isOurs(host, $0) })
        }
        let servers = PinnedServer.selecting(Self.mostServers, from: candidates)
        guard !servers.isEmpty else {
            let hasOurs = hosts.contains { host in
                platform.names.contains(host) || found[host, default: []].contains { isOurs(host, $0) }
            }
            if hasOurs { return ValidationReport(verdict: .delegatedToPlatform, askedZone: zone) }
            // A host that could not be looked up may be ours: the resolvers' word could then come from our own server.
            guard hosts.allSatisfy({ found[$0] != nil }) else {
                return ValidationReport(verdict: .noServerAnswered, askedZone: zone)
            }
            return await askResolvers(challenge, lookup)
        }
        let probe = AuthoritativeProbe(
            challenge: challenge,
            zone: zone,
            client: client,
            lookup: lookup,
            budget: budget,
            port: settings.authoritativePort,
            randomness: randomness
        )
        return await preferringSigned(over: await ask(servers, with: probe), challenge, lookup)
    }

    /// One answer that a resolver validated (AD) outweighs servers that are stale or silent: the zone's key has signed it.
    ///
    /// Only where it holds the token: what a cache still says, signed or not, proves nothing about now.
    private func preferringSigned(
        over report: ValidationReport,
        _ challenge: Challenge,
        _ lookup: RecursiveLookup
    ) async -> ValidationReport {
        guard [.absent, .mismatch, .noServerAnswered].contains(report.verdict),
            let message = await lookup.answer(challenge.recordName, .txt), message.isAuthenticated,
            message.texts(at: challenge.recordName).contains(where: challenge.isProven)
        else { return report }
        return ValidationReport(verdict: .valid, servers: report.servers, askedZone: report.askedZone)
    }

    /// Asks all servers at once; one that was asked too often of late puts off the check.
    private func ask(_ servers: [PinnedServer], with probe: AuthoritativeProbe) async -> ValidationReport {
        let addressGuard = settings.addressGuard
        let results = await withTaskGroup(of: (PinnedServer, Result<ServerOutcome, DNSFailure>).self) { group in
            for server in servers {
                group.addTask {
                    guard addressGuard.permits(server.address) else {
                        let (name, address) = (server.host.text, server.address.text)
                        return (server, .success(ServerOutcome(name: name, address: address, kind: .forbiddenAddress)))
                    }
                    do throws(DNSFailure) {
                        return (server, .success(try await probe.outcome(at: server)))
                    } catch {
                        return (server, .failure(error))
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var outcomes: [ServerOutcome] = []
        var wait = 0
        for server in servers {
            switch results[server] {
            case .success(let outcome): outcomes.append(outcome)
            case .failure(.putOff(let seconds)): wait = max(wait, seconds)
            case .failure, nil: break
            }
        }
        let verdict = wait > 0 ? .putOff(seconds: wait) : ValidationVerdict(over: outcomes)
        return ValidationReport(verdict: verdict, servers: outcomes, askedZone: probe.zone)
    }

    /// The resolvers' own word, where no authoritative server is to be found; each counts as a server.
    private func askResolvers(_ challenge: Challenge, _ lookup: RecursiveLookup) async -> ValidationReport {
        let outcomes = await withTaskGroup(of: (Int, ServerOutcome).self) { group in
            for (index, resolver) in settings.resolvers.prefix(Self.mostServers).enumerated() {
                let single = RecursiveLookup(client: client, resolvers: [resolver], deadline: lookup.deadline)
                group.addTask {
                    let address = resolver.address.text
                    guard let message = await single.answer(challenge.recordName, .txt) else {
                        return (index, ServerOutcome(name: address, address: address, kind: .error))
                    }
                    let texts = message.texts(at: challenge.recordName)
                    return (index, ServerOutcome(name: address, address: address, texts: texts, challenge: challenge))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let sorted = outcomes.sorted { $0.0 < $1.0 }.map(\.1)
        return ValidationReport(verdict: ValidationVerdict(over: sorted), servers: sorted)
    }
}

extension Set<IPAddress> {
    /// Whether a packet to the address would reach one of these, by whatever form it is written in.
    fileprivate func isLeading(to address: IPAddress) -> Bool {
        contains(address) || address.embeddedIPv4.map { contains(.v4($0)) } ?? false
    }
}
