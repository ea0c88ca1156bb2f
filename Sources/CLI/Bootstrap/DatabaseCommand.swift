import ArgumentParser
import Backend

/// `scaidns db`: the schema of ScaiDNS's own database.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Make and upgrade the database's schema.",
        discussion: "Works on the database of DATABASE_URL directly, with the server's settings.",
        subcommands: [DatabaseUpgradeCommand.self, DatabaseCurrentCommand.self, DatabaseHistoryCommand.self]
    )
}

/// `scaidns db upgrade [--sql]`.
struct DatabaseUpgradeCommand: BootstrapCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: "Run the migrations that are missing.",
        discussion: """
            An interrupted run goes on where it stopped. With --sql nothing is run: what is missing is printed as a script \
            for the mariadb client.
            """
    )

    @OptionGroup var options: BootstrapOptions

    @Flag(help: "Print the SQL instead of running it.")
    var sql = false

    func run(_ bootstrap: Bootstrap) async throws {
        let settings = try bootstrap.settings(DatabaseSettings.self, file: options.envFile)
        try await bootstrap.withDatabase(settings) { pool in
            let runner = MigrationRunner(pool: pool, migrations: try Migrations.released())
            if sql {
                let status = try await runner.status()
                bootstrap.warn(status.warnings)
                try bootstrap.streams.out(Array(status.plan.script.utf8))
                return
            }
            let result = try await runner.upgrade { step in
                bootstrap.say("\(step.migration.version).\(step.statement.number)  \(step.statement.summary)")
            }
            bootstrap.warn(result.warnings)
            bootstrap.say(
                result.count == 0
                    ? "The schema is at version \(result.version) already; nothing was done."
                    : "The schema is at version \(result.version) now; statements run: \(result.count)."
            )
        }
    }
}

/// `scaidns db current`.
struct DatabaseCurrentCommand: BootstrapCommand {
    static let configuration = CommandConfiguration(
        commandName: "current",
        abstract: "Show which migrations the database has."
    )

    @OptionGroup var options: BootstrapOptions

    func run(_ bootstrap: Bootstrap) async throws {
        let (status, migrations) = try await bootstrap.schemaStatus(options)
        bootstrap.warn(status.warnings)
        let known = migrations.map { migration in
            let missing = status.plan.steps.count { $0.migration.version == migration.version }
            let total = migration.statements.count
            let state = missing == 0 ? "done" : missing == total ? "missing" : "partly"
            return ["\(migration.version)", migration.name, state, "\(total - missing)/\(total)"]
        }
        let newer = status.plan.newer.map { ["\($0.version)", "", "newer", ""] }
        try bootstrap.print(known + newer, titles: ["VERSION", "NAME", "STATE", "STATEMENTS"])
        if !status.plan.steps.isEmpty { bootstrap.say("Run scaidns db upgrade.") }
    }
}

/// `scaidns db history`.
struct DatabaseHistoryCommand: BootstrapCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show each statement that was run, and when."
    )

    @OptionGroup var options: BootstrapOptions

    func run(_ bootstrap: Bootstrap) async throws {
        let (status, migrations) = try await bootstrap.schemaStatus(options)
        bootstrap.warn(status.warnings)
        let rows = status.done.map { row in
            let statement = migrations.first { $0.version == row.version }?.statements
                .first { $0.number == row.statement }
            return [
                "\(row.version)", "\(row.statement)", row.doneAtText ?? "begun, outcome unknown",
                statement?.summary ?? "",
            ]
        }
        try bootstrap.print(rows, titles: ["VERSION", "STATEMENT", "DONE AT", "SQL"])
    }
}

extension Bootstrap {
    func schemaStatus(_ options: BootstrapOptions) async throws -> (SchemaStatus, [Migration]) {
        let settings = try settings(DatabaseSettings.self, file: options.envFile)
        let migrations = try Migrations.released()
        let status = try await withDatabase(settings) { pool in
            try await MigrationRunner(pool: pool, migrations: migrations).status()
        }
        return (status, migrations)
    }

    func warn(_ warnings: [String]) {
        for warning in warnings { say("warning: " + warning) }
    }
}
