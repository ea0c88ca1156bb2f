/// May somebody do this to an object of a tenant that is no zone: a role, a user, a template, a job, an API key?
/// (`api.md` 1.4, rules 3 and 4)
public struct ObjectQuestion: Equatable, Sendable {
    /// Any of them will do.
    public let permissions: [Permission]
    public let tenant: Identifier
    /// Who holds one of these in the tenant sees the object.
    public let seenWith: [Permission]
    /// The tenant's zones from which it is seen too: templates by whoever may create records in one, roles by whoever may
    /// grant access to one. Empty for objects that are seen from the tenant alone.
    public let zones: Set<Identifier>
    /// Whether the caller is the owner, who sees it and may do everything: an API key's source.
    public let isOwn: Bool

    public init(
        _ permissions: [Permission],
        inTenant tenant: Identifier,
        seenWith: [Permission],
        fromZones zones: Set<Identifier> = [],
        isOwn: Bool = false
    ) {
        self.permissions = permissions
        self.tenant = tenant
        self.seenWith = seenWith
        self.zones = zones
        self.isOwn = isOwn
    }

    /// An API key's scopes narrow what is permitted, not what is seen. Never ``AccessDecision/notCovered``.
    public func decision(from holdings: Holdings, at now: Timestamp) -> AccessDecision {
        if isOwn { return .allowed }
        guard seenWith.contains(where: { reaches(holdings.reach(of: $0, at: now), fromZones: true) }) else {
            return .hidden
        }
        let isPermitted = permissions.contains { permission in
            holdings.scopesAllow(permission)
                && reaches(holdings.reach(of: permission, at: now), fromZones: seenWith.contains(permission))
        }
        return isPermitted ? .allowed : .denied
    }

    private func reaches(_ reach: Visibility, fromZones: Bool) -> Bool {
        reach.isEverything || reach.tenants.contains(tenant) || fromZones && !reach.domains.isDisjoint(with: zones)
    }
}

/// What a route asks for: one permission, several together (`a+b`), or one of several (`a|b`).
public enum PermissionRequirement: Equatable, Sendable {
    /// Never empty.
    case any([Permission])
    case all([Permission])

    /// Reads the notation of `routes.jsonl`; nil for an empty text and for both signs at once.
    public init?(_ text: String) {
        let sign: Character = text.contains("+") ? "+" : "|"
        guard !(text.contains("+") && text.contains("|")) else { return nil }
        let permissions = text.split(separator: sign).map { Permission(String($0)) }
        guard !permissions.isEmpty else { return nil }
        self = sign == "+" ? .all(permissions) : .any(permissions)
    }

    public var permissions: [Permission] {
        switch self {
        case .any(let permissions), .all(let permissions): permissions
        }
    }

    /// The decision over all of them: the best one of `any`, the worst one of `all`.
    public func decision(on target: AccessTarget, from holdings: Holdings, at now: Timestamp) -> AccessDecision {
        let decisions = permissions.map { AccessQuestion($0, on: target).decision(from: holdings, at: now) }
        let order: [AccessDecision]
        switch self {
        case .any: order = [.allowed, .notCovered, .denied, .hidden]
        case .all: order = [.hidden, .denied, .notCovered, .allowed]
        }
        return order.first(where: decisions.contains) ?? .denied
    }
}
