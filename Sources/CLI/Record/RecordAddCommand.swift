import API
import ArgumentParser
import Client

/// `scaidns record add ZONE NAME TYPE CONTENT...`.
struct RecordAddCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a record.",
        usage:
            "scaidns record add <zone> <name> <type> <content> ... [--ttl <seconds>] [--comment <text>] [--disabled]",
        discussion: """
            The words of the content are joined by a blank, so that most contents need no quotes:

              scaidns record add example.org www A 192.0.2.10
              scaidns record add example.org @ MX 10 mail.example.org.
              scaidns record add example.org @ TXT '"v=spf1 mx -all"'

            A name that begins with - is written after --, and so is a word of the content that is an option here.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("Time to live; default: the zone's.", valueName: "seconds"))
    var ttl: Int?

    @Option(help: "A remark for people.")
    var comment: String?

    @Flag(help: "Store it without serving it.")
    var disabled = false

    @Argument(help: "Name or id of the zone.")
    var zone: String

    @Argument(help: "Name of the record: @ for the zone itself, relative to the zone, or in full.")
    var name: String

    @Argument(help: "Type of the record, such as A or MX.")
    var type: String

    @Argument(parsing: .allUnrecognized, help: "The record's data as in a zone file.")
    var content: [String] = []

    var columnNames: [String] { RecordColumns.list.map(\.name) }
    var purpose: String { "add \(name) \(type.uppercased()) to \(zone)" }

    func validate() throws {
        guard !content.isEmpty else { throw ValidationError("the record has no content") }
        guard ttl.map({ (0...2_147_483_647).contains($0) }) ?? true else {
            throw ValidationError("--ttl is 0 to 2147483647 seconds")
        }
    }

    func run(_ session: Session) async throws {
        let draft = RecordDraft(
            name: name,
            type: type.uppercased(),
            content: content.withoutTerminator.joined(separator: " "),
            ttl: ttl,
            disabled: disabled ? true : nil,
            comment: comment
        )
        let reply = try await session.client.reply(
            to: RecordEndpoints.create,
            path: DomainPath(zone),
            query: Nothing(),
            body: draft
        )
        switch session.printer.format {
        case .json, .jsonl: try session.printer.item(reply.value, RecordColumns.list, body: reply.body)
        case .table, .tsv: try session.printer.list([reply.value], RecordColumns.list, bodies: [])
        }
        session.say(reply.value.warnings)
        session.say(reply.value.syncStatus, of: "\(reply.value.name) \(reply.value.type)")
    }
}
