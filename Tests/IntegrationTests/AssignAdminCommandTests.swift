import Foundation
import TestSupport
import Testing

@Suite("scaidns assign-admin")
struct AssignAdminCommandTests {
    private let people: People

    init() async throws {
        people = try await People()
    }

    private func scaidns(_ arguments: [String]) async throws -> Output {
        try await runScaidns(["assign-admin"] + arguments, databaseURL: people.database.url)
    }

    /// Runs the command on a terminal and types `answer`.
    private func onTerminal(_ arguments: String, answer: String) async throws -> Output {
        try await run(
            ["script", "-qec", "\(product("scaidns")) assign-admin \(arguments)", "/dev/null"],
            env: ["DATABASE_URL": people.database.url, "SCAIDNS_ENV_FILE": "/dev/null"],
            stdin: answer + "\n"
        )
    }

    @Test("One match is shown with name, tenant and id, and asked about")
    func asks() async throws {
        let email = people.email("ada")
        try await people.addTenant("acme")
        try await people.addUser("1", called: "Ada \u{1b}[31mL")
        let refused = try await onTerminal("--user-email \(email)", answer: "n")
        #expect(refused.status == 1)
        #expect(
            refused.stdout.contains("\(people.userID("1"))  Ada \\u{1b}[31mL  \(email)  tenant \(people.slug("acme"))")
        )
        #expect(refused.stdout.contains("Give this user the role platform_admin on the whole platform? [y/N]"))
        #expect(try await people.assignments() == [])

        let agreed = try await onTerminal("--user-email \(email)", answer: "y")
        #expect(agreed.status == 0)
        #expect(try await people.assignments() == ["platform_admin usr_1 platform"])
    }

    @Test("--yes does not ask, and repeating it changes nothing")
    func yes() async throws {
        try await people.addTenant("acme")
        try await people.addUser("1", called: "Ada")
        let first = try await scaidns(["--user-id", people.userID("1"), "--yes"])
        #expect((first.status, first.stdout) == (0, ""))
        #expect(first.stderr.contains("Ada has the role platform_admin on the whole platform now."))
        let second = try await scaidns(["--user-id", people.userID("1"), "--yes"])
        #expect(second.status == 0)
        #expect(second.stderr.contains("already; nothing was changed."))
        #expect(try await people.auditEntries().count == 1)
    }

    @Test("Without a terminal and --yes it refuses and does nothing")
    func noTerminal() async throws {
        try await people.addTenant("acme")
        try await people.addUser("1")
        let output = try await scaidns(["--user-id", people.userID("1")])
        #expect(output.status == 2)
        #expect(output.stderr.contains("Add --yes"))
        #expect(try await people.assignments() == [])
    }

    @Test("Several matches are listed, with exit 5 and nothing done")
    func several() async throws {
        for name in ["acme", "other"] {
            try await people.addTenant(name)
            try await people.addUser(name, of: name)
        }
        let output = try await scaidns(["--user-email", people.email("ada"), "--yes"])
        #expect(output.status == 5)
        for name in ["acme", "other"] {
            #expect(
                output.stderr.contains(
                    "\(people.userID(name))  Some Body  \(people.email("ada"))  tenant \(people.slug(name))"
                )
            )
        }
        #expect(try await people.assignments() == [])
    }

    @Test("No match is exit 3 and points at sync, and tells of users that are not active")
    func none() async throws {
        try await people.addTenant("acme")
        try await people.addUser("1", status: "SUSPENDED")
        let unknown = try await scaidns(["--user-email", people.email("bob"), "--yes"])
        #expect(unknown.status == 3)
        #expect(unknown.stderr.contains("scaidns sync"))
        let inactive = try await scaidns(["--user-email", people.email("ada"), "--yes"])
        #expect(inactive.status == 3)
        #expect(inactive.stderr.contains("not active: 1"))
    }

    @Test("A database without its schema is told to be upgraded")
    func noSchema() async throws {
        try await TestDatabase.with { database in
            let output = try await runScaidns(
                ["assign-admin", "--user-id", "usr_1", "--yes"],
                databaseURL: database.url
            )
            #expect(output.status == 1)
            #expect(output.stderr.contains("run scaidns db upgrade"))
        }
    }

    @Test("MariaDB down is exit 6 with a line that names it, and no password")
    func down() async throws {
        let output = try await runScaidns(
            ["assign-admin", "--user-id", "usr_1"],
            databaseURL: "mysql://scaidns:hunter2@127.0.0.1:1/scaidns"
        )
        #expect(output.status == 6)
        #expect(output.stderr.contains("MariaDB at 127.0.0.1:1 cannot be reached"))
        #expect(!output.stderr.contains("hunter2"))
    }

    @Test(
        "A wrong command line is exit 2",
        arguments: [
            [], ["--user-email", "a@example.org", "--user-id", "usr_1"],
            ["--user-id", "usr_1", "--scope-tenant", "acme"],
        ]
    )
    func usage(arguments: [String]) async throws {
        let output = try await runScaidns(["assign-admin"] + arguments, databaseURL: "")
        #expect(output.status == 2)
        #expect(output.stderr.contains("Usage: scaidns assign-admin"))
    }
}

/// Runs `scaidns` with these settings alone.
func runScaidns(_ arguments: [String], databaseURL: String) async throws -> Output {
    try await run(
        [product("scaidns")] + arguments,
        env: ["DATABASE_URL": databaseURL, "SCAIDNS_ENV_FILE": "/dev/null"]
    )
}
