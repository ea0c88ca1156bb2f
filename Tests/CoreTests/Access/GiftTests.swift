import Testing

@testable import Core

@Suite("What may be given, and who may be changed")
struct GiftTests {
    static let now = Timestamp(seconds: 1000)
    static let tenant = identifier(1)
    static let other = identifier(2)
    static let zone = identifier(3)
    static let zoneTenants = [zone: tenant]

    private static func holding(_ role: SystemRole, at scope: Scope, scopes: [String] = []) -> Holdings {
        Holdings(
            assignments: [
                HeldAssignment(id: .zero, role: role.rawValue, permissions: role.permissions, scope: scope)
            ],
            grants: [], keyScopes: scopes.map { Permission($0) })
    }

    private static func grant(
        _ role: SystemRole, pattern: String? = nil, types: [String]? = nil, until: Int64? = nil
    ) -> HeldGrant {
        HeldGrant(
            id: .zero, role: role.rawValue, permissions: role.permissions, domain: zone, recordPattern: pattern,
            recordTypes: types, expiresAt: until.map { Timestamp(seconds: $0) })
    }

    private func permits(_ holdings: Holdings, _ gift: Gift) -> Bool { refusal(holdings, gift) == nil }

    private func refusal(_ holdings: Holdings, _ gift: Gift) -> GiftRefusal? {
        do throws(GiftRefusal) {
            try holdings.permit(gift, zoneTenants: Self.zoneTenants, at: Self.now)
            return nil
        } catch {
            return error
        }
    }

    /// Who may give what in a tenant, role by role: everything below, oneself included.
    private static let givers: [(SystemRole, [SystemRole])] = [
        (.platformAdmin, SystemRole.allCases),
        (.tenantAdmin, [.tenantAdmin, .domainAdmin, .domainManager, .recordEditor, .readOnly]),
        (.domainAdmin, [.domainAdmin, .domainManager, .recordEditor]),
        (.domainManager, [.domainManager, .recordEditor]),
        (.recordEditor, [.recordEditor]), (.readOnly, [.readOnly]), (.validationBypass, [.validationBypass]),
    ]

    @Test("A role is made, changed, assigned and taken back only by who holds all of it there", arguments: givers)
    func roles(giver: SystemRole, given: [SystemRole]) {
        let holdings = Self.holding(giver, at: .tenant(Self.tenant))
        for role in SystemRole.allCases {
            let isHeld = given.contains(role)
            #expect(permits(holdings, .assignment(role.permissions, at: .tenant(Self.tenant))) == isHeld, "\(role)")
            #expect(permits(holdings, .role(role.permissions, tenant: Self.tenant)) == isHeld, "\(role)")
            #expect(!permits(holdings, .assignment(role.permissions, at: .tenant(Self.other))), "\(role)")
        }
    }

