import ArgumentParser

/// `scaidns record`.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Add, list and remove records.",
        subcommands: [RecordAddCommand.self, RecordListCommand.self, RecordRemoveCommand.self]
    )
}
