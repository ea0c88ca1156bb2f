import Core
import TestSupport
import Testing

@testable import Backend

/// Servers and bystanders that lie, guess, fold case, stay silent or send garbage.
@Suite("Hostile DNS peers", .serialized)
struct ResolverHostileTests {
    @Test("Ids, ports and cases are fresh for every question")
    func randomness() async throws {
        let lab = try await ResolverLab()
        let peer = try ResolverPeer(at: "127.0.1.1", port: lab.services.dnsPort) { [.send(PeerAnswer.nothing($0))] }
        defer { peer.stop() }
        for _ in 0..<20 { _ = try await lab.ask("abcdefghijklmnopqrstuvwxyz.test", .txt, at: "127.0.1.1") }
        let queries = peer.queries
        #expect(queries.count == 20)
        // 20 draws of 65,536 ids and some 28,000 ports: two pairs alike are rarer than one run in 10,000.
        #expect(Set(queries.map { $0.octets[..<2] }).count >= 18)
        #expect(Set(queries.map(\.port)).count >= 18)
        #expect(Set(queries.map { $0.octets[12..<45] }).count == 20)
    }

    @Test("A forged answer from another address is not heard, the right one after it is")
    func spoofer() async throws {
        let lab = try await ResolverLab()
        let peer = try ResolverPeer(at: "127.0.1.2", port: lab.services.dnsPort) {
            [.forge(PeerAnswer.text("forged", to: $0)), .send(PeerAnswer.text("right", to: $0))]
        }
        defer { peer.stop() }
        let message = try await lab.ask("spoofed.test", .txt, at: "127.0.1.2")
        #expect(message.answers.map(\.joinedText) == [Array("right".utf8)])
        #expect(peer.queries.count == 1)
    }

    @Test("A wrong id or wrong case is not believed, the right answer after it is", arguments: [true, false])
    func wrongThenRight(isID: Bool) async throws {
        let lab = try await ResolverLab()
        let address = isID ? "127.0.1.3" : "127.0.1.4"
        let peer = try ResolverPeer(at: address, port: lab.services.dnsPort) { query in
            let forged = PeerAnswer.text("forged", to: query)
            let wrong = isID ? PeerAnswer.withOtherID(forged) : PeerAnswer.withOtherCase(forged)
            return [.send(wrong), .send(PeerAnswer.text("right", to: query))]
        }
        defer { peer.stop() }
        let message = try await lab.ask("guess.test", .txt, at: address)
        #expect(message.answers.map(\.joinedText) == [Array("right".utf8)])
    }

    @Test(
        "Where nothing right comes, TCP is asked; without TCP there is no answer",
        arguments: ["id", "case", "garbage", "query", "truncated"]
    )
    func neverRight(kind: String) async throws {
        let lab = try await ResolverLab()
        let last = ["id", "case", "garbage", "query", "truncated"].firstIndex(of: kind).map { $0 + 10 } ?? 0
        let peer = try ResolverPeer(at: "127.0.1.\(last)", port: lab.services.dnsPort) { query in
            let answer = PeerAnswer.text("forged", to: query)
            return switch kind {
            case "id": [.send(PeerAnswer.withOtherID(answer))]
            case "case": [.send(PeerAnswer.withOtherCase(answer))]
            case "query": [.send(query)]
            case "truncated": [.send(PeerAnswer.nothing(query, flags: 0x8600))]
            default: [.send([0xFF, 0x00, 0xC0])]
            }
        }
        defer { peer.stop() }
        await #expect(throws: DNSFailure.unreachable) { try await lab.ask("never.test", .txt, at: "127.0.1.\(last)") }
    }

    @Test("A silent server is asked twice, then given up")
    func silence() async throws {
        let lab = try await ResolverLab()
        let peer = try ResolverPeer(at: "127.0.1.20", port: lab.services.dnsPort) { _ in [] }
        defer { peer.stop() }
        await #expect(throws: DNSFailure.timeout) { try await lab.ask("silent.test", .txt, at: "127.0.1.20") }
        #expect(peer.queries.count == 2)
        #expect(Set(peer.queries.map(\.octets)).count == 1)
    }

    @Test("A first datagram that is lost costs a second one, not the answer")
    func loss() async throws {
        let lab = try await ResolverLab()
        let count = SharedCount()
        let peer = try ResolverPeer(at: "127.0.1.21", port: lab.services.dnsPort) { query in
            count.next() == 1 ? [] : [.send(PeerAnswer.text("late", to: query))]
        }
        defer { peer.stop() }
        let message = try await lab.ask("lossy.test", .txt, at: "127.0.1.21")
        #expect(message.answers.count == 1)
    }

