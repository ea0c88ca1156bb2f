/// Where an assignment counts (`domain.md` 6); the higher covers the lower.
public enum Scope: Hashable, Sendable {
    case platform
    case tenant(Identifier)
    case domain(Identifier)

    /// `platform`, `tenant` or `domain`.
    public var kind: String {
        switch self {
        case .platform: "platform"
        case .tenant: "tenant"
        case .domain: "domain"
        }
    }

    /// The tenant's or domain's id; nil for the platform.
    public var id: Identifier? {
        switch self {
        case .platform: nil
        case .tenant(let id), .domain(let id): id
        }
    }

    /// Permissions of another level are not asked for at this scope or below.
    var level: CataloguedPermission.Level {
        switch self {
        case .platform: .platform
        case .tenant: .tenant
        case .domain: .domain
        }
    }
}

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
