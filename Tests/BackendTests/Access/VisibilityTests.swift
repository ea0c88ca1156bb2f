import Core
import Testing

@testable import Backend

@Suite("What lists show")
struct VisibilityTests {
    private let now = Timestamp(seconds: 1000)
    private let tenant = id(1)
    private let zone = id(2)

    private static func id(_ number: UInt8) -> Identifier {
        Identifier(bytes: Array(repeating: number, count: 16)) ?? .zero
    }

    private func visibility(
        _ scope: Scope? = nil,
        _ permissions: [String] = [],
        grant: (permissions: [String], expires: Int64?)? = nil,
        keyScopes: [String] = []
    ) -> Visibility {
        let assignments = scope.map {
            [HeldAssignment(id: .zero, role: "r", permissions: permissions.map { Permission($0) }, scope: $0)]
        }
        let grants = grant.map { grant in
            [
                HeldGrant(
                    id: .zero, role: "r", permissions: grant.permissions.map { Permission($0) }, domain: zone,
                    recordPattern: "*.dev", recordTypes: nil, expiresAt: grant.expires.map { Timestamp(seconds: $0) })
            ]
        }
        let caller = Caller(
            kind: .user, id: "u", email: nil, tenant: tenant,
            holdings: Holdings(
                assignments: assignments ?? [], grants: grants ?? [], keyScopes: keyScopes.map { Permission($0) }),
            origin: RequestOrigin(requestID: "q", address: nil, userAgent: nil))
        return caller.visibility(of: .readDomains, at: now)
    }

    @Test("Each scope shows what lies in it")
    func scopes() {
        #expect(visibility(.platform, ["*"]).isEverything)
        #expect(visibility(.tenant(tenant), ["*:read"]).tenants == [tenant])
        #expect(visibility(.domain(zone), ["domains:*"]).domains == [zone])
    }

    @Test("Nothing is shown without the permission, without anything, or through a key narrowed to something else")
    func nothing() {
        #expect(visibility().isNothing)
        #expect(visibility(.tenant(tenant), ["records:read"]).isNothing)
        #expect(visibility(.platform, ["*"], keyScopes: ["records:read"]).isNothing)
        #expect(!visibility(.platform, ["*"], keyScopes: ["records:read", "domains:read"]).isNothing)
    }

    @Test("A grant shows its zone until it expires")
    func grants() {
        #expect(visibility(grant: (["domains:read"], nil)).domains == [zone])
        #expect(visibility(grant: (["domains:read"], 1001)).domains == [zone])
        #expect(visibility(grant: (["domains:read"], 1000)).isNothing)
    }
}
