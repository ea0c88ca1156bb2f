import Testing

@testable import Core

@Suite("Why something is allowed, and objects of a tenant")
struct ExplanationTests {
    let now = Timestamp(seconds: 1000)
    let tenant = identifier(1)
    let zone = identifier(3)

    private func holdings(scopes: [String] = []) -> Holdings {
        Holdings(
            assignments: [
                HeldAssignment(
                    id: identifier(5), role: "read_only", permissions: SystemRole.readOnly.permissions,
                    scope: .tenant(tenant)),
                HeldAssignment(
                    id: identifier(6), role: "domain_admin", permissions: SystemRole.domainAdmin.permissions,
                    scope: .domain(identifier(4))),
            ],
            grants: [
                HeldGrant(
                    id: identifier(7), role: "record_editor", permissions: SystemRole.recordEditor.permissions,
                    domain: zone, recordPattern: "*.dev", recordTypes: nil, expiresAt: nil)
            ],
            keyScopes: scopes.map { Permission($0) })
    }

    private func explanation(_ permission: String, name: String, scopes: [String] = []) -> AccessExplanation {
        AccessQuestion(Permission(permission), on: .record(name: name, type: "A", domain: zone, tenant: tenant))
            .explanation(from: holdings(scopes: scopes), at: now)
    }

    @Test("Everything that is held is told with what it does; what allows stands first")
    func lines() {
        let allowed = explanation("records:create", name: "www.dev")
        #expect(allowed.lines.map { $0.id } == [identifier(7), identifier(5), identifier(6)])
        #expect(allowed.lines.map { $0.effect } == [.allows, .doesNotCover, .doesNotCover])
        #expect(allowed.allowedBy.map { $0.role } == ["record_editor"])
        #expect(allowed.reason == "records:create is allowed by the role record_editor granted on this zone.")
    }

    @Test(
        "Each answer has its sentence",
        arguments: [
            ("records:read", "@", [], "records:read is allowed by the role read_only at tenant scope."),
            ("records:create", "@", [], "A grant gives records:create in this zone, but not on this name and type."),
            ("records:delete", "@", [], "Nothing that is held here gives records:delete."),
            ("records:read", "@", ["domains:read"], "The scopes of the API key leave records:read out."),
        ]
    )
    func reasons(permission: String, name: String, scopes: [String], reason: String) {
        #expect(explanation(permission, name: name, scopes: scopes).reason == reason)
    }

    @Test("An API key's scopes are told as a line of their own")
    func scopes() {
        #expect(
            explanation("records:read", name: "@", scopes: ["records:*"]).lines.first { $0.source == .keyScopes }?
                .effect == .allows)
        let narrowed = explanation("records:read", name: "@", scopes: ["domains:*"])
        #expect(narrowed.decision == .denied)
        #expect(narrowed.lines.first { $0.source == .keyScopes }?.effect == .narrows)
        #expect(narrowed.allowedBy.isEmpty)
    }

    @Test("Somebody with thousands of assignments gets a hundred lines")
    func bounded() {
        let many = (0..<5000).map { _ in
            HeldAssignment(id: .zero, role: "r", permissions: [.readRecords], scope: .domain(identifier(9)))
        }
        let own = HeldAssignment(id: .zero, role: "own", permissions: [.readRecords], scope: .domain(zone))
        let explanation = AccessQuestion(.readRecords, on: .domain(zone, tenant: tenant))
            .explanation(from: Holdings(assignments: many + [own], grants: [], keyScopes: []), at: now)
        #expect(explanation.lines.count == 100)
        #expect(explanation.lines.first?.role == "own")
        let nobody = AccessQuestion(.readRecords, on: .domain(zone, tenant: tenant))
            .explanation(from: .nothing, at: now)
        #expect(nobody.reason == "Nothing is held here, so this is not even seen.")
    }

    @Test(
        "An object of a tenant is seen with its read permission, or from a zone where that is enough, or by its owner",
        arguments: [
            (SystemRole.tenantAdmin, "tenant", AccessDecision.allowed, AccessDecision.hidden, AccessDecision.allowed),
            (.readOnly, "tenant", .denied, .hidden, .denied), (.readOnly, "domain", .hidden, .hidden, .denied),
            (.recordEditor, "domain", .hidden, .hidden, .denied), (.domainAdmin, "domain", .hidden, .hidden, .denied),
            (.platformAdmin, "platform", .allowed, .allowed, .allowed),
            (.validationBypass, "tenant", .hidden, .hidden, .hidden),
        ]
    )
    func objects(
        role: SystemRole, scope: String, own: AccessDecision, foreign: AccessDecision, template: AccessDecision
    ) {
        let scopes: [String: Scope] = ["platform": .platform, "tenant": .tenant(tenant), "domain": .domain(zone)]
        let holdings = Holdings(
            assignments: [
                HeldAssignment(
                    id: .zero, role: "r", permissions: role.permissions, scope: scopes[scope] ?? .domain(zone))
            ], grants: [], keyScopes: [])
        let read = [Permission("users:read")]
        let update = [Permission("users:update")]
        #expect(ObjectQuestion(update, inTenant: tenant, seenWith: read).decision(from: holdings, at: now) == own)
        #expect(
            ObjectQuestion(update, inTenant: identifier(2), seenWith: read).decision(from: holdings, at: now) == foreign
        )
        let seenWith = [Permission("templates:read"), .createRecords]
        let edit = ObjectQuestion(
            [Permission("templates:update")], inTenant: tenant, seenWith: seenWith, fromZones: [zone])
        #expect(edit.decision(from: holdings, at: now) == template)
        #expect(
            ObjectQuestion(update, inTenant: tenant, seenWith: read, isOwn: true).decision(from: holdings, at: now)
                == .allowed)
    }

    @Test("A route's requirement is read as it is written: all of them, or any of them")
    func requirements() {
        #expect(PermissionRequirement("records:read") == .any([.readRecords]))
        #expect(PermissionRequirement("records:update+records:delete") == .all([.updateRecords, .deleteRecords]))
        #expect(PermissionRequirement("a:b|c:d") == .any([Permission("a:b"), Permission("c:d")]))
        #expect(PermissionRequirement("") == nil)
        #expect(PermissionRequirement("a|b+c") == nil)
        let target = AccessTarget.record(name: "x.dev", type: "A", domain: zone, tenant: tenant)
        func decide(_ text: String) -> AccessDecision? {
            PermissionRequirement(text)?.decision(on: target, from: holdings(), at: now)
        }
        #expect(decide("records:delete|records:create") == .allowed)
        #expect(decide("records:delete+records:create") == .denied)
        #expect(decide("records:read+records:create") == .allowed)
    }

    @Test("Where a permission is held: by assignments and grants, narrowed by an API key's scopes")
    func visibility() {
        let seen = holdings().visibility(of: .readRecords, at: now)
        #expect(seen.tenants == [tenant] && seen.domains == [identifier(4), zone] && !seen.isEverything)
        #expect(holdings().visibility(of: Permission("dnssec:read"), at: now).domains == [identifier(4)])
        #expect(holdings(scopes: ["domains:read"]).visibility(of: .readRecords, at: now).isNothing)
    }
}
