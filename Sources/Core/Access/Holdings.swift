/// Everything that a caller holds: what the decision is made from (`domain.md` 6).
///
/// Holds what is attached to every principal that the caller acts as (``GroupMemberships/principals(of:)``).
/// Assignments and grants of deleted zones rest and are left out by whoever makes it.
public struct Holdings: Equatable, Sendable {
    public let assignments: [HeldAssignment]
    public let grants: [HeldGrant]
    /// What an API key is narrowed to; empty: not narrowed.
    public let keyScopes: [Permission]

    public init(assignments: [HeldAssignment], grants: [HeldGrant], keyScopes: [Permission]) {
        self.assignments = assignments
        self.grants = grants
        self.keyScopes = keyScopes
    }

    /// Nothing at all.
    public static let nothing = Holdings(assignments: [], grants: [], keyScopes: [])

    /// Whether something is held at platform scope that answers `wanted`.
    public func holdsAtPlatform(_ wanted: Permission) -> Bool {
        AccessQuestion(wanted, on: .platform).decision(from: self, at: Timestamp(seconds: 0)) == .allowed
    }

    /// Whether everything is held at platform scope.
    public var isPlatformAdmin: Bool { holdsAtPlatform(.everything) }

    /// Whether an API key's scopes leave `wanted` in.
    func scopesAllow(_ wanted: Permission) -> Bool {
        keyScopes.isEmpty || keyScopes.contains { $0.covers(wanted) }
    }

    /// Where `permission` is held: for lists, which filter in SQL by it, and for objects of a tenant.
    public func visibility(of permission: Permission, at now: Timestamp) -> Visibility {
        scopesAllow(permission) ? reach(of: permission, at: now) : Visibility()
    }

    /// As ``visibility(of:at:)``, without an API key's scopes: those narrow what is permitted, not what is seen.
    func reach(of permission: Permission, at now: Timestamp) -> Visibility {
        var reach = Visibility()
        for assignment in assignments where assignment.gives(permission) {
            switch assignment.scope {
            case .platform: reach.isEverything = true
            case .tenant(let id): reach.tenants.insert(id)
            case .domain(let id): reach.domains.insert(id)
            }
        }
        for grant in grants where grant.isInForce(at: now) && grant.gives(permission) {
            reach.domains.insert(grant.domain)
        }
        return reach
    }
}

/// Where a caller holds one permission.
public struct Visibility: Equatable, Sendable {
    /// At platform scope: everywhere.
    public var isEverything = false
    public var tenants: Set<Identifier> = []
    public var domains: Set<Identifier> = []

    public init() {}

    /// Whether it is held nowhere.
    public var isNothing: Bool { !isEverything && tenants.isEmpty && domains.isEmpty }
}
