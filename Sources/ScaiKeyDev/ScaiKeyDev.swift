import ArgumentParser
import Hummingbird
import Logging

/// A stand-in for ScaiKey, for development and tests only: discovery and JWKS, with a key made at each start.
///
/// It listens on plain HTTP and has no log-in yet; the endpoints for that stand in its discovery document, as the real
/// one's do, and answer 404.
@main
struct ScaiKeyDev: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaikey-dev",
        abstract: "A stand-in identity provider for development and tests."
    )

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The TCP port to listen on, 1 to 65535.")
    var port: Int

    func validate() throws {
        guard (1...65_535).contains(port) else { throw ValidationError("--port takes a number from 1 to 65535.") }
    }

    func run() async throws {
        let address = "http://\(host):\(port)"
        var logger = Logger(label: "scaikey-dev")
        logger.logLevel = .notice
        let provider = Provider(url: address, key: SigningKey(), tenants: [Tenant(id: "tnt_demo", slug: "demo")])
        let application = Application(
            router: provider.router(),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: "scaikey-dev"),
            onServerRunning: { [logger] _ in logger.notice("scaikey-dev answers at \(address)") },
            logger: logger
        )
        try await application.runService()
    }
}
