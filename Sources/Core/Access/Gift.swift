/// What somebody is about to give, or whom they are about to change (`domain.md` 6): it must carry nothing that they do
/// not hold themselves at that scope.
public enum Gift: Equatable, Sendable {
    /// A role of a tenant that is made or changed.
    case role([Permission], tenant: Identifier)
    /// A role that is assigned or taken back.
    case assignment([Permission], at: Scope)
    /// A grant on a zone. It may not outlast the giver's own either.
    case grant(HeldGrant)
    /// Everything that somebody holds: of an API key's source, with the key's scopes, when the key is made, regenerated or
    /// activated; of a user or group, nested groups included, when it is changed or joined.
    case holdings(Holdings)
}

/// Something that the giver lacks.
public struct Excess: Equatable, Sendable {
    public let permission: Permission
    public let scope: Scope
}

/// Why a ``Gift`` is refused: 403.
public enum GiftRefusal: Error, Equatable, Sendable {
    /// Only platform admins assign at platform scope: `platform_scope`.
    case platformScope
    /// `exceeds_caller`, or `target_exceeds_caller` where somebody is changed. Never empty.
    case exceeds([Excess])
}

extension Holdings {
    /// Lets the gift pass, or says what it carries too much.
    ///
    /// `zoneTenants` has the tenant of every zone that the gift names: without it an assignment in the tenant does not
    /// count as covering the zone. `now` decides which grants count.
    public func permit(
        _ gift: Gift,
        zoneTenants: [Identifier: Identifier],
        at now: Timestamp
    ) throws(GiftRefusal) {
        if case .assignment(_, at: .platform) = gift, !isPlatformAdmin { throw .platformScope }
        let excess = excess(of: gift, zoneTenants, now)
        guard excess.isEmpty else { throw .exceeds(excess) }
    }

    private func excess(of gift: Gift, _ zoneTenants: [Identifier: Identifier], _ now: Timestamp) -> [Excess] {
        switch gift {
        case .role(let permissions, let tenant):
            return excess(of: permissions, at: .tenant(tenant), zoneTenants, now)
        case .assignment(let permissions, let scope):
            return excess(of: permissions, at: scope, zoneTenants, now)
        case .grant(let grant):
            return excess(of: grant, scopes: [], zoneTenants, now)
        case .holdings(let other):
            let assigned = other.assignments.flatMap { assignment in
                let permissions = assignment.permissions.flatMap {
                    $0.narrowed(by: other.keyScopes, at: assignment.scope)
                }
                return excess(of: permissions, at: assignment.scope, zoneTenants, now)
            }
            return assigned
                + other.grants.filter { $0.isInForce(at: now) }.flatMap {
                    excess(of: $0, scopes: other.keyScopes, zoneTenants, now)
                }
        }
    }

    private func excess(
        of permissions: [Permission],
        at scope: Scope,
        _ zoneTenants: [Identifier: Identifier],
        _ now: Timestamp
    ) -> [Excess] {
        permissions.flatMap { $0.parts(at: scope) }
            .filter { !holds($0, at: scope, zoneTenants, now) }
            .map { Excess(permission: $0, scope: scope) }
    }

    private func excess(
        of grant: HeldGrant,
        scopes: [Permission],
        _ zoneTenants: [Identifier: Identifier],
        _ now: Timestamp
    ) -> [Excess] {
        let scope = Scope.domain(grant.domain)
        // Of what a limited grant names only this much counts.
        let carried =
            grant.isLimited
            ? Permission.catalogue.map(\.permission).filter(grant.gives)
            : grant.permissions.flatMap { $0.parts(at: scope) }
        return carried.flatMap { $0.narrowed(by: scopes, at: scope) }
            .filter { permission in
                let isHeld =
                    holds(permission, at: scope, zoneTenants, now)
                    || scopesAllow(permission)
                        && grants.contains {
                            $0.isInForce(at: now) && $0.gives(permission) && $0.isAtLeastAsWide(as: grant)
                        }
                return !isHeld
            }
            .map { Excess(permission: $0, scope: scope) }
    }

    /// Whether it is held on the whole scope and without an end.
    private func holds(
        _ permission: Permission,
        at scope: Scope,
        _ zoneTenants: [Identifier: Identifier],
        _ now: Timestamp
    ) -> Bool {
        guard scopesAllow(permission) else { return false }
        let target: AccessTarget? =
            switch scope {
            case .platform: .platform
            case .tenant(let tenant): .tenant(tenant)
            case .domain(let domain): zoneTenants[domain].map { .domain(domain, tenant: $0) }
            }
        let isAssigned = assignments.contains { assignment in
            guard assignment.gives(permission) else { return false }
            return target.map(assignment.covers) ?? (assignment.scope == scope || assignment.scope == .platform)
        }
        return isAssigned
            || grants.contains {
                .domain($0.domain) == scope && $0.isInForce(at: now) && !$0.isLimited && $0.expiresAt == nil
                    && $0.gives(permission)
            }
    }
}

extension Permission {
    /// What has to be held one by one for this to be given at `scope`.
    ///
    /// `*` stays as it is: only who holds `*` may give it. `*:read` names no resource, so what nothing asks for at that
    /// scope is left out of it: a tenant's `read_only` opens nothing of the platform. Whatever names a resource counts as a
    /// whole, also where it would open nothing.
    fileprivate func parts(at scope: Scope) -> [Permission] {
        guard self != .everything else { return [self] }
        if text.hasPrefix("*:") { return effective(at: scope) }
        let named = named
        return named.isEmpty ? [self] : named
    }

    /// What is left of it under an API key's scopes.
    fileprivate func narrowed(by scopes: [Permission], at scope: Scope) -> [Permission] {
        guard !scopes.isEmpty, !scopes.contains(.everything) else { return [self] }
        return effective(at: scope).filter { permission in scopes.contains { $0.covers(permission) } }
    }

    private func effective(at scope: Scope) -> [Permission] {
        Self.catalogue.filter { $0.level >= scope.level && covers($0.permission) }.map(\.permission)
    }
}
