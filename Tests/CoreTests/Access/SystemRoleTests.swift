import Foundation
import TestSupport
import Testing

@testable import Core

@Suite("The system roles")
struct SystemRoleTests {
    private static let everyRecord = ["records:read", "records:create", "records:update", "records:delete"]
    private static let everyDNSSEC = ["dnssec:read", "dnssec:enable", "dnssec:disable", "dnssec:rotate"]
    private static let everyGrant = [
        "access_grants:read", "access_grants:create", "access_grants:update", "access_grants:delete",
    ]
    private static let platform = [
        "tenants:read", "tenants:create", "tenants:update", "partners:read", "partners:create", "partners:update",
        "platform:read", "platform:update",
    ]
    private static let tenant =
        ["domains:read", "domains:create", "domains:update", "domains:delete"] + everyRecord + everyDNSSEC + everyGrant
        + ["templates:read", "templates:create", "templates:update", "templates:delete"]
        + ["roles:read", "roles:create", "roles:update", "roles:delete", "roles:assign"]
        + ["api_keys:read", "api_keys:create", "api_keys:update", "api_keys:delete"]
        + ["users:read", "users:create", "users:update", "users:delete"]
        + ["groups:read", "groups:create", "groups:update", "groups:delete"] + [
            "audit:read", "jobs:read", "jobs:retry",
        ]

    /// What each role opens, written out from `domain.md` 6.
    static let opened: [(SystemRole, Set<String>)] = [
        (.platformAdmin, Set(tenant + platform + ["validation_bypass"])),
        (.tenantAdmin, Set(tenant)),
        (
            .domainAdmin,
            Set(
                ["domains:read", "domains:update", "domains:delete", "templates:read"] + everyRecord + everyDNSSEC
                    + everyGrant)
        ),
        (.domainManager, Set(["domains:read", "dnssec:read", "templates:read"] + everyRecord)),
        (.recordEditor, ["domains:read", "records:read", "records:create", "records:update"]),
        (
            .readOnly,
            [
                "domains:read", "records:read", "dnssec:read", "access_grants:read", "templates:read", "roles:read",
                "api_keys:read", "users:read", "groups:read", "audit:read", "jobs:read", "tenants:read",
                "partners:read",
                "platform:read",
            ]
        ),
        (.validationBypass, ["domains:create", "validation_bypass"]),
    ]

    @Test("The catalogue has every permission of the specification once")
    func catalogue() {
        let texts = Permission.catalogue.map(\.permission.text)
        #expect(Set(texts) == Set(Self.tenant + Self.platform + ["validation_bypass"]))
        #expect(texts.count == Set(texts).count)
    }

    @Test("Each role opens what the specification gives it, and nothing else of the catalogue", arguments: opened)
    func opens(role: SystemRole, expected: Set<String>) {
        let now = Timestamp(seconds: 0)
        let assignment = HeldAssignment(
            id: .zero, role: role.rawValue, permissions: role.permissions, scope: .platform)
        let holdings = Holdings(assignments: [assignment], grants: [], keyScopes: [])
        for permission in Permission.catalogue.map(\.permission) {
            let decision = AccessQuestion(permission, on: .platform).decision(from: holdings, at: now)
            #expect(decision == (expected.contains(permission.text) ? .allowed : .denied), "\(permission)")
        }
    }

    @Test("Each role at each scope is allowed, denied or not even seen on each level, permission by permission")
    func scopes() {
        let (tenant, zone, other) = (identifier(1), identifier(2), identifier(3))
        let targets: [(AccessTarget, covering: Set<String>, isSeen: Set<String>)] = [
            (.platform, ["platform"], ["platform", "tenant", "domain"]),
            (.tenant(tenant), ["platform", "tenant"], ["platform", "tenant", "domain"]),
            (.domain(zone, tenant: tenant), ["platform", "tenant", "domain"], ["platform", "tenant", "domain"]),
            (
                .record(name: "@", type: "A", domain: zone, tenant: tenant), ["platform", "tenant", "domain"],
                ["platform", "tenant", "domain"]
            ),
            (.tenant(other), ["platform"], ["platform", "tenant", "domain"]),
            (.domain(other, tenant: tenant), ["platform", "tenant"], ["platform", "tenant"]),
            (.domain(zone, tenant: other), ["platform", "domain"], ["platform", "domain"]),
            (.domain(other, tenant: other), ["platform"], ["platform"]),
        ]
        for (role, expected) in Self.opened {
            for scope in [Scope.platform, .tenant(tenant), .domain(zone)] {
                let holdings = Holdings(
                    assignments: [
                        HeldAssignment(id: .zero, role: role.rawValue, permissions: role.permissions, scope: scope)
                    ], grants: [], keyScopes: [])
                for (target, covering, seen) in targets {
                    for permission in Permission.catalogue.map(\.permission) {
                        let isAllowed = covering.contains(scope.kind) && expected.contains(permission.text)
                        let refusal: AccessDecision = seen.contains(scope.kind) ? .denied : .hidden
                        let decision = AccessQuestion(permission, on: target)
                            .decision(from: holdings, at: Timestamp(seconds: 0))
                        #expect(
                            decision == (isAllowed ? .allowed : refusal), "\(role) \(scope) \(target) \(permission)")
                    }
                }
            }
        }
    }

    @Test("The first migration gives the roles the same permissions and descriptions")
    func migration() throws {
        let file = packageRoot.appending(path: "Sources/Backend/Migrations/m0001_schema.sql")
        let sql = try String(contentsOf: file, encoding: .utf8)
        for (number, role) in SystemRole.allCases.enumerated() {
            let id = "UNHEX('0000000000007000800000000000000\(number + 1)')"
            #expect(sql.contains("(\(id), NULL, '\(role.rawValue)', '\(role.description)',"), "\(role)")
            let lines = sql.split(separator: "\n").filter { $0.contains("(\(id), '") }
            let seeded = lines.compactMap { $0.split(separator: "'").dropLast().last.map { Permission(String($0)) } }
            #expect(seeded == role.permissions, "\(role)")
        }
    }

    @Test(
        "Roles carry permissions of the catalogue and their patterns; an API key's scopes have one pattern more",
        arguments: [
            ("records:read", true, true), ("records:*", true, true), ("*", true, true),
            ("validation_bypass", true, true),
            ("records:write", false, true), ("*:read", false, false), ("*:*", false, false), ("*:write", false, false),
            ("records:fly", false, false), ("fish:*", false, false), ("fish:write", false, false), ("", false, false),
            (":", false, false), (":*", false, false), ("records", false, false), ("dnssec:write", false, false),
        ]
    )
    func assignable(text: String, inRole: Bool, asScope: Bool) {
        #expect(Permission(text).isAssignable == inRole)
        #expect(Permission(text).isScope == asScope)
    }
}
