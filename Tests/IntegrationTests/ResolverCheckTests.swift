import Core
import TestSupport
import Testing

@testable import Backend

/// The algorithm of `domain.md` 4 against real PowerDNS servers.
@Suite("Challenges in the DNS", .serialized)
struct ResolverCheckTests {
    @Test("The right value at the provider validates the zone")
    func validates() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("right.test")
        try await lab.services.delegate("right.test")
        try await lab.services.publish(challenge.recordName.text, "TXT", ["other", challenge.recordValue])
        let report = await lab.check(challenge)
        #expect(report.verdict == .valid)
        #expect(report.askedZone == challenge.zone)
        #expect(report.servers.map(\.name) == ["ns1.provider.test"])
        #expect(report.servers.map(\.address) == ["127.0.0.3"])
        #expect(report.servers.first?.values.sorted() == ["other", challenge.recordValue].sorted())
    }

    @Test("A stranger's value does not validate, and is shown")
    func mismatch() async throws {
        let lab = try await ResolverLab()
        let (mine, theirs) = (try challenge("stranger.test"), try challenge("stranger.test"))
        try await lab.services.delegate("stranger.test")
        try await lab.services.publish(mine.recordName.text, "TXT", [theirs.recordValue])
        let report = await lab.check(mine)
        #expect(report.verdict == .mismatch)
        #expect(report.servers.map(\.values) == [[theirs.recordValue]])
    }

    @Test("A value that holds the right one and more does not validate")
    func notExact() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("inexact.test")
        try await lab.services.delegate("inexact.test")
        try await lab.services.publish(challenge.recordName.text, "TXT", [challenge.recordValue + " "])
        #expect(await lab.check(challenge).verdict == .mismatch)
    }

    @Test("A zone without the record is told so")
    func absent() async throws {
        let lab = try await ResolverLab()
        try await lab.services.delegate("absent.test")
        let report = await lab.check(try challenge("absent.test"))
        #expect(report.verdict == .absent)
        #expect(report.servers.map(\.kind) == [.absent])
    }

    @Test("A name that nobody registered does not exist, below an ordinary name or below a public suffix")
    func noSuchDomain() async throws {
        let lab = try await ResolverLab()
        #expect(await lab.check(try challenge("nobody-at-all.test")).verdict == .noSuchDomain)
        #expect(await lab.check(try challenge("nobody-at-all.invalid")).verdict == .noSuchDomain)
        let strict = try await ResolverLab(isPublicSuffix: { $0.text == "example.test" })
        let report = await strict.check(try challenge("nobody.example.test"))
        #expect(report.verdict == .noSuchDomain && report.servers.isEmpty)
    }

    @Test("A name inside an existing zone is proven at that zone's servers")
    func ancestor() async throws {
        let lab = try await ResolverLab()
        try await lab.services.delegate("parent.test")
        let challenge = try challenge("deep.below.parent.test")
        try await lab.services.publish(challenge.recordName.text, "TXT", [challenge.recordValue])
        let report = await lab.check(challenge)
        #expect(report.verdict == .valid)
        #expect(report.askedZone?.text == "parent.test")
    }

    @Test("The right value at our own server alone does not validate")
    func ownServer() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("ours.test")
        try await lab.makeZone("ours.test", at: .pdns2)
        try await lab.services.publish(challenge.recordName.text, "TXT", [challenge.recordValue], at: .pdns2)
        try await lab.services.delegate("ours.test", to: ["ns1.scaidns.test", "ns2.scaidns.test"])
        let report = await lab.check(challenge)
        #expect(report.verdict == .delegatedToPlatform && report.servers.isEmpty)
    }

    @Test("Our own server under another name is still ours")
    func ownServerInDisguise() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("vanity.test")
        try await lab.makeZone("vanity.test", at: .pdns2)
        try await lab.services.publish(challenge.recordName.text, "TXT", [challenge.recordValue], at: .pdns2)
        try await lab.services.publish("ns-vanity.test", "A", ["127.0.0.2"], at: .pdns4)
        try await lab.services.publish("ns-mapped.test", "AAAA", ["::ffff:7f00:2"], at: .pdns4)
        try await lab.services.delegate("vanity.test", to: ["ns-vanity.test", "ns-mapped.test"])
        #expect(await lab.check(challenge).verdict == .delegatedToPlatform)
    }

    @Test("With our own server beside the provider, the provider alone decides")
    func partlyOurs() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("partly.test")
        try await lab.makeZone("partly.test", at: .pdns2)
        try await lab.services.delegate("partly.test", to: ["ns1.provider.test", "ns1.scaidns.test"])
        try await lab.services.publish(challenge.recordName.text, "TXT", [challenge.recordValue], at: .pdns2)
        let report = await lab.check(challenge)
        #expect(report.verdict == .absent)
        #expect(report.servers.map(\.name) == ["ns1.provider.test"])
    }

    @Test("A dead server does not stand in the way of a live one")
    func deadServer() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("halfdead.test")
        try await lab.services.publish("ns-dead.test", "A", ["127.0.0.99"], at: .pdns4)
        try await lab.services.delegate("halfdead.test", to: ["ns1.provider.test", "ns-dead.test"])
        try await lab.services.publish(challenge.recordName.text, "TXT", [challenge.recordValue])
        let report = await lab.check(challenge)
        #expect(report.verdict == .valid)
        #expect(Set(report.servers.map(\.kind)) == [.match, .error])
    }

    @Test("When no server of the zone answers, that is said")
    func allDead() async throws {
        let lab = try await ResolverLab()
        try await lab.services.publish("ns-gone.test", "A", ["127.0.0.98"], at: .pdns4)
        try await lab.services.delegate("alldead.test", to: ["ns-gone.test"])
        let report = await lab.check(try challenge("alldead.test"))
        #expect(report.verdict == .noServerAnswered)
        #expect(report.servers.map(\.kind) == [.error])
    }

    @Test("A server that does not know the zone has refused")
    func lame() async throws {
        let lab = try await ResolverLab()
        try await lab.services.publish("ns-lame.test", "A", ["127.0.0.2"], at: .pdns4)
        try await lab.services.delegate("lame.test", to: ["ns-lame.test"])
        let report = await lab.resolver.check(try challenge("lame.test"), platform: PlatformServers(names: []))
        #expect(report.verdict == .noServerAnswered)
        #expect(report.servers.map(\.kind) == [.refused])
    }

    @Test("Private addresses are not asked outside a laboratory")
    func guarded() async throws {
        let lab = try await ResolverLab(allowsPrivate: false, isPublicSuffix: { _ in false })
        let challenge = try challenge("guarded.test")
        try await lab.services.delegate("guarded.test")
        try await lab.services.publish(challenge.recordName.text, "TXT", [challenge.recordValue])
        let report = await lab.check(challenge)
        #expect(report.verdict == .noServerAnswered)
        #expect(report.servers.map(\.kind) == [.forbiddenAddress])
    }

    @Test("An address that was asked often enough is left alone, and the check put off")
    func budget() async throws {
        let lab = try await ResolverLab(perMinute: 2)
        try await lab.services.delegate("budget.test")
        let challenge = try challenge("budget.test")
        #expect(await lab.check(challenge).verdict == .absent)
        #expect(await lab.check(challenge).verdict == .absent)
        guard case .putOff(let seconds) = await lab.check(challenge).verdict else {
            Issue.record("the third check was not put off")
            return
        }
        #expect((1...60).contains(seconds))
    }

    @Test("An answer that does not fit a datagram is fetched by TCP")
    func truncation() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("big.test")
        try await lab.services.delegate("big.test")
        let filler = (0..<30).map { String(repeating: "x", count: 200) + String($0) }
        try await lab.services.publish(challenge.recordName.text, "TXT", filler + [challenge.recordValue])
        let report = await lab.check(challenge)
        #expect(report.verdict == .valid)
        #expect(report.servers.first?.values.count == 16)
        #expect(report.servers.first?.values.first == challenge.recordValue)
    }

    @Test("The strings of one long TXT record are joined")
    func joined() async throws {
        let lab = try await ResolverLab()
        try await lab.services.delegate("joined.test")
        try await lab.services.publish("_scaidns-verify.joined.test", "TXT", [String(repeating: "y", count: 600)])
        let report = await lab.check(try challenge("joined.test"))
        #expect(report.servers.first?.values == [String(repeating: "y", count: 600)])
    }
}
