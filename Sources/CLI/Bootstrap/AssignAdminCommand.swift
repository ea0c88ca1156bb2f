import API
import ArgumentParser
import Backend
import Client

/// `scaidns assign-admin`: makes the first platform administrator.
struct AssignAdminCommand: BootstrapCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign-admin",
        abstract: "Give a user a role, by default platform_admin on the whole platform.",
        discussion: """
            Works on the database of DATABASE_URL directly, with the server's settings. The user must be active, and known \
            from ScaiKey. Giving a role again changes nothing.
            """
    )

    @OptionGroup var options: BootstrapOptions

    @Option(help: ArgumentHelp("E-mail address of the user.", valueName: "address"))
    var userEmail: String?

    @Option(help: ArgumentHelp("The user's id in ScaiKey, usr_...", valueName: "id"))
    var userID: String?

    @Option(help: "Name of the system role.")
    var role = "platform_admin"

    @Option(help: ArgumentHelp("Give the role in this tenant alone.", valueName: "slug"))
    var scopeTenant: String?

    @Flag(help: "Do not ask.")
    var yes = false

    func validate() throws {
        guard (userEmail == nil) != (userID == nil) else {
            throw ValidationError("Give either --user-email or --user-id.")
        }
        guard scopeTenant == nil || role != "platform_admin" else {
            throw ValidationError(
                "platform_admin counts on the whole platform; with --scope-tenant give another --role.")
        }
    }

    func run(_ bootstrap: Bootstrap) async throws {
        let settings = try bootstrap.settings(DatabaseSettings.self, file: options.envFile)
        try await bootstrap.withDatabase(settings) { pool in
            if let release = Release(ProductVersion.text) {
                let gate = SchemaGate(migrations: try Migrations.released(), release: release)
                bootstrap.warn(try await gate.check(pool))
            }
            do {
                try await run(AssignAdminService(pool: pool, surroundings: bootstrap.surroundings), bootstrap)
            } catch let refusal as AssignAdminRefusal {
                throw CommandFailure(refusal)
            }
        }
    }

    private func run(_ service: AssignAdminService, _ bootstrap: Bootstrap) async throws {
        let assignment = try await service.assignment(of: role, tenant: scopeTenant)
        let user = try only(try await service.candidates(for: query))
        let place = scopeTenant.map { "in the tenant \($0)" } ?? "on the whole platform"
        bootstrap.say(user.line)
        try bootstrap.confirm("Give this user the role \(role) \(place)? [y/N]", isAgreed: yes)
        let isNew = try await service.assign(assignment, to: user.id)
        bootstrap.say(
            isNew
                ? "\(user.name) has the role \(role) \(place) now."
                : "\(user.name) had the role \(role) \(place) already; nothing was changed."
        )
    }

    private var query: AdminQuery {
        userID.map(AdminQuery.scaiKeyID) ?? .email(userEmail ?? "")
    }

    private func only(_ found: AdminCandidates) throws(CommandFailure) -> AdminCandidate {
        let asked = userID ?? userEmail ?? ""
        guard let first = found.active.first else {
            throw CommandFailure(
                .notFound,
                "there is no active user \(asked) in an active tenant"
                    + (found.inactive > 0 ? "; not active: \(found.inactive)" : ""),
                advice: "Run scaidns sync to take users over from ScaiKey."
            )
        }
        guard found.active.count == 1 else {
            throw CommandFailure(
                .conflict,
                "\(found.active.count) users have the address \(asked); nothing was done",
                details: found.active.map(\.line),
                advice: "Name one of them with --user-id."
            )
        }
        return first
    }
}

extension AdminCandidate {
    /// Everything that tells one user from another.
    fileprivate var line: String { "\(scaiKeyID)  \(name)  \(email)  tenant \(tenantSlug)" }
}

extension CommandFailure {
    fileprivate init(_ refusal: AssignAdminRefusal) {
        switch refusal {
        case .unknownRole(let role, let known):
            self.init(
                .notFound,
                "there is no system role \(role)",
                advice: "The system roles are \(known.joined(separator: ", "))."
            )
        case .unknownTenant(let slug):
            self.init(
                .notFound,
                "there is no active tenant \(slug)",
                advice: "Run scaidns sync to take tenants over from ScaiKey."
            )
        case .noLongerActive: self.init(.conflict, "the user or the tenant was suspended meanwhile; nothing was done")
        }
    }
}
