/// A role that somebody holds, by themselves or through a group, at a scope.
public struct HeldAssignment: Equatable, Sendable {
    public let id: Identifier
    public let role: String
    public let permissions: [Permission]
    public let scope: Scope

    public init(id: Identifier, role: String, permissions: [Permission], scope: Scope) {
        self.id = id
        self.role = role
        self.permissions = permissions
        self.scope = scope
    }

    func covers(_ target: AccessTarget) -> Bool {
        switch scope {
        case .platform: true
        case .tenant(let id): target.tenant == id
        case .domain(let id): target.domain == id
        }
    }

    func gives(_ wanted: Permission) -> Bool { permissions.contains { $0.covers(wanted) } }
}
