import Core

/// The fixture and the callers of `access.jsonl`, restated from `api.md` 15.
enum AccessFixture {
    static let now = Timestamp(seconds: 1_800_000_000)
    static let tenantA = identifier(1)
    static let tenantB = identifier(2)
    /// The active zone, and the one that was deleted softly: assignments and grants on that one rest.
    static let zone = identifier(3)
    static let deletedZone = identifier(4)

    static func identifier(_ number: UInt8) -> Identifier {
        Identifier(bytes: [UInt8](repeating: 0, count: 15) + [number]) ?? .zero
    }
}

/// Who asks. Whoever has no credentials is not among them: no permission decides about them.
enum AccessCaller: String, CaseIterable {
    case readOnly = "read_only"
    case recordEditor = "record_editor"
    case domainManager = "domain_manager"
    case domainAdmin = "domain_admin"
    case otherTenantAdmin = "other_tenant_admin"
    case tenantAdmin = "tenant_admin"
    case platformAdmin = "platform_admin"
    case narrowKey = "narrow_key"
    case grantOnlyUser = "grant_only_user"

    /// Where the caller creates and lists.
    var tenant: Identifier { self == .otherTenantAdmin ? AccessFixture.tenantB : AccessFixture.tenantA }

    /// An API key may not manage API keys.
    var isKey: Bool { self == .narrowKey }

    var holdings: Holdings {
        switch self {
        case .readOnly: assigned(.readOnly, at: .tenant(AccessFixture.tenantA))
        case .recordEditor: assigned(.recordEditor, at: .domain(AccessFixture.zone))
        case .domainManager: assigned(.domainManager, at: .domain(AccessFixture.zone))
        case .domainAdmin: assigned(.domainAdmin, at: .domain(AccessFixture.zone))
        case .otherTenantAdmin: assigned(.tenantAdmin, at: .tenant(AccessFixture.tenantB))
        case .tenantAdmin: assigned(.tenantAdmin, at: .tenant(AccessFixture.tenantA))
        case .platformAdmin: assigned(.platformAdmin, at: .platform)
        case .narrowKey: assigned(.tenantAdmin, at: .tenant(AccessFixture.tenantA), scopes: [.readRecords])
        case .grantOnlyUser:
            Holdings(
                assignments: [],
                grants: [
                    HeldGrant(
                        id: .zero,
                        role: SystemRole.recordEditor.rawValue,
                        permissions: SystemRole.recordEditor.permissions,
                        domain: AccessFixture.zone,
                        recordPattern: "*.dev",
                        recordTypes: ["A"],
                        expiresAt: nil
                    )
                ],
                keyScopes: []
            )
        }
    }

    private func assigned(_ role: SystemRole, at scope: Scope, scopes: [Permission] = []) -> Holdings {
        Holdings(
            assignments: [
                HeldAssignment(id: .zero, role: role.rawValue, permissions: role.permissions, scope: scope)
            ],
            grants: [],
            keyScopes: scopes
        )
    }
}
