import API
import ArgumentParser
import Client

/// `scaidns zone list`.
struct ZoneListCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the zones that you may see.",
        discussion: """
            All pages of the list are fetched, up to --limit zones. JSON is the API's answer itself and therefore one page: \
            --page names it, and -o jsonl prints all zones.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: "Only zones in this state.")
    var status: DomainStatus?

    @Option(help: "Only zones of this type.")
    var type: DomainType?

    @Option(help: "Only zones whose name holds this text.")
    var search: String?

    @Option(help: "Order; with - before it (--sort=-name) descending.")
    var sort = DomainListQuery.Sort.name

    @Option(help: "Show this page alone, counted from 1.")
    var page: Int?

    @Option(help: "Zones a page, 1 to 100.")
    var pageSize = 100

    @Option(help: "The most zones shown.")
    var limit = 10_000

    var columnNames: [String] { ZoneColumns.list.map(\.name) }
    var purpose: String { "list zones" }

    func validate() throws {
        guard (1...100).contains(pageSize) else { throw ValidationError("--page-size is 1 to 100") }
        guard page.map({ (1...1_000_000).contains($0) }) ?? true else { throw ValidationError("--page starts at 1") }
        guard (1...1_000_000).contains(limit) else { throw ValidationError("--limit is 1 to 1000000") }
    }

    func run(_ session: Session) async throws {
        let isSinglePage = page != nil || session.printer.format == .json
        var number = page ?? 1
        var zones: [DomainSummary] = []
        var bodies: [[UInt8]] = []
        while true {
            let reply = try await session.client.reply(
                to: DomainEndpoints.list,
                path: Nothing(),
                query: query(page: number),
                body: Nothing()
            )
            zones += reply.value.data
            bodies.append(reply.body)
            let isLast = number >= reply.value.totalPages || reply.value.data.isEmpty
            if isLast || isSinglePage || zones.count >= limit {
                try session.printer.list(zones, ZoneColumns.list, bodies: bodies)
                say(session, reply.value, shown: zones.count)
                return
            }
            number += 1
        }
    }

    private func say(_ session: Session, _ last: Page<DomainSummary>, shown: Int) {
        if last.total == 0 {
            session.say("There are no zones to show.")
        } else if page != nil || session.printer.format == .json {
            guard last.totalPages > 1 else { return }
            session.say("Page \(last.page) of \(last.totalPages), \(last.total) zones in all.")
        } else if shown < last.total {
            session.say("\(shown) of \(last.total) zones are shown; --limit shows more, --search and --status fewer.")
        }
    }

    private func query(page number: Int) -> DomainListQuery {
        DomainListQuery(
            status: status,
            domainType: type,
            search: search,
            sort: sort,
            page: PageRequest(page: number, pageSize: pageSize)
        )
    }
}
