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
        guard isSeen(from: holdings, at: now) else { return .hidden }
        guard holdings.scopesAllow(permission) else { return .denied }
        if isAssigned(to: holdings) { return .allowed }
        let giving = grants(in: holdings, at: now).filter { $0.gives(permission) }
        guard !giving.isEmpty else { return .denied }
        return giving.contains(where: covers) ? .allowed : .notCovered
    }

    /// Whether the permission holds for every record of the target's zone, and not just for those that a grant names.
    public func coversEveryRecord(from holdings: Holdings, at now: Timestamp) -> Bool {
        guard decision(from: holdings, at: now) == .allowed else { return false }
        return isAssigned(to: holdings)
            || grants(in: holdings, at: now).contains { !$0.isLimited && $0.gives(permission) }
    }

    func isAssigned(to holdings: Holdings) -> Bool {
        holdings.assignments.contains { $0.covers(target) && $0.gives(permission) }
    }

    /// The grants on the target's zone that count.
    func grants(in holdings: Holdings, at now: Timestamp) -> [HeldGrant] {
        guard let domain = target.domain else { return [] }
        return holdings.grants.filter { $0.domain == domain && $0.isInForce(at: now) }
    }

    /// Whether the grant covers the target's record; a zone as a whole is covered by any.
    func covers(_ grant: HeldGrant) -> Bool {
        guard case .record(let name, let type, _, _) = target else { return true }
        return grant.covers(recordNamed: name, type: type)
    }

    private func isSeen(from holdings: Holdings, at now: Timestamp) -> Bool {
        switch target {
        // Routes of the platform and lists within a tenant refuse with 403 before anything is looked up.
        case .platform, .tenant: true
        case .domain, .record:
            holdings.assignments.contains { $0.covers(target) && !$0.permissions.isEmpty }
                || grants(in: holdings, at: now).contains(where: \.givesAnything)
        }
    }
}
