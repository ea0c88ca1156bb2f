import Testing

@testable import Core

@Suite("Validation")
struct ValidationVerdictTests {
    private static let token = String(repeating: "ab", count: 32)

    @Test("The challenge's record is named and spelled as documented")
    func record() throws {
        let challenge = try Challenge(
            zone: DomainName("example.org"),
            random: (0..<32).map { UInt8($0) }
        )
        #expect(challenge.token == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect(challenge.recordName.text == "_scaidns-verify.example.org")
        #expect(challenge.recordValue == "scaidns-verify=" + challenge.token)
        #expect(try Challenge(zone: challenge.zone, token: challenge.token) == challenge)
    }

    @Test("Tokens of another form are refused", arguments: ["", "AB", String(repeating: "AB", count: 32), token + "0"])
    func badToken(token: String) throws {
        let zone = try DomainName("example.org")
        #expect(throws: ChallengeError.badToken) { try Challenge(zone: zone, token: token) }
    }

    @Test("A zone whose name leaves no room for the label has no challenge")
    func longZone() throws {
        let label = String(repeating: "a", count: 60)
        let zone = try DomainName([label, label, label, label].joined(separator: "."))
        #expect(throws: ChallengeError.nameTooLong) { try Challenge(zone: zone, token: Self.token) }
    }

    @Test("Only the exact text is the proof")
    func exact() throws {
        let challenge = try Challenge(zone: DomainName("example.org"), token: Self.token)
        #expect(challenge.isProven(by: Array(challenge.recordValue.utf8)))
        for text in [Self.token, challenge.recordValue + " ", " " + challenge.recordValue, ""] {
            #expect(!challenge.isProven(by: Array(text.utf8)))
        }
    }

    @Test(
        "More than half of the servers that answered decide",
        arguments: [
            ([.match], .valid), ([.match, .timeout, .timeout], .valid), ([.match, .match, .absent], .valid),
            ([.match, .absent], .absent), ([.match, .mismatch], .mismatch), ([.match, .mismatch, .absent], .mismatch),
            ([.absent], .absent), ([.mismatch, .match, .match], .valid), ([.match, .refused, .error], .valid),
            ([.timeout, .refused, .error, .forbiddenAddress], .noServerAnswered), ([], .noServerAnswered),
        ] as [([ServerOutcome.Kind], ValidationVerdict)]
    )
    func majority(kinds: [ServerOutcome.Kind], verdict: ValidationVerdict) {
        let outcomes = kinds.enumerated().map { index, kind in
            ServerOutcome(name: "ns\(index).test", address: "192.0.2.\(index)", kind: kind)
        }
        #expect(ValidationVerdict(over: outcomes) == verdict)
    }

    @Test("A server with many addresses has one voice")
    func oneVoice() {
        let many = (1...5).map { ServerOutcome(name: "ns1.test", address: "192.0.2.\($0)", kind: .match) }
        let others = ["ns2.test", "ns3.test"].map { ServerOutcome(name: $0, address: "198.51.100.1", kind: .absent) }
        #expect(ValidationVerdict(over: many + others) == .absent)
    }

    @Test("The sentences are the documented ones")
    func messages() throws {
        let challenge = try Challenge(zone: DomainName("example.org"), token: Self.token)
        let expected: [(ValidationVerdict, String)] = [
            (.valid, "Domain validated"),
            (.absent, "No DNS record found for _scaidns-verify.example.org"),
            (.mismatch, "TXT record found but value doesn't match. Expected: scaidns-verify=\(Self.token)"),
            (.noSuchDomain, "Domain example.org does not exist in DNS"),
            (.noServerAnswered, "No authoritative nameserver for example.org answered"),
            (.delegatedToPlatform, "example.org is delegated to this platform but no zone holds it"),
        ]
        for (verdict, message) in expected { #expect(verdict.message(for: challenge) == message) }
    }

    @Test("An outcome shows at most 16 texts, the proof first, and cuts long ones")
    func shownTexts() throws {
        let challenge = try Challenge(zone: DomainName("example.org"), token: Self.token)
        let texts = (0..<20).map { Array("text \($0)".utf8) } + [Array(challenge.recordValue.utf8)]
        let outcome = ServerOutcome(name: "ns", address: "192.0.2.1", texts: texts, challenge: challenge)
        #expect(outcome.kind == .match)
        #expect(outcome.values.count == 16 && outcome.values.first == challenge.recordValue)
        let long = ServerOutcome(
            name: "ns",
            address: "192.0.2.1",
            texts: [[UInt8](repeating: 0x61, count: 9000)],
            challenge: challenge
        )
        #expect(long.kind == .mismatch && long.values.map(\.utf8.count) == [1020])
    }

    @Test("A challenge takes the documented ways and no others")
    func states() {
        let ways: [(ChallengeState, ChallengeState.Event, ChallengeState)] = [
            (.pending, .checkBegan, .verifying), (.failed, .checkBegan, .verifying),
            (.verifying, .checkPassed, .validated), (.verifying, .checkFailed, .failed),
            (.pending, .lifeEnded, .expired), (.failed, .lifeEnded, .expired),
            (.pending, .wasCancelled, .cancelled), (.failed, .wasCancelled, .cancelled),
        ]
        for state in ChallengeState.allCases {
            for event in ChallengeState.Event.allCases {
                let way = ways.first { $0.0 == state && $0.1 == event }
                #expect((try? state.after(event)) == way?.2)
            }
        }
    }

    @Test(
        "Checks begin at the interval and slow down to hourly",
        arguments: [(1, 60), (10, 60), (11, 120), (12, 240), (15, 1920), (16, 3600), (1_000_000, 3600), (0, 60)]
    )
    func schedule(attempts: Int, delay: Int) {
        #expect(CheckSchedule(interval: 60).delay(afterAttempts: attempts) == delay)
    }

    @Test("An interval longer than an hour stays, one below a second is a second")
    func scheduleBounds() {
        #expect(CheckSchedule(interval: 7200).delay(afterAttempts: 50) == 7200)
        #expect(CheckSchedule(interval: 0).delay(afterAttempts: 1) == 1)
        #expect(CheckSchedule(interval: 60).nextCheck(afterAttempts: 1, at: Timestamp(seconds: 5)).seconds == 65)
    }
}
