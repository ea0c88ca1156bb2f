import Core
import TestSupport
import Testing

@testable import Backend

/// CNAMEs at the challenge's name.
@Suite("Challenges behind CNAMEs", .serialized)
struct ResolverAliasTests {
    @Test("A CNAME within the zone is followed")
    func inside() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("alias-in.test")
        try await lab.services.delegate("alias-in.test")
        try await lab.services.publish(challenge.recordName.text, "CNAME", ["one.alias-in.test."])
        try await lab.services.publish("one.alias-in.test", "CNAME", ["two.alias-in.test."])
        try await lab.services.publish("two.alias-in.test", "TXT", [challenge.recordValue])
        #expect(await lab.check(challenge).verdict == .valid)
    }

    @Test("A CNAME out of the zone is followed through the resolvers, not through the zone's own server")
    func outside() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("alias-out.test")
        try await lab.services.delegate("alias-out.test")
        // The provider holds a zone of the target's name, too, with another text: its word about it does not count.
        try await lab.services.delegate("alias-target.test")
        try await lab.services.publish("_proof.alias-target.test", "TXT", ["the provider's word"])
        try await lab.services.publish(challenge.recordName.text, "CNAME", ["_proof.alias-target.test."])
        try await lab.services.publish("_proof.alias-target.test", "TXT", [challenge.recordValue], at: .pdns4)
        let report = await lab.check(challenge)
        #expect(report.verdict == .valid)
        #expect(report.servers.first?.values == [challenge.recordValue])
    }

    @Test("A CNAME to nowhere is an absent record")
    func nowhere() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("alias-void.test")
        try await lab.services.delegate("alias-void.test")
        try await lab.services.publish(challenge.recordName.text, "CNAME", ["nobody-home.test."])
        #expect(await lab.check(challenge).verdict == .absent)
    }

    @Test("A CNAME that a wildcard made is not followed: its target's owner would own the zone")
    func wildcard() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("alias-wild.test")
        try await lab.services.delegate("alias-wild.test")
        try await lab.services.publish("*.alias-wild.test", "CNAME", ["_hosting.alias-host.test."])
        try await lab.services.delegate("alias-host.test")
        try await lab.services.publish("_hosting.alias-host.test", "TXT", [challenge.recordValue], at: .pdns4)
        let report = await lab.check(challenge)
        #expect(report.verdict == .absent)
        #expect(report.servers.map(\.kind) == [.absent])

        // Written by the owner beside the wildcard, to another place, it is the owner's word.
        try await lab.services.publish("_own.alias-host.test", "TXT", [challenge.recordValue], at: .pdns4)
        try await lab.services.publish(challenge.recordName.text, "CNAME", ["_own.alias-host.test."])
        #expect(await lab.check(challenge).verdict == .valid)
    }

    @Test(
        "More than eight CNAMEs are not followed, eight are",
        arguments: [(8, ValidationVerdict.valid), (9, .noServerAnswered)])
    func tooMany(links: Int, verdict: ValidationVerdict) async throws {
        let lab = try await ResolverLab()
        let zone = "alias-\(links).test"
        let challenge = try challenge(zone)
        try await lab.services.delegate(zone)
        let names = [challenge.recordName.text] + (1...links).map { "link\($0).\(zone)" }
        for (owner, target) in zip(names, names.dropFirst()) {
            try await lab.services.publish(owner, "CNAME", [target + "."])
        }
        try await lab.services.publish("link\(links).\(zone)", "TXT", [challenge.recordValue])
        #expect(await lab.check(challenge).verdict == verdict)
    }

    @Test("CNAMEs in a circle end")
    func circle() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("alias-loop.test")
        try await lab.services.delegate("alias-loop.test")
        try await lab.services.publish(challenge.recordName.text, "CNAME", ["loop.alias-loop.test."])
        try await lab.services.publish("loop.alias-loop.test", "CNAME", [challenge.recordName.absoluteText])
        let report = await lab.check(challenge)
        #expect(!report.verdict.isValid)
    }
}
