/// What a permission is asked for.
public enum AccessTarget: Equatable, Sendable {
    case platform
    case tenant(Identifier)
    /// A zone, and what hangs on it as a whole.
    case domain(Identifier, tenant: Identifier)
    /// A record that is or would be, by its relative name (`@` at the apex) and type.
    case record(name: String, type: String, domain: Identifier, tenant: Identifier)

    var tenant: Identifier? {
        switch self {
        case .platform: nil
        case .tenant(let tenant), .domain(_, let tenant), .record(_, _, _, let tenant): tenant
        }
    }

    var domain: Identifier? {
        switch self {
        case .platform, .tenant: nil
        case .domain(let domain, _), .record(_, _, let domain, _): domain
        }
    }
}

/// The answer to an ``AccessQuestion``.
public enum AccessDecision: Equatable, Sendable {
    case allowed
    /// Seen, but not permitted: 403.
    case denied
    /// A grant gives the permission on this zone, but not on this record: 403, or 404 by the record's id.
    case notCovered
    /// Not even seen: 404, like an unknown id.
    case hidden
}

/// May somebody do this to that? (`domain.md` 6, `api.md` 1.4)
public struct AccessQuestion: Equatable, Sendable {
    public let permission: Permission
    public let target: AccessTarget

    public init(_ permission: Permission, on target: AccessTarget) {
        self.permission = permission
        self.target = target
    }

    /// The union of the assignments that cover the target and of the unexpired grants on its zone, narrowed by an API
    /// key's scopes. Those narrow what is permitted, not what is seen.
    public func decision(from holdings: Holdings, at now: Timestamp) -> AccessDecision {
        let assignments = holdings.assignments.filter { $0.covers(target) }
        let grants = holdings.grants.filter { $0.domain == target.domain && $0.isInForce(at: now) }
        guard isSeen(assignments, grants) else { return .hidden }
        guard holdings.keyScopes.isEmpty || holdings.keyScopes.contains(where: { $0.covers(permission) }) else {
            return .denied
        }
        if assignments.contains(where: { $0.permissions.contains { $0.covers(permission) } }) { return .allowed }
        let giving = grants.filter { $0.gives(permission) }
        guard !giving.isEmpty else { return .denied }
        guard case .record(let name, let type, _, _) = target else { return .allowed }
        return giving.contains { $0.covers(recordNamed: name, type: type) } ? .allowed : .notCovered
    }

    /// Whether the permission holds for every record of the target's zone, and not just for those that a grant names.
    public func coversEveryRecord(from holdings: Holdings, at now: Timestamp) -> Bool {
        guard decision(from: holdings, at: now) == .allowed else { return false }
        let isAssigned = holdings.assignments.contains { assignment in
            assignment.covers(target) && assignment.permissions.contains { $0.covers(permission) }
        }
        return isAssigned
            || holdings.grants.contains { grant in
                grant.domain == target.domain && grant.isInForce(at: now) && !grant.isLimited && grant.gives(permission)
            }
    }

    private func isSeen(_ assignments: [HeldAssignment], _ grants: [HeldGrant]) -> Bool {
        switch target {
        // Routes of the platform and lists within a tenant refuse with 403 before anything is looked up.
        case .platform, .tenant: true
        case .domain, .record:
            assignments.contains { !$0.permissions.isEmpty } || grants.contains { !$0.permissions.isEmpty }
        }
    }
}
