import API
import ArgumentParser
import Client

/// `scaidns validation show ZONE`.
struct ValidationShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the TXT record to publish and how looking for it went."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Name or id of the zone.")
    var zone: String

    var columnNames: [String] { ValidationColumns.detail.map(\.name) }
    var purpose: String { "show the challenge of \(zone)" }

    func run(_ session: Session) async throws {
        let reply = try await session.client.reply(
            to: ValidationEndpoints.show,
            path: DomainPath(zone),
            query: Nothing(),
            body: Nothing()
        )
        guard let validation = reply.value else {
            if [.json, .jsonl].contains(session.printer.format) { try session.printer.item((), [], body: reply.body) }
            session.say("\(zone) has no pending challenge.")
            return
        }
        try session.printer.item(validation, ValidationColumns.detail, body: reply.body)
        for line in ValidationGuide.lines(for: validation, zone: zone) { session.say(line) }
    }
}
