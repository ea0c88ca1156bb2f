import API
import ArgumentParser
import Client

/// `scaidns validation check ZONE`.
struct ValidationCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for the TXT record now, at each server that serves the zone today.",
        discussion: "Ends with 1 when it was not found."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Name or id of the zone.")
    var zone: String

    var columnNames: [String] { ValidationColumns.servers.map(\.name) }
    var purpose: String { "check the challenge of \(zone)" }

    func run(_ session: Session) async throws {
        let reply = try await session.client.reply(
            to: ValidationEndpoints.check,
            path: DomainPath(zone),
            query: Nothing(),
            body: Nothing()
        )
        let check = reply.value
        switch session.printer.format {
        case .json, .jsonl: try session.printer.item(check, [], body: reply.body)
        case .table, .tsv: try session.printer.list(check.servers, ValidationColumns.servers, bodies: [])
        }
        guard check.isValid else {
            var failure = CommandFailure(
                .failed,
                "\(zone) is not validated: \(check.message)",
                advice: "scaidns validation show \(zone) shows the record to publish."
            )
            failure.requestID = reply.requestID
            throw failure
        }
        session.say(check.message)
    }
}
