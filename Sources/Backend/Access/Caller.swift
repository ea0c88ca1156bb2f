public import Core

/// Who asks: a user or an API key, what they hold, and where the request came from.
public struct Caller: Sendable {
    /// The kinds of actors that audit entries tell apart (`operations.md` 6).
    public enum Kind: String, Sendable, Codable {
        case user
        case apiKey = "api_key"
        case system
    }

    public let kind: Kind
    /// The id of the user or the API key; the service's name for the system.
    public let id: String
    public let email: String?
    /// The tenant that the request is about, unless it names another.
    public let tenant: Identifier
    public let holdings: Holdings
    public var origin: RequestOrigin

    public init(
        kind: Kind,
        id: String,
        email: String?,
        tenant: Identifier,
        holdings: Holdings,
        origin: RequestOrigin
    ) {
        self.kind = kind
        self.id = id
        self.email = email
        self.tenant = tenant
        self.holdings = holdings
        self.origin = origin
    }

    /// Whether something held at platform scope answers `permission`.
    public func holdsAtPlatform(_ permission: Permission) -> Bool { holdings.holdsAtPlatform(permission) }
}

/// Where a request came from, for the audit log.
public struct RequestOrigin: Sendable, Equatable {
    public let requestID: String
    public let address: String?
    public let userAgent: String?

    public init(requestID: String, address: String?, userAgent: String?) {
        self.requestID = requestID
        self.address = address
        self.userAgent = userAgent
    }
}

/// Why somebody is not let in, or not let do something.
public enum AccessRefusal: Error, Equatable, Sendable {
    /// No credential, or one that is unknown, revoked or expired, or whose owner is inactive: 401.
    case unauthenticated(String)
    /// Seen, but not permitted: 403.
    case forbidden(Permission)
    /// No grant covers the record: 403.
    case notCovered
    /// Unknown or not seen: 404; the kind of thing that was looked for.
    case notFound(String)
    /// The tenant of the caller is suspended: 403.
    case tenantSuspended
    /// The caller's user is inactive: 403.
    case userInactive
    /// The API key may not be used from this address: 403.
    case addressNotAllowed
    /// Another tenant was named in which the caller holds nothing: 403.
    case otherTenant
    /// A platform administrator has to say for which tenant: 400.
    case tenantRequired
    /// Several zones of that name are visible: 409; their ids.
    case ambiguousName(String, [Identifier])
}

extension Caller {
    /// Lets the caller pass, or says why not.
    ///
    /// - Throws: ``AccessRefusal``
    func require(
        _ permission: Permission,
        on target: AccessTarget,
        what: String,
        at now: Timestamp
    ) throws(AccessRefusal) {
        switch AccessQuestion(permission, on: target).decision(from: holdings, at: now) {
        case .allowed: return
        case .denied: throw .forbidden(permission)
        case .notCovered: throw .notCovered
        case .hidden: throw .notFound(what)
        }
    }

    /// The scopes in which the caller holds `permission`: for lists, which filter in SQL.
    func visibility(of permission: Permission, at now: Timestamp) -> Visibility {
        holdings.visibility(of: permission, at: now)
    }
}
