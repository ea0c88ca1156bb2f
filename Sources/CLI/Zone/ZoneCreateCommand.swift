import API
import ArgumentParser
import Client

/// `scaidns zone create NAME`.
struct ZoneCreateCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create a zone and show the TXT record that proves that it is yours.",
        discussion: "The zone is served once that record has been found where the zone is served today."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Name of the zone, such as example.org.")
    var name: String

    @Option(help: "Type of the zone.")
    var type = DomainType.primary

    @Option(
        help: ArgumentHelp(
            "TTL of records without one of their own; the server's default is 3600.", valueName: "seconds"))
    var ttl: Int?

    @Option(help: "A remark for people.")
    var description: String?

    @Option(help: ArgumentHelp("Tenant to create it in; platform administrators must name one.", valueName: "tenant"))
    var tenant: String?

    var columnNames: [String] { ZoneColumns.detail.map(\.name) }
    var purpose: String { "create zone \(name)" }

    func run(_ session: Session) async throws {
        let draft = DomainDraft(
            name: name,
            domainType: type,
            defaultTTL: ttl,
            description: description,
            tenantID: tenant
        )
        let reply = try await session.client.reply(
            to: DomainEndpoints.create,
            path: Nothing(),
            query: Nothing(),
            body: draft
        )
        let zone = reply.value
        try session.printer.item(zone, ZoneColumns.detail(of: zone), body: reply.body)
        session.say(zone.more.warnings)
        if let validation = zone.more.validation {
            for line in ValidationGuide.lines(for: validation, zone: zone.summary.name) { session.say(line) }
        } else {
            session.say(zone.summary.syncStatus, of: zone.summary.name)
        }
    }
}
