import API
import ArgumentParser
import Client

/// `scaidns zone delete ZONE`.
struct ZoneDeleteCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a zone: its names are no longer answered.",
        discussion: "The zone's name has to be typed, unless --yes confirms it."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Name or id of the zone.")
    var zone: String

    @Flag(help: "Delete for good: with its records, its zone in PowerDNS and its signing keys.")
    var hard = false

    @Flag(help: "Do not ask.")
    var yes = false

    var columnNames: [String] { [] }
    var purpose: String { "delete zone \(zone)" }

    func run(_ session: Session) async throws {
        try session.requireTerminal(isAgreed: yes)
        // What was asked about is what is deleted: the id names it, whatever else gets that name meanwhile.
        let found = try await session.client.call(DomainEndpoints.show, path: DomainPath(zone))
        let name = found.summary.name
        let names = [name, name + "."] + (found.summary.unicodeName.map { [$0] } ?? [])
        let records = found.more.recordCount == 1 ? "1 record" : "\(found.more.recordCount) records"
        let effect = hard ? "deletes \(name) with \(records) for good" : "takes \(name) with \(records) out of service"
        try session.confirm(
            "This \(effect). Type the zone's name to delete it:",
            answers: names,
            isAgreed: yes
        )
        _ = try await session.client.call(
            DomainEndpoints.delete,
            path: DomainPath(found.summary.id),
            query: DomainDeletionQuery(hard: hard)
        )
        session.say("\(name) is deleted.")
    }
}
