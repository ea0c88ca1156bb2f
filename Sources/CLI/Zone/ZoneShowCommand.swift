import API
import ArgumentParser
import Client

/// `scaidns zone show ZONE`.
struct ZoneShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one zone.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Name or id of the zone.")
    var zone: String

    var columnNames: [String] { ZoneColumns.detail.map(\.name) }
    var purpose: String { "show zone \(zone)" }

    func run(_ session: Session) async throws {
        let reply = try await session.client.reply(
            to: DomainEndpoints.show,
            path: DomainPath(zone),
            query: Nothing(),
            body: Nothing()
        )
        try session.printer.item(reply.value, ZoneColumns.detail(of: reply.value), body: reply.body)
    }
}
