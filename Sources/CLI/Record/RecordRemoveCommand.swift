import API
import ArgumentParser
import Client

/// `scaidns record rm ZONE (ID | NAME TYPE [CONTENT...])`.
struct RecordRemoveCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rm",
        abstract: "Remove a record.",
        usage: """
            scaidns record rm <zone> <id> [--yes]
            scaidns record rm <zone> <name> <type> [<content> ...] [--yes]
            """,
        discussion: """
            Asks before it removes the record, unless --yes confirms it. Where name, type and content fit several records, \
            they are listed and nothing is done (5).
            """
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Do not ask.")
    var yes = false

    @Argument(help: "Name or id of the zone.")
    var zone: String

    @Argument(parsing: .allUnrecognized, help: "Id of the record, or its name, type and content.")
    var record: [String] = []

    var columnNames: [String] { [] }
    var purpose: String { "remove a record from \(zone)" }

    func validate() throws {
        guard !record.isEmpty else { throw ValidationError("name the record by its id, or by name and type") }
    }

    func run(_ session: Session) async throws {
        try session.requireTerminal(isAgreed: yes)
        guard let reference = RecordReference(record.withoutTerminator) else { return }
        let found = try await reference.record(in: zone, of: session.client)
        let what = "\(found.displayName) \(found.type) \(found.content)"
        try session.confirm("Remove \(what) from \(zone)? [y/N]", answers: ["y", "yes"], isAgreed: yes)
        _ = try await session.client.call(RecordEndpoints.delete, path: RecordPath(zone, found.id))
        session.say("\(what) is removed from \(zone).")
    }
}
