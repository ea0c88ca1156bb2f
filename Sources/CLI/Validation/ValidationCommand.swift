import ArgumentParser

/// `scaidns validation`.
struct ValidationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validation",
        abstract: "Show and check the proof that a zone is yours.",
        subcommands: [ValidationShowCommand.self, ValidationCheckCommand.self]
    )
}
