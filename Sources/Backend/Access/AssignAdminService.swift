public import Core
public import MariaDB

/// Gives a role to a user from the command line: how the first platform administrator comes to be.
///
/// Works on the database alone, for whoever holds the server's settings; nobody else is asked for a permission.
public struct AssignAdminService: Sendable {
    private let pool: ConnectionPool
    private let surroundings: Surroundings
    private let store = AdminStore()

    public init(pool: ConnectionPool, surroundings: Surroundings) {
        self.pool = pool
        self.surroundings = surroundings
    }

    /// The active users of active tenants that `who` names, at most 100, by tenant.
    public func candidates(for who: AdminQuery) async throws -> AdminCandidates {
        try await pool.withConnection { connection in
            try await store.candidates(for: who, on: connection)
        }
    }

    /// Looks role and tenant up before anybody is asked.
    ///
    /// - Throws: ``AssignAdminRefusal/unknownRole(_:known:)``, ``AssignAdminRefusal/unknownTenant(_:)``
    public func assignment(of role: String, tenant slug: String?) async throws -> AdminAssignment {
        try await pool.withConnection { connection in
            try await store.assignment(of: role, tenant: slug, on: connection)
        }
    }

    /// Gives the role to the user, unless the user has it there already: whether anything changed.
    ///
    /// - Throws: ``AssignAdminRefusal/noLongerActive`` when user or tenant has been suspended meanwhile; errors of the pool.
    public func assign(_ assignment: AdminAssignment, to user: Identifier) async throws -> Bool {
        try await pool.transaction { connection in
            try await store.takeGuard(on: connection)
            guard let candidate = try await store.lockedCandidate(user, on: connection) else {
                throw AssignAdminRefusal.noLongerActive
            }
            let id = surroundings.newID()
            guard try await store.insert(assignment, id: id, for: user, at: surroundings.now, on: connection) else {
                return false
            }
            try await AuditStore(surroundings: surroundings)
                .record(try entry(assignment, id: id, for: candidate), by: caller(candidate), on: connection)
            return true
        }
    }

    private struct Details: Encodable {
        let after: After

        struct After: Encodable {
            let id: String
            let role: String
            let principalType: String
            let principalID: String
            let scopeType: String
            let scopeID: String?

            private enum CodingKeys: String, CodingKey {
                case id, role
                case principalType = "principal_type"
                case principalID = "principal_id"
                case scopeType = "scope_type"
                case scopeID = "scope_id"
            }
        }
    }

    private func entry(
        _ assignment: AdminAssignment,
        id: Identifier,
        for candidate: AdminCandidate
    ) throws -> AuditEntry {
        let details = Details.After(
            id: id.text,
            role: assignment.role,
            principalType: Principal.Kind.user.rawValue,
            principalID: candidate.id.text,
            scopeType: assignment.tenant == nil ? "platform" : "tenant",
            scopeID: assignment.tenant?.text
        )
        return AuditEntry(
            action: "role.assign",
            resourceType: "role",
            resourceID: assignment.roleID.text,
            resourceName: assignment.role,
            tenant: assignment.tenant,
            details: try JSONText.encode(Details(after: details))
        )
    }

    /// The command itself is the actor: who ran it, the database cannot know.
    private func caller(_ candidate: AdminCandidate) -> Caller {
        Caller(
            kind: .system,
            id: "assign-admin",
            email: nil,
            tenant: candidate.tenant,
            holdings: Holdings(assignments: [], grants: [], keyScopes: []),
            origin: RequestOrigin(requestID: "assign-admin", address: nil, userAgent: nil)
        )
    }
}

/// Whom an administrator is looked for by.
public enum AdminQuery: Equatable, Sendable {
    /// Compared without regard to case; may be that of people in several tenants.
    case email(String)
    /// ScaiKey's id, `usr_…`.
    case scaiKeyID(String)
}

/// What a look-up of users found.
public struct AdminCandidates: Equatable, Sendable {
    public let active: [AdminCandidate]
    /// Users that fit, but who or whose tenant is not active.
    public let inactive: Int
}

/// A user who could be given a role.
public struct AdminCandidate: Equatable, Sendable {
    public let id: Identifier
    public let scaiKeyID: String
    public let name: String
    public let email: String
    public let tenant: Identifier
    public let tenantSlug: String
}

/// A role at a scope, found in the database.
public struct AdminAssignment: Equatable, Sendable {
    public let role: String
    let roleID: Identifier
    /// Nil: at platform scope.
    let tenant: Identifier?
}

/// Why `assign-admin` does nothing.
public enum AssignAdminRefusal: Error, Equatable, Sendable {
    /// With the names of the system roles.
    case unknownRole(String, known: [String])
    case unknownTenant(String)
    case noLongerActive
}