    @Test("One hijacked server of three does not suffice, and one stale of three does not block")
    func majority() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("majority.test")
        let value = challenge.recordValue
        let hosts = (31...33).map { "ns-\($0).test" }
        for (index, host) in hosts.enumerated() {
            try await lab.services.publish(host, "A", ["127.0.1.\(31 + index)"], at: .pdns4)
        }
        try await lab.services.delegate("majority.test", to: hosts)
        let holding = SharedCount()
        var peers: [ResolverPeer] = []
        defer { for peer in peers { peer.stop() } }
        for index in 1...3 {
            let peer = try ResolverPeer(at: "127.0.1.\(30 + index)", port: lab.services.dnsPort) { query in
                [.send(index <= holding.value ? PeerAnswer.text(value, to: query) : PeerAnswer.nothing(query))]
            }
            peers.append(peer)
        }
        _ = holding.next()
        #expect(await lab.check(challenge).verdict == .absent)
        _ = holding.next()
        #expect(await lab.check(challenge).verdict == .valid)
    }

    @Test("A cache that answers in a server's place is no witness")
    func notAuthoritative() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("cached.test")
        let value = challenge.recordValue
        try await lab.services.publish("ns-cache.test", "A", ["127.0.1.40"], at: .pdns4)
        try await lab.services.delegate("cached.test", to: ["ns-cache.test"])
        let peer = try ResolverPeer(at: "127.0.1.40", port: lab.services.dnsPort) { query in
            var answer = PeerAnswer.text(value, to: query)
            answer[2] &= 0xFB
            return [.send(answer)]
        }
        defer { peer.stop() }
        let report = await lab.check(challenge)
        #expect(report.verdict == .noServerAnswered)
        #expect(report.servers.map(\.kind) == [.error])
    }

    @Test("Silent servers cost the check no more than one server's patience, since all are asked at once")
    func silentServers() async throws {
        let lab = try await ResolverLab()
        let hosts = (51...54).map { "ns-\($0).test" }
        var peers: [ResolverPeer] = []
        defer { for peer in peers { peer.stop() } }
        for (index, host) in hosts.enumerated() {
            let address = "127.0.1.\(51 + index)"
            try await lab.services.publish(host, "A", [address], at: .pdns4)
            peers.append(try ResolverPeer(at: address, port: lab.services.dnsPort) { _ in [] })
        }
        try await lab.services.delegate("silence.test", to: hosts)
        let clock = ContinuousClock()
        let start = clock.now
        let report = await lab.check(try challenge("silence.test"))
        #expect(report.verdict == .noServerAnswered)
        #expect(report.servers.map(\.kind) == [.timeout, .timeout, .timeout, .timeout])
        #expect(clock.now - start < .seconds(9))
    }

    @Test("A dead first resolver is passed over, and with none alive the check ends without a verdict")
    func deadResolvers() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("deadresolver.test")
        try await lab.services.delegate("deadresolver.test")
        try await lab.services.publish(challenge.recordName.text, "TXT", [challenge.recordValue])
        let dead = DNSEndpoint(address: try IPAddress("127.0.1.60"), port: lab.services.dnsPort)
        #expect(await lab.check(challenge, resolvers: [dead] + lab.settings.resolvers).verdict == .valid)
        #expect(await lab.check(challenge, resolvers: [dead]).verdict == .noServerAnswered)
    }

    @Test("A CNAME that a DNAME made is not followed either: its target's owner would own the zone")
    func moved() async throws {
        let lab = try await ResolverLab()
        let challenge = try challenge("moved.test")
        try await lab.services.publish("ns-moved.test", "A", ["127.0.1.61"], at: .pdns4)
        try await lab.services.delegate("moved.test", to: ["ns-moved.test"])
        try await lab.services.delegate("moved-host.test")
        let target = Challenge.label + ".moved-host.test"
        try await lab.services.publish(target, "TXT", [challenge.recordValue], at: .pdns4)
        let peer = try ResolverPeer(at: "127.0.1.61", port: lab.services.dnsPort) {
            [.send(PeerAnswer.moved(to: ["moved-host", "test"], $0))]
        }
        defer { peer.stop() }
        let report = await lab.check(challenge)
        #expect(report.verdict == .absent)
        #expect(peer.queries.count == 2)
    }

    @Test(
        "A validated answer with the token outweighs stale servers, one that is not validated does not",
        arguments: [true, false])
    func signed(isValidated: Bool) async throws {
        let lab = try await ResolverLab()
        let zone = isValidated ? "signed.test" : "unsigned.test"
        let challenge = try challenge(zone)
        let value = challenge.recordValue
        try await lab.services.delegate(zone)
        let address = isValidated ? "127.0.1.62" : "127.0.1.63"
        // A resolver that knows the text and nothing else.
        let peer = try ResolverPeer(at: address, port: lab.services.dnsPort) { query in
            let isText = query[(query.count - 15)...].starts(with: [0, 16])
            guard isText else { return [.send(PeerAnswer.nothing(query, flags: 0x8182))] }
            var answer = PeerAnswer.text(value, to: query)
            answer[3] = isValidated ? 0xA0 : 0x80
            return [.send(answer)]
        }
        defer { peer.stop() }
        let endpoint = DNSEndpoint(address: try IPAddress(address), port: lab.services.dnsPort)
        let report = await lab.check(challenge, resolvers: [endpoint] + lab.settings.resolvers)
        #expect(report.verdict == (isValidated ? .valid : .absent))
        #expect(report.servers.map(\.kind) == [.absent])
    }
}
