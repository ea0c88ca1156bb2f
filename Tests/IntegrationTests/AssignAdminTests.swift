import Backend
import MariaDB
import TestSupport
import Testing

@Suite("Who may be made an administrator, and what is written then")
struct AssignAdminTests {
    private let people: People

    init() async throws {
        people = try await People()
    }

    private func only(_ query: AdminQuery) async throws -> AdminCandidate {
        let found = try await people.service.candidates(for: query)
        try #require(found.active.count == 1)
        return found.active[0]
    }

    @Test("An active user of an active tenant gets the role, with an audit entry; again changes nothing")
    func assigns() async throws {
        try await people.addTenant("acme")
        try await people.addUser("1", called: "Ada")
        let user = try await only(.email(people.email("ADA")))
        #expect((user.scaiKeyID, user.name, user.tenantSlug) == (people.userID("1"), "Ada", people.slug("acme")))
        let role = try await people.service.assignment(of: "platform_admin", tenant: nil)
        #expect(try await people.service.assign(role, to: user.id))
        #expect(try await !people.service.assign(role, to: user.id))
        #expect(try await people.assignments() == ["platform_admin usr_1 platform"])

        let entries = try await people.auditEntries()
        #expect(entries.count == 1)
        let entry = try #require(entries.first)
        #expect(try entry.text("action") == "role.assign")
        #expect(try (entry.text("actor_type"), entry.text("actor_id")) == ("system", "assign-admin"))
        #expect(try entry.text("resource_name") == "platform_admin")
        #expect(try entry.text("details").contains("\"scope_type\":\"platform\""))
        #expect(try entry.optionalBytes("tenant_id") == nil)
        #expect(try entry.optionalInt("seq") == nil)
    }

    @Test("A role can be given in one tenant")
    func inTenant() async throws {
        try await people.addTenant("acme")
        try await people.addUser("1")
        let role = try await people.service.assignment(of: "tenant_admin", tenant: people.slug("acme"))
        #expect(try await people.service.assign(role, to: try await only(.scaiKeyID(people.userID("1"))).id))
        #expect(try await people.assignments() == ["tenant_admin usr_1 tenant acme"])
        #expect(try await people.auditEntries().first?.optionalBytes("tenant_id") != nil)
    }

    @Test("Users and tenants that are not active are counted, not offered")
    func inactive() async throws {
        try await people.addTenant("acme")
        try await people.addTenant("gone", status: "SUSPENDED")
        try await people.addUser("1", status: "SUSPENDED")
        try await people.addUser("2", of: "gone")
        try await people.addUser("3")
        try await people.database.pool.query(
            "UPDATE users SET deleted_at = NOW(6) WHERE scaikey_id = ?",
            [.text(people.userID("3"))]
        )
        let found = try await people.service.candidates(for: .email(people.email("ada")))
        #expect(found.active.isEmpty)
        #expect(found.inactive == 3)
        #expect(try await people.service.candidates(for: .scaiKeyID(people.userID("2"))).inactive == 1)
    }

    @Test("An e-mail that only looks alike is another one")
    func lookalikes() async throws {
        try await people.addTenant("acme")
        try await people.addUser("1", email: "josé")
        for other in [people.email("jose"), people.email("josé") + " ", people.email("ｊosé")] {
            #expect(try await people.service.candidates(for: .email(other)).active.isEmpty)
        }
        #expect(try await only(.email(people.email("JOSÉ"))).scaiKeyID == people.userID("1"))
    }

    @Test("ScaiKey's ids are case-sensitive")
    func caseOfIDs() async throws {
        try await people.addTenant("acme")
        try await people.addUser("a")
        #expect(try await people.service.candidates(for: .scaiKeyID(people.userID("A"))).active.isEmpty)
    }

    @Test("Unknown roles and tenants are refused by name")
    func unknown() async throws {
        try await people.addTenant("gone", status: "SUSPENDED")
        await #expect(throws: AssignAdminRefusal.unknownTenant(people.slug("gone"))) {
            try await people.service.assignment(of: "tenant_admin", tenant: people.slug("gone"))
        }
        let known = [
            "domain_admin", "domain_manager", "platform_admin", "read_only", "record_editor", "tenant_admin",
            "validation_bypass",
        ]
        await #expect(throws: AssignAdminRefusal.unknownRole("root", known: known)) {
            try await people.service.assignment(of: "root", tenant: nil)
        }
    }

    @Test("A user whose tenant is suspended between the question and the answer gets nothing")
    func suspendedMeanwhile() async throws {
        try await people.addTenant("acme")
        try await people.addUser("1")
        let user = try await only(.scaiKeyID(people.userID("1")))
        let role = try await people.service.assignment(of: "platform_admin", tenant: nil)
        try await people.database.pool.query(
            "UPDATE tenants SET status = 'SUSPENDED' WHERE slug = ?",
            [.text(people.slug("acme"))]
        )
        await #expect(throws: AssignAdminRefusal.noLongerActive) { try await people.service.assign(role, to: user.id) }
        #expect(try await people.assignments() == [])
        #expect(try await people.auditEntries().isEmpty)
    }

    @Test("Several at once give the role once, with one audit entry")
    func together() async throws {
        try await people.addTenant("acme")
        try await people.addUser("1")
        let service = people.service
        let user = try await only(.scaiKeyID(people.userID("1")))
        let role = try await service.assignment(of: "platform_admin", tenant: nil)
        let changes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 { group.addTask { try await service.assign(role, to: user.id) } }
            return try await group.reduce(into: 0) { count, isNew in count += isNew ? 1 : 0 }
        }
        #expect(changes == 1)
        #expect(try await people.assignments().count == 1)
        #expect(try await people.auditEntries().count == 1)
    }
}
