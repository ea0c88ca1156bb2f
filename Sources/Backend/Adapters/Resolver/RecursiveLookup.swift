import Core

/// Asks the operator's resolvers, one after the other until one has an answer.
struct RecursiveLookup: Sendable {
    let client: DNSClient
    let resolvers: [DNSEndpoint]
    /// When the whole check has to be over.
    let deadline: ContinuousClock.Instant

    /// The shorter the more resolvers there are, so that dead ones leave time for the rest of the check.
    private var patience: DNSClient.Patience {
        let each = Duration.milliseconds(4800) / max(1, resolvers.count)
        return DNSClient.Patience(datagram: each, stream: each)
    }

    /// The first answer that says the name is there or is not there; nil when no resolver can tell.
    ///
    /// The resolvers validate (CD is not set), and say so in answers from signed zones.
    func answer(_ name: DomainName, _ type: WireType) async -> WireMessage? {
        for resolver in resolvers {
            let request = DNSClient.Request(
                name: name,
                type: type,
                server: resolver,
                flags: [.recursionDesired, .authenticData],
                patience: patience,
                deadline: deadline
            )
            // Whatever befell one resolver, the next may do better.
            guard let message = try? await client.ask(request) else { continue }
            if message.responseCode == .noError || message.responseCode == .nameError { return message }
        }
        return nil
    }

    /// The addresses of a host, IPv4 first; nil when no resolver can tell.
    func addresses(of host: DomainName) async -> [IPAddress]? {
        async let first = answer(host, .a)
        async let second = answer(host, .aaaa)
        guard let v4 = await first, let v6 = await second else { return nil }
        let found = v4.following(host, to: .a).records + v6.following(host, to: .aaaa).records
        return found.compactMap(\.address)
    }

    /// The addresses of each host, asked at once; a host of which no resolver can tell is left out.
    func addresses(of hosts: Set<DomainName>) async -> [DomainName: [IPAddress]] {
        await withTaskGroup(of: (DomainName, [IPAddress]?).self) { group in
            for host in hosts { group.addTask { (host, await addresses(of: host)) } }
            return await group.reduce(into: [:]) { found, answer in found[answer.0] = answer.1 }
        }
    }
}
