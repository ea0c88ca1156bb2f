/// Who administers the platform: the last one cannot be removed (`domain.md` 6; 409 `last_platform_admin`).
///
/// Made from rows that are read under the guard `platform_admins`.
public struct PlatformAdministrators: Equatable, Sendable {
    /// What takes administrators away.
    public enum Removal: Equatable, Sendable {
        /// The user is disabled or deleted.
        case user(Identifier)
        /// The role is no longer assigned to the user or group.
        case assignment(Principal)
        /// A member leaves a group.
        case membership(of: Principal, in: Identifier)
        /// The group is deleted.
        case group(Identifier)
        /// Users who all stop at once, as those of a suspended tenant do.
        case users(Set<Identifier>)
    }

    /// The users and groups with the role `platform_admin` at platform scope.
    private var holders: Set<Principal>
    private var memberships: GroupMemberships
    /// The active users of active tenants: nobody else counts.
    private var activeUsers: Set<Identifier>

    public init(holders: Set<Principal>, memberships: GroupMemberships, activeUsers: Set<Identifier>) {
        self.holders = holders
        self.memberships = memberships
        self.activeUsers = activeUsers
    }

    /// The users who have the role, by themselves or through a group, and may use it.
    public var users: Set<Identifier> {
        activeUsers.filter { !memberships.principals(of: .user($0)).isDisjoint(with: holders) }
    }

    /// Whether the removal leaves nobody, where there is somebody now.
    public func wouldBeNone(after removal: Removal) -> Bool {
        guard !users.isEmpty else { return false }
        var after = self
        switch removal {
        case .user(let user): after.activeUsers.remove(user)
        case .users(let users): after.activeUsers.subtract(users)
        case .assignment(let principal): after.holders.remove(principal)
        case .membership(let member, let group): after.memberships.remove(member, from: group)
        case .group(let group):
            after.memberships.remove(group: group)
            after.holders.remove(.group(group))
        }
        return after.users.isEmpty
    }
}
