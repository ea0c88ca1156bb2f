import Core
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Backend

/// A resolver against the throw-away services: 127.0.0.4 is the public resolver, 127.0.0.3 the provider, 127.0.0.2 ours.
struct ResolverLab {
    let services: Services
    let settings: ResolverSettings
    let client: DNSClient
    let resolver: ChallengeResolver

    /// Ours, as the configuration key `nameservers` would name them.
    let platform: PlatformServers

    init(
        allowsPrivate: Bool = true,
        perMinute: Int = 1000,
        isPublicSuffix: @escaping @Sendable (DomainName) -> Bool = { $0.labelCount == 1 }
    ) async throws {
        services = try await Services.shared()
        platform = PlatformServers(names: [try DomainName("ns1.scaidns.test"), try DomainName("ns2.scaidns.test")])
        settings = ResolverSettings(
            resolvers: [DNSEndpoint(address: try IPAddress("127.0.0.4"), port: services.dnsPort)],
            allowsPrivate: allowsPrivate,
            authoritativePort: services.dnsPort,
            isPublicSuffix: isPublicSuffix
        )
        let now: @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
        client = DNSClient(randomness: .system, now: now)
        resolver = ChallengeResolver(
            settings: settings,
            client: client,
            budget: QueryBudget(limit: perMinute, now: now),
            randomness: .system,
            now: now
        )
    }

    func check(_ challenge: Challenge) async -> ValidationReport {
        await resolver.check(challenge, platform: platform)
    }

    /// Makes a zone with SOA and NS at one of the servers, as `services.delegate` does at the provider.
    func makeZone(_ zone: String, at server: Services.Name) async throws {
        let url = server == .pdns2 ? "PLATFORM" : "PROVIDER"
        let soa = "ns1.scaidns.test. hostmaster.\(zone). 1 3600 600 604800 60"
        let body = """
            {"name":"\(zone).","kind":"Native","nameservers":["ns1.scaidns.test."],"rrsets":[{"name":"\(zone).",\
            "type":"SOA","ttl":60,"records":[{"content":"\(soa)","disabled":false}]}]}
            """
        let output = try await run(
            [
                "curl", "-sS", "--fail-with-body", "-H",
                "X-API-Key: \(services.ports["\(url)_API_KEY", default: ""])", "-d", body,
                services.ports["\(url)_API_URL", default: ""] + "/api/v1/servers/localhost/zones",
            ]
        )
        #expect(output.status == 0, "\(output.stdout)\(output.stderr)")
    }

    /// Asks one server one question by way of the client.
    func ask(_ text: String, _ type: WireType, at address: String) async throws -> WireMessage {
        try await client.ask(
            DNSClient.Request(
                name: try DomainName(text),
                type: type,
                server: DNSEndpoint(address: try IPAddress(address), port: services.dnsPort),
                patience: DNSClient.Patience(datagram: .milliseconds(800), stream: .seconds(1)),
                deadline: ContinuousClock.now + .seconds(5)
            )
        )
    }
}

extension Randomness {
    static let system = Randomness { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
}

func challenge(_ zone: String) throws -> Challenge {
    try Challenge(zone: DomainName(zone), random: Randomness.system.bytes(32))
}

extension ResolverLab {
    /// Checks with other resolvers than the laboratory's.
    func check(_ challenge: Challenge, resolvers: [DNSEndpoint]) async -> ValidationReport {
        let settings = ResolverSettings(
            resolvers: resolvers,
            allowsPrivate: true,
            authoritativePort: services.dnsPort,
            isPublicSuffix: { _ in false }
        )
        let now: @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
        let budget = QueryBudget(limit: 1000, now: now)
        return await ChallengeResolver(
            settings: settings,
            client: client,
            budget: budget,
            randomness: .system,
            now: now
        )
        .check(challenge, platform: platform)
    }
}

/// A number that several threads count up.
final class SharedCount: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
