/// The roles that are there from the beginning and cannot be edited (`domain.md` 6).
///
/// The first migration writes the same lists into the database; a test holds the two against each other.
public enum SystemRole: String, CaseIterable, Sendable {
    case platformAdmin = "platform_admin"
    case tenantAdmin = "tenant_admin"
    case domainAdmin = "domain_admin"
    case domainManager = "domain_manager"
    case recordEditor = "record_editor"
    case readOnly = "read_only"
    case validationBypass = "validation_bypass"

    /// What the role holds, patterns included.
    public var permissions: [Permission] { texts.map { Permission($0) } }

    /// What the role is for.
    public var description: String {
        switch self {
        case .platformAdmin: "Everything, in every tenant"
        case .tenantAdmin: "Everything in a tenant"
        case .domainAdmin: "Everything in a zone"
        case .domainManager: "The records of a zone"
        case .recordEditor: "Adds and changes records"
        case .readOnly: "Looks at everything in its scope"
        case .validationBypass: "Creates zones without a proof"
        }
    }

    private var texts: [String] {
        switch self {
        case .platformAdmin: ["*"]
        case .tenantAdmin:
            [
                "domains:*", "records:*", "dnssec:*", "access_grants:*", "templates:*", "roles:*", "api_keys:*",
                "users:*", "groups:*", "audit:*", "jobs:*",
            ]
        case .domainAdmin:
            [
                "domains:read", "domains:update", "domains:delete", "records:*", "dnssec:*", "access_grants:*",
                "templates:read",
            ]
        case .domainManager: ["domains:read", "records:*", "dnssec:read", "templates:read"]
        case .recordEditor: ["domains:read", "records:read", "records:create", "records:update"]
        case .readOnly: ["*:read"]
        case .validationBypass: ["domains:create", "validation_bypass"]
        }
    }
}
