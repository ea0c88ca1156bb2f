/// A permission that is asked for somewhere, what it is for, and where it counts (`domain.md` 6).
public struct CataloguedPermission: Equatable, Sendable {
    public let permission: Permission
    /// One sentence for people.
    public let description: String
    /// The narrowest level at which anything asks for it: held below that, it opens nothing.
    let level: Level

    /// Levels, the widest first.
    enum Level: Int, Comparable, Sendable {
        case platform
        case tenant
        case domain

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    fileprivate init(_ text: String, _ level: Level, _ description: String) {
        permission = Permission(text)
        self.level = level
        self.description = description
    }
}

extension Permission {
    /// Every permission that there is, in the order in which people read them.
    public static let catalogue: [CataloguedPermission] = [
        .init("domains:read", .domain, "See zones"),
        .init("domains:create", .tenant, "Create zones"),
        .init("domains:update", .domain, "Change zones and prove that they are held"),
        .init("domains:delete", .domain, "Delete and restore zones"),
        .init("records:read", .domain, "See records"),
        .init("records:create", .domain, "Create records"),
        .init("records:update", .domain, "Change records"),
        .init("records:delete", .domain, "Delete records"),
        .init("dnssec:read", .domain, "See signing keys and DS records"),
        .init("dnssec:enable", .domain, "Sign zones"),
        .init("dnssec:disable", .domain, "Stop signing zones"),
        .init("dnssec:rotate", .domain, "Roll signing keys"),
        .init("access_grants:read", .domain, "See the grants on zones"),
        .init("access_grants:create", .domain, "Grant access to zones"),
        .init("access_grants:update", .domain, "Change grants"),
        .init("access_grants:delete", .domain, "Take grants back"),
        .init("templates:read", .domain, "See templates"),
        .init("templates:create", .tenant, "Create templates"),
        .init("templates:update", .tenant, "Change templates"),
        .init("templates:delete", .tenant, "Delete templates"),
        .init("roles:read", .tenant, "See roles and who has them"),
        .init("roles:create", .tenant, "Create roles"),
        .init("roles:update", .tenant, "Change roles"),
        .init("roles:delete", .tenant, "Delete roles"),
        .init("roles:assign", .tenant, "Assign roles and take them back"),
        .init("api_keys:read", .tenant, "See the API keys of others"),
        .init("api_keys:create", .tenant, "Create API keys for others"),
        .init("api_keys:update", .tenant, "Change, revoke and regenerate the API keys of others"),
        .init("api_keys:delete", .tenant, "Delete the API keys of others"),
        .init("users:read", .tenant, "See users"),
        .init("users:create", .tenant, "Create and invite users"),
        .init("users:update", .tenant, "Change users"),
        .init("users:delete", .tenant, "Disable users"),
        .init("groups:read", .tenant, "See groups and their members"),
        .init("groups:create", .tenant, "Create groups"),
        .init("groups:update", .tenant, "Change groups and their members"),
        .init("groups:delete", .tenant, "Delete groups"),
        .init("audit:read", .tenant, "Read the audit log"),
        .init("jobs:read", .tenant, "See background jobs"),
        .init("jobs:retry", .tenant, "Run background jobs again"),
        .init("validation_bypass", .tenant, "Create zones without a proof"),
        .init("tenants:read", .platform, "See tenants"),
        .init("tenants:create", .platform, "Create tenants"),
        .init("tenants:update", .platform, "Change and suspend tenants"),
        .init("partners:read", .platform, "See partners"),
        .init("partners:create", .platform, "Create partners"),
        .init("partners:update", .platform, "Change partners"),
        .init("platform:read", .platform, "See the platform's configuration and state"),
        .init("platform:update", .platform, "Change the platform's configuration, adopt zones, reconcile"),
    ]

    /// Everything: what the role `platform_admin` holds.
    public static let everything = Permission("*")

    /// Whether a custom role may carry it: one of the catalogue, `<resource>:*`, or `*`.
    public var isAssignable: Bool {
        self == .everything || Self.catalogue.contains { $0.permission == self }
            || text.hasSuffix(":*") && !text.hasPrefix("*") && !named.isEmpty
    }

    /// Whether an API key may be narrowed to it: as for roles, and `<resource>:write`.
    public var isScope: Bool { isAssignable || text.hasSuffix(":write") && !text.hasPrefix("*") && !named.isEmpty }

    /// The permissions of the catalogue that it covers. Empty for a text that means nothing.
    public var named: [Permission] { Self.catalogue.map(\.permission).filter(covers) }
}
