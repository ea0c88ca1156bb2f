import API
import ArgumentParser
import Client

/// `scaidns`: all nouns.
struct ScaidnsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaidns",
        abstract: "Manage DNS zones and records on a ScaiDNS server.",
        discussion: """
            SCAIDNS_URL names the server, SCAIDNS_API_KEY holds the API key. A zone is named by its name or its id, a \
            record by its id or by NAME TYPE [CONTENT].
            """,
        version: ProductVersion.text,
        subcommands: [
            ZoneCommand.self, RecordCommand.self, ValidationCommand.self, HealthCommand.self, ConsoleCommand.self,
            DatabaseCommand.self, AssignAdminCommand.self,
        ]
    )
}
