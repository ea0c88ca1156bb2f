import ArgumentParser
import Backend
import FoundationEssentials

/// `scaidnsd`: the HTTP API, the worker, or both in one process (`operations.md` 2).
@main
struct Daemon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaidnsd",
        abstract: "The server of ScaiDNS: HTTP API and worker.",
        version: Release.current.description,
        subcommands: [APICommand.self, WorkerCommand.self, AllCommand.self]
    )
}

/// Where the API listens.
struct ListenOptions: ParsableArguments {
    @Option(help: "The address to listen on: loopback, since it speaks plain HTTP to a proxy on the same machine.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8000

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0-65535.") }
    }
}

/// Where the settings come from.
struct SettingsOptions: ParsableArguments {
    @Option(help: "The file with the settings; the environment wins over it.")
    var envFile: String?
}

/// `scaidnsd api`
struct APICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "api", abstract: "Serve the HTTP API.")

    @OptionGroup var listen: ListenOptions
    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        try await Start.run(parts: [.api(host: listen.host, port: listen.port)], envFile: settings.envFile)
    }
}

/// `scaidnsd worker`
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Run the background jobs: pushes that wait, checks of challenges."
    )

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        try await Start.run(parts: [.worker], envFile: settings.envFile)
    }
}

/// `scaidnsd all`
struct AllCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Serve the API and run the jobs in one process, for a small site."
    )

    @OptionGroup var listen: ListenOptions
    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        try await Start.run(parts: [.api(host: listen.host, port: listen.port), .worker], envFile: settings.envFile)
    }
}
