import ArgumentParser

/// `scaidns zone`.
struct ZoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zone",
        abstract: "List, create, show and delete zones.",
        subcommands: [
            ZoneListCommand.self, ZoneCreateCommand.self, ZoneShowCommand.self, ZoneDeleteCommand.self,
        ]
    )
}
