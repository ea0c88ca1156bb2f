import Testing

@testable import Core

@Suite("Permissions")
struct AccessQuestionTests {
    let now = Timestamp(seconds: 1_000)
    let tenant = identifier(1)
    let other = identifier(2)
    let zone = identifier(3)

    @Test(
        "A held permission covers what it names and its patterns",
        arguments: [
            ("records:read", "records:read", true), ("records:*", "records:delete", true), ("*", "platform:read", true),
            ("*:read", "audit:read", true), ("*:read", "audit:delete", false),
            ("records:write", "records:create", true),
            ("records:write", "records:read", false), ("records:read", "domains:read", false),
            ("", "records:read", false),
            ("validation_bypass", "validation_bypass", true),
        ]
    )
    func covers(held: String, wanted: String, covered: Bool) {
        #expect(Permission(held).covers(Permission(wanted)) == covered)
    }

    @Test("A scope covers what lies below it and nothing beside it")
    func scopes() {
        let target = AccessTarget.domain(zone, tenant: tenant)
        for (scope, decision) in [
            (Scope.platform, AccessDecision.allowed), (.tenant(tenant), .allowed), (.domain(zone), .allowed),
            (.tenant(other), .hidden), (.domain(other), .hidden),
        ] {
            let holdings = holding(["records:read"], at: scope)
            #expect(AccessQuestion(.readRecords, on: target).decision(from: holdings, at: now) == decision)
        }
    }

    @Test("A zone that is seen but not permitted is denied, one that is not seen is hidden")
    func deniedOrHidden() {
        let question = AccessQuestion(.deleteRecords, on: .domain(zone, tenant: tenant))
        #expect(question.decision(from: holding(["records:read"], at: .domain(zone)), at: now) == .denied)
        #expect(question.decision(from: holding([], at: .domain(zone)), at: now) == .hidden)
    }

    @Test("The scopes of an API key narrow what is permitted, not what is seen")
    func keyScopes() {
        let holdings = holding(["*"], at: .tenant(tenant), keyScopes: ["records:read"])
        let target = AccessTarget.domain(zone, tenant: tenant)
        #expect(AccessQuestion(.readRecords, on: target).decision(from: holdings, at: now) == .allowed)
        #expect(AccessQuestion(.createRecords, on: target).decision(from: holdings, at: now) == .denied)
    }

    @Test("A limited grant covers its names and types, gives zone reading, and no more of the zone")
    func limitedGrant() {
        let holdings = granted(["domains:*", "records:*", "dnssec:*"], pattern: "*.dev", types: ["A"])
        func ask(_ permission: Permission, _ name: String, _ type: String) -> AccessDecision {
            AccessQuestion(permission, on: .record(name: name, type: type, domain: zone, tenant: tenant))
                .decision(from: holdings, at: now)
        }
        #expect(ask(.createRecords, "www.dev", "A") == .allowed)
        #expect(ask(.createRecords, "WWW.DEV", "A") == .allowed)
        #expect(ask(.createRecords, "www", "A") == .notCovered)
        #expect(ask(.createRecords, "www.dev", "TXT") == .notCovered)
        let target = AccessTarget.domain(zone, tenant: tenant)
        #expect(AccessQuestion(.readDomains, on: target).decision(from: holdings, at: now) == .allowed)
        #expect(AccessQuestion(.updateDomains, on: target).decision(from: holdings, at: now) == .denied)
        #expect(AccessQuestion(Permission("dnssec:read"), on: target).decision(from: holdings, at: now) == .denied)
    }

    @Test("A grant ends with the second it names")
    func expiry() {
        let holdings = granted(["records:read"], expiresAt: Timestamp(seconds: 1_000))
        let question = AccessQuestion(.readRecords, on: .domain(zone, tenant: tenant))
        #expect(question.decision(from: holdings, at: Timestamp(seconds: 999)) == .allowed)
        #expect(question.decision(from: holdings, at: Timestamp(seconds: 1_000)) == .hidden)
    }

    @Test(
        "A star matches any run of characters, dots included",
        arguments: [
            ("*", "@", true), ("*.dev", "a.b.dev", true), ("*.dev", "dev", false), ("a*b*c", "a1b2b3c", true),
            ("a*b*c", "acb", false), ("www", "www", true), ("www", "wwww", false), ("a*a", "a", false), ("", "", true),
            ("**", "x", true), ("?", "x", false),
        ]
    )
    func patterns(pattern: String, name: String, matches: Bool) {
        #expect(GlobPattern(pattern).matches(name) == matches)
    }

    private func holding(_ permissions: [String], at scope: Scope, keyScopes: [String] = []) -> Holdings {
        Holdings(
            assignments: [
                HeldAssignment(
                    id: identifier(9),
                    role: "role",
                    permissions: permissions.map(Permission.init),
                    scope: scope
                )
            ],
            grants: [],
            keyScopes: keyScopes.map(Permission.init)
        )
    }

    private func granted(
        _ permissions: [String],
        pattern: String? = nil,
        types: [String]? = nil,
        expiresAt: Timestamp? = nil
    ) -> Holdings {
        let grant = HeldGrant(
            id: identifier(8),
            role: "role",
            permissions: permissions.map(Permission.init),
            domain: zone,
            recordPattern: pattern,
            recordTypes: types,
            expiresAt: expiresAt
        )
        return Holdings(assignments: [], grants: [grant], keyScopes: [])
    }
}

/// An id that ends in that number.
func identifier(_ number: UInt8) -> Identifier {
    Identifier(bytes: [UInt8](repeating: 0, count: 15) + [number]) ?? .zero
}
