/// Whom an assignment, a grant or an API key is attached to.
public struct Principal: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case user
        case group
    }

    public let kind: Kind
    public let id: Identifier

    public init(kind: Kind, id: Identifier) {
        self.kind = kind
        self.id = id
    }

    public static func user(_ id: Identifier) -> Principal { Principal(kind: .user, id: id) }

    public static func group(_ id: Identifier) -> Principal { Principal(kind: .group, id: id) }
}

/// Who is a member of which group. Groups may nest, and nothing keeps ScaiKey's from nesting in a circle.
///
/// Every walk takes each principal once, so it ends, and its result is at most as large as the memberships are.
public struct GroupMemberships: Equatable, Sendable {
    /// The groups that a principal is directly in.
    private var groups: [Principal: Set<Identifier>] = [:]

    public init() {}

    /// Memberships of groups that exist; those of deleted ones are left out by the caller.
    public init(_ memberships: some Sequence<(member: Principal, group: Identifier)>) {
        for membership in memberships { add(membership.member, to: membership.group) }
    }

    public mutating func add(_ member: Principal, to group: Identifier) {
        groups[member, default: []].insert(group)
    }

    public mutating func remove(_ member: Principal, from group: Identifier) {
        groups[member]?.remove(group)
    }

    /// Takes a group out, with all its members and out of every group that it is in.
    public mutating func remove(group: Identifier) {
        groups[.group(group)] = nil
        for member in Array(groups.keys) { groups[member]?.remove(group) }
    }

    /// Whoever `principal` acts as: itself and every group that it is in, nested ones included (`domain.md` 6).
    ///
    /// For an API key this is asked of its source: a user with its groups, or one group with those that it is in.
    public func principals(of principal: Principal) -> Set<Principal> {
        var found: Set<Principal> = [principal]
        var waiting = [principal]
        while let next = waiting.popLast() {
            for group in groups[next] ?? [] where found.insert(.group(group)).inserted {
                waiting.append(.group(group))
            }
        }
        return found
    }
}
