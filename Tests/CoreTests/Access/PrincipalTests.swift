import Testing

@testable import Core

@Suite("Principals and the last platform admin")
struct PrincipalTests {
    private static let user = Principal.user(identifier(1))
    private static func group(_ number: UInt8) -> Principal { .group(identifier(number)) }

    @Test("A user acts as itself and every group above it, and a group as those above it alone")
    func nested() {
        var memberships = GroupMemberships()
        memberships.add(Self.user, to: identifier(10))
        memberships.add(Self.group(10), to: identifier(11))
        memberships.add(Self.group(11), to: identifier(12))
        memberships.add(Self.group(13), to: identifier(10))
        #expect(memberships.principals(of: Self.user) == [Self.user, Self.group(10), Self.group(11), Self.group(12)])
        #expect(memberships.principals(of: Self.group(11)) == [Self.group(11), Self.group(12)])
        #expect(memberships.principals(of: .user(identifier(10))) == [.user(identifier(10))])
    }

    @Test("Groups that nest in a circle are each taken once")
    func circle() {
        var memberships = GroupMemberships()
        memberships.add(Self.user, to: identifier(10))
        for number in UInt8(10)..<20 { memberships.add(Self.group(number), to: identifier(number + 1)) }
        memberships.add(Self.group(20), to: identifier(10))
        memberships.add(Self.group(15), to: identifier(15))
        #expect(memberships.principals(of: Self.user).count == 12)
        #expect(memberships.principals(of: Self.group(14)).count == 11)
    }

    @Test("A chain of 100,000 groups is walked without a stack of that depth", .timeLimit(.minutes(1)))
    func chain() {
        let groups = (0...100_000).compactMap { number in
            Identifier(bytes: [UInt8](repeating: 7, count: 12) + (0..<4).map { UInt8(number >> (8 * $0) & 0xFF) })
        }
        let links = zip(groups, groups.dropFirst()).map { (member: Principal.group($0), group: $1) }
        let memberships = GroupMemberships(links)
        #expect(memberships.principals(of: .group(groups[0])).count == 100_001)
    }

    /// Two administrators by themselves and by a nested group; one who is disabled.
    private func administrators(direct: Bool, nested: Bool) -> PlatformAdministrators {
        var memberships = GroupMemberships()
        memberships.add(.user(identifier(2)), to: identifier(10))
        memberships.add(Self.group(10), to: identifier(11))
        memberships.add(.user(identifier(3)), to: identifier(11))
        var holders: Set<Principal> = []
        if direct { holders.insert(Self.user) }
        if nested { holders.insert(Self.group(11)) }
        return PlatformAdministrators(
            holders: holders, memberships: memberships, activeUsers: [identifier(1), identifier(2), identifier(4)])
    }

    @Test(
        "What takes the last platform admin away is told, and nothing else",
        arguments: [
            (.user(identifier(1)), true, false), (.user(identifier(2)), false, true),
            (.user(identifier(3)), false, false),
            (.user(identifier(4)), false, false), (.assignment(.user(identifier(1))), true, false),
            (.assignment(.group(identifier(11))), false, true), (.assignment(.group(identifier(10))), false, false),
            (.membership(of: .user(identifier(2)), in: identifier(10)), false, true),
            (.membership(of: .group(identifier(10)), in: identifier(11)), false, true),
            (.membership(of: .user(identifier(3)), in: identifier(11)), false, false),
            (.group(identifier(10)), false, true), (.group(identifier(11)), false, true),
            (.group(identifier(12)), false, false), (.users([identifier(1), identifier(2)]), true, true),
        ] as [(PlatformAdministrators.Removal, Bool, Bool)]
    )
    func removals(removal: PlatformAdministrators.Removal, endsDirect: Bool, endsNested: Bool) {
        #expect(administrators(direct: true, nested: false).wouldBeNone(after: removal) == endsDirect)
        #expect(administrators(direct: false, nested: true).wouldBeNone(after: removal) == endsNested)
        let endsBoth = removal == .users([identifier(1), identifier(2)])
        #expect(administrators(direct: true, nested: true).wouldBeNone(after: removal) == endsBoth)
        #expect(!administrators(direct: false, nested: false).wouldBeNone(after: removal))
    }

    @Test("Only active users count, also through groups")
    func active() {
        #expect(administrators(direct: true, nested: true).users == [identifier(1), identifier(2)])
    }
}