    @Test("On a zone `read_only` is given by whoever holds every read permission that counts there")
    func readOnlyOnZone() {
        let read = SystemRole.readOnly.permissions
        let admin = Self.holding(.domainAdmin, at: .domain(Self.zone))
        #expect(permits(admin, .assignment(read, at: .domain(Self.zone))))
        #expect(permits(admin, .grant(Self.grant(.readOnly))))
        #expect(!permits(admin, .assignment(read, at: .tenant(Self.tenant))))
        let manager = Self.holding(.domainManager, at: .domain(Self.zone))
        #expect(
            refusal(manager, .grant(Self.grant(.readOnly)))
                == .exceeds([Excess(permission: Permission("access_grants:read"), scope: .domain(Self.zone))]))
    }

    @Test("Only platform admins assign at platform scope", arguments: SystemRole.allCases)
    func platform(giver: SystemRole) {
        for scope in [Scope.platform, .tenant(Self.tenant)] {
            let gift = Gift.assignment([.readRecords], at: .platform)
            let isAdmin = giver == .platformAdmin && scope == .platform
            #expect(refusal(Self.holding(giver, at: scope), gift) == (isAdmin ? nil : .platformScope))
        }
    }

    @Test(
        "A pattern is given by who holds all that it names",
        arguments: [
            (["records:*"], "records:*", true), (["records:*"], "records:write", true), (["records:*"], "*", false),
            (["records:create", "records:update", "records:delete"], "records:write", true),
            (["records:create", "records:update"], "records:write", false),
            (["records:read", "records:create", "records:update", "records:delete"], "records:*", true),
            (["*:read"], "platform:read", true), (["*"], "*", true), (["*:read"], "*:read", true),
            (["records:*"], "fish:*", false), (["fish:*"], "fish:*", true), ([], "records:read", false),
        ]
    )
    func patterns(held: [String], given: String, isPermitted: Bool) {
        let assignment = HeldAssignment(
            id: .zero, role: "r", permissions: held.map { Permission($0) }, scope: .tenant(Self.tenant))
        let holdings = Holdings(assignments: [assignment], grants: [], keyScopes: [])
        #expect(permits(holdings, .role([Permission(given)], tenant: Self.tenant)) == isPermitted)
    }

    @Test("The scopes of an API key narrow what its holder may give")
    func narrowGiver() {
        let key = Self.holding(.tenantAdmin, at: .tenant(Self.tenant), scopes: ["records:read", "roles:*"])
        #expect(permits(key, .role([.readRecords], tenant: Self.tenant)))
        #expect(!permits(key, .role([.createRecords], tenant: Self.tenant)))
    }

    @Test("A tenant's role covers its zones, and no zone whose tenant is not known")
    func zones() {
        let admin = Self.holding(.tenantAdmin, at: .tenant(Self.tenant))
        let gift = Gift.grant(Self.grant(.domainAdmin))
        #expect(permits(admin, gift))
        #expect(throws: GiftRefusal.self) { try admin.permit(gift, zoneTenants: [:], at: Self.now) }
        #expect(throws: GiftRefusal.self) { try admin.permit(gift, zoneTenants: [Self.zone: Self.other], at: Self.now) }
        #expect(throws: Never.self) {
            try Self.holding(.platformAdmin, at: .platform).permit(gift, zoneTenants: [:], at: Self.now)
        }
    }

    @Test(
        "A grant is passed on no wider and no longer than it is held",
        arguments: [
            (grant(.domainAdmin), grant(.domainAdmin), true), (grant(.domainAdmin), grant(.recordEditor), true),
            (grant(.recordEditor), grant(.domainManager), false),
            (grant(.domainAdmin), grant(.domainAdmin, pattern: "*.dev", types: ["A"], until: 2000), true),
            (grant(.domainAdmin, until: 2000), grant(.domainAdmin), false),
            (grant(.domainAdmin, until: 2000), grant(.domainAdmin, until: 2001), false),
            (grant(.domainAdmin, until: 2000), grant(.domainAdmin, until: 2000), true),
            (grant(.domainAdmin, until: 999), grant(.recordEditor, until: 999), false),
            (grant(.domainManager, pattern: "*.dev"), grant(.recordEditor, pattern: "a.*.DEV"), true),
            (grant(.domainManager, pattern: "*.dev"), grant(.recordEditor, pattern: "*dev"), false),
            (grant(.domainManager, pattern: "*.dev"), grant(.recordEditor), false),
            (grant(.domainManager, types: ["A", "TXT"]), grant(.recordEditor, types: ["a"]), true),
            (grant(.domainManager, types: ["A"]), grant(.recordEditor, types: ["A", "TXT"]), false),
            (grant(.domainManager, types: ["A"]), grant(.recordEditor, pattern: "*"), false),
            // Of a limited grant only the record permissions count, so this carries no more than is held.
            (grant(.domainManager, pattern: "*.dev"), grant(.domainAdmin, pattern: "x.dev"), true),
        ]
    )
    func grants(held: HeldGrant, given: HeldGrant, isPermitted: Bool) {
        #expect(permits(Holdings(assignments: [], grants: [held], keyScopes: []), .grant(given)) == isPermitted)
    }

    @Test("A grant that ends is not passed on as an assignment, which does not")
    func endless() {
        let gift = Gift.assignment(SystemRole.recordEditor.permissions, at: .domain(Self.zone))
        let forEver = Holdings(assignments: [], grants: [Self.grant(.domainAdmin)], keyScopes: [])
        let forNow = Holdings(assignments: [], grants: [Self.grant(.domainAdmin, until: 2000)], keyScopes: [])
        #expect(permits(forEver, gift))
        #expect(!permits(forNow, gift))
    }

    @Test(
        "Somebody who holds what the caller lacks is not changed, and gets no API key from the caller",
        arguments: [
            (holding(.tenantAdmin, at: .tenant(tenant)), holding(.readOnly, at: .tenant(tenant)), true),
            (holding(.tenantAdmin, at: .tenant(tenant)), holding(.tenantAdmin, at: .tenant(tenant)), true),
            (holding(.tenantAdmin, at: .tenant(tenant)), holding(.domainAdmin, at: .domain(zone)), true),
            (holding(.tenantAdmin, at: .tenant(tenant)), holding(.platformAdmin, at: .platform), false),
            (holding(.tenantAdmin, at: .tenant(tenant)), holding(.readOnly, at: .platform), false),
            (holding(.tenantAdmin, at: .tenant(tenant)), holding(.recordEditor, at: .tenant(other)), false),
            (holding(.tenantAdmin, at: .tenant(tenant)), holding(.recordEditor, at: .domain(other)), false),
            (holding(.tenantAdmin, at: .tenant(tenant)), holding(.validationBypass, at: .tenant(tenant)), false),
            (holding(.tenantAdmin, at: .tenant(tenant)), .nothing, true), (.nothing, .nothing, true),
            (.nothing, holding(.recordEditor, at: .domain(zone)), false),
            (holding(.platformAdmin, at: .platform), holding(.platformAdmin, at: .platform), true),
            // A key carries what its scopes leave of its source.
            (
                holding(.tenantAdmin, at: .tenant(tenant)),
                holding(.tenantAdmin, at: .tenant(tenant), scopes: ["records:write"]), true
            ),
            (
                holding(.recordEditor, at: .tenant(tenant)),
                holding(.tenantAdmin, at: .tenant(tenant), scopes: ["records:read"]), true
            ),
            (
                holding(.recordEditor, at: .tenant(tenant)),
                holding(.tenantAdmin, at: .tenant(tenant), scopes: ["records:write"]), false
            ),
            (
                holding(.tenantAdmin, at: .tenant(tenant)),
                holding(.platformAdmin, at: .platform, scopes: ["records:read"]), false
            ),
            (
                holding(.tenantAdmin, at: .tenant(tenant)),
                holding(.platformAdmin, at: .tenant(tenant), scopes: ["records:*"]), true
            ),
            (
                holding(.tenantAdmin, at: .tenant(tenant)), holding(.platformAdmin, at: .tenant(tenant), scopes: ["*"]),
                false
            ),
        ]
    )
    func holdings(caller: Holdings, target: Holdings, isPermitted: Bool) {
        #expect(permits(caller, .holdings(target)) == isPermitted)
    }

    @Test("Whoever may do nothing but through limited grants may still make a key of their own")
    func ownKey() {
        let own = Holdings(
            assignments: [], grants: [Self.grant(.recordEditor, pattern: "*.dev", types: ["A"], until: 2000)],
            keyScopes: [])
        #expect(permits(own, .holdings(own)))
        #expect(!permits(.nothing, .holdings(own)))
    }
}
