import API
import ArgumentParser
import Client

/// `scaidns record list ZONE`.
struct RecordListCommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the records of a zone.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Name or id of the zone.")
    var zone: String

    @Option(help: "Only records of this type.")
    var type: String?

    @Option(help: "Only records whose name holds this text.")
    var name: String?

    @Flag(inversion: .prefixedNo, help: "Only disabled records, or only enabled ones.")
    var disabled: Bool?

    @Flag(help: "The SOA and the zone's own NS too.")
    var system = false

    @Option(help: "Order; with - before it (--sort=-name) descending.")
    var sort = RecordListQuery.Sort.name

    var columnNames: [String] { RecordColumns.list.map(\.name) }
    var purpose: String { "list the records of \(zone)" }

    func run(_ session: Session) async throws {
        let reply = try await session.client.reply(
            to: RecordEndpoints.list,
            path: DomainPath(zone),
            query: RecordListQuery(
                type: type?.uppercased(),
                name: name,
                includeSystem: system,
                disabled: disabled,
                sort: sort
            ),
            body: Nothing()
        )
        try session.printer.list(reply.value.data, RecordColumns.list, bodies: [reply.body])
        if reply.value.data.isEmpty { session.say("There are no records to show in \(reply.value.domainName).") }
    }
}
