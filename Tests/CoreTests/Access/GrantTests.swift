import Testing

@testable import Core

@Suite("Grants")
struct GrantTests {
    let now = Timestamp(seconds: 1000)
    let tenant = identifier(1)
    let zone = identifier(3)

    static let patterns: [String?] = [nil, "*", "*.dev", "www", "@", "a*b*c", "WWW*"]
    static let types: [[String]?] = [nil, ["A"], ["a", "AAAA"], []]
    static let records: [(name: String, type: String, matching: Set<String>)] = [
        ("@", "A", ["*", "@"]), ("www", "A", ["*", "www", "WWW*"]), ("WWW.DEV", "AAAA", ["*", "*.dev", "WWW*"]),
        ("dev", "TXT", ["*"]), ("axbxc", "MX", ["*", "a*b*c"]), ("*.dev", "CNAME", ["*", "*.dev"]),
    ]

    @Test("Every pattern with every list of types covers just the records that both name, for each record permission")
    func table() {
        for pattern in Self.patterns {
            for types in Self.types {
                for record in Self.records {
                    let isMatching = pattern.map { record.matching.contains($0) } ?? true
                    let isListed = types.map { $0.contains { $0.uppercased() == record.type } } ?? true
                    check(grant(pattern, types), record.name, record.type, isCovered: isMatching && isListed)
                }
            }
        }
    }

    private func check(_ grant: HeldGrant, _ name: String, _ type: String, isCovered: Bool) {
        let holdings = Holdings(assignments: [], grants: [grant], keyScopes: [])
        let record = AccessTarget.record(name: name, type: type, domain: zone, tenant: tenant)
        for permission in Permission.catalogue.map(\.permission) {
            let expected: AccessDecision
            if !grant.isLimited || permission.text.hasPrefix("records:") || permission == .readDomains {
                expected = isCovered ? .allowed : .notCovered
            } else {
                expected = .denied
            }
            let question = AccessQuestion(permission, on: record)
            #expect(
                question.decision(from: holdings, at: now) == expected,
                "\(permission) \(name) \(type) \(grant.recordPattern ?? "") \(grant.recordTypes ?? [])")
            let explanation = question.explanation(from: holdings, at: now)
            #expect(explanation.decision == expected)
            #expect(explanation.allowedBy.isEmpty == (expected != .allowed))
        }
    }

    @Test("Every role granted with limits gives domains:read and record permissions of the role, and no more")
    func roles() {
        for (role, opened) in SystemRoleTests.opened {
            for isLimited in [false, true] {
                let grant = grant(isLimited ? "*.dev" : nil, nil, role.permissions)
                let holdings = Holdings(assignments: [], grants: [grant], keyScopes: [])
                let given = opened.filter { !isLimited || $0.hasPrefix("records:") || $0 == "domains:read" }
                for permission in Permission.catalogue.map(\.permission) {
                    let decision = AccessQuestion(permission, on: .domain(zone, tenant: tenant))
                        .decision(from: holdings, at: now)
                    let refusal: AccessDecision = given.isEmpty ? .hidden : .denied
                    #expect(decision == (given.contains(permission.text) ? .allowed : refusal), "\(role) \(permission)")
                }
            }
        }
    }

    /// A pattern and a name, told by their pieces, so that no report prints all of them.
    struct Hostile: CustomTestStringConvertible, Sendable {
        let head: String
        let piece: String
        let times: Int
        let tail: String
        let letters: Int
        let matches: Bool

        var testDescription: String { "\(head)(\(piece)) x \(times)\(tail)" }
    }

    @Test(
        "A hostile pattern against a hostile name takes time in proportion to their lengths",
        .timeLimit(.minutes(1)),
        arguments: [
            Hostile(head: "", piece: "a*", times: 20_000, tail: "b", letters: 100_000, matches: false),
            Hostile(head: "", piece: "*", times: 100_000, tail: "", letters: 1, matches: true),
            Hostile(head: "*", piece: "a", times: 50_000, tail: "b*", letters: 100_000, matches: false),
            Hostile(head: "", piece: "*a", times: 50_000, tail: "*", letters: 50_000, matches: true),
            Hostile(head: "", piece: "*a", times: 50_000, tail: "*", letters: 49_999, matches: false),
        ]
    )
    func hostile(sample: Hostile) {
        let pattern = sample.head + String(repeating: sample.piece, count: sample.times) + sample.tail
        let name = String(repeating: "a", count: sample.letters)
        #expect(GlobPattern(pattern).matches(name) == sample.matches)
    }

    @Test("Matching agrees with the definition, for every pattern and text of up to five letters")
    func definition() {
        let patterns = words(over: ["a", "b", "*"], upTo: 5)
        let texts = words(over: ["a", "b"], upTo: 5)
        for pattern in patterns {
            let compiled = GlobPattern(pattern)
            for text in texts {
                #expect(
                    compiled.matches(text) == isMatch(Array(pattern)[...], Array(text)[...]), "\(pattern) \(text)")
            }
        }
    }

    /// What a pattern means, in the fewest words; exponential.
    private func isMatch(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return isMatch(pattern.dropFirst(), text) || !text.isEmpty && isMatch(pattern, text.dropFirst())
        }
        return text.first == first && isMatch(pattern.dropFirst(), text.dropFirst())
    }

    @Test("A pattern includes another when it matches whatever the other does, for every pair of up to four letters")
    func inclusion() {
        let patterns = words(over: ["a", "b", "*"], upTo: 4)
        // The third letter stands in no pattern, so that a `*` can be told from any letter.
        let texts = words(over: ["a", "b", "c"], upTo: 5)
        let matched = patterns.map { pattern in texts.map { GlobPattern(pattern).matches($0) } }
        for (wider, matchedByWider) in zip(patterns, matched) {
            for (narrower, matchedByNarrower) in zip(patterns, matched) {
                let isIncluded = zip(matchedByNarrower, matchedByWider).allSatisfy { !$0 || $1 }
                let answer = GlobPattern(wider).includes(GlobPattern(narrower))
                if answer != isIncluded { Issue.record("\(wider) \(narrower) \(isIncluded)") }
            }
        }
    }

    private func words(over letters: [String], upTo length: Int) -> [String] {
        var all = [""]
        var last = [""]
        for _ in 0..<length {
            last = last.flatMap { word in letters.map { word + $0 } }
            all += last
        }
        return all
    }

    private func grant(_ pattern: String?, _ types: [String]?, _ permissions: [Permission] = [.everything]) -> HeldGrant
    {
        HeldGrant(
            id: identifier(8), role: "role", permissions: permissions, domain: zone, recordPattern: pattern,
            recordTypes: types, expiresAt: nil)
    }
}
