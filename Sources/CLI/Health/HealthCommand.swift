import API
import ArgumentParser
import Client

/// `scaidns health`.
struct HealthCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Show whether the server can serve, and what it leans on.",
        discussion: "Ends with 6 when something fails."
    )

    @OptionGroup var options: GlobalOptions

    private struct Check: Sendable {
        let name: String
        let state: String
    }

    private static let columns: [Column<Check>] = [
        Column(name: "check", text: \.name),
        Column(name: "state", text: \.state, style: { $0.state == "ok" ? .good : .bad }),
    ]

    var columnNames: [String] { Self.columns.map(\.name) }
    var purpose: String { "ask for the server's health" }

    func run(_ session: Session) async throws {
        let reply = try await session.client.readiness()
        let checks = reply.value.checks
        let rows = [
            Check(name: "database", state: checks.database),
            Check(name: "redis", state: checks.redis),
            Check(name: "pdns", state: checks.pdns),
            Check(name: "scaikey_jwks", state: checks.scaikeyJWKS),
        ]
        switch session.printer.format {
        case .json, .jsonl: try session.printer.item(rows, [], body: reply.body)
        case .table, .tsv: try session.printer.list(rows, HealthCommand.columns, bodies: [])
        }
        guard reply.value.isReady else {
            let failing = rows.filter { $0.state != "ok" }.map(\.name).joined(separator: ", ")
            throw CommandFailure(
                .unavailable,
                "\(session.client.server) is not ready: \(failing) failed",
                advice: "Look at the server's log and at what fails; it recovers by itself once that answers."
            )
        }
    }
}
