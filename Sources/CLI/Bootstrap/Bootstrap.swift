import ArgumentParser
import Backend
import Core
import MariaDB

/// One run of a command that works on the database directly: where settings come from, and the terminal.
struct Bootstrap: Sendable {
    let source: SettingsSource
    let streams: Streams
    let surroundings: Surroundings

    /// The settings that a command uses.
    /// - Throws: ``CommandFailure`` with every fault.
    func settings<Group: SettingsGroup>(_ group: Group.Type, file: String?) throws(CommandFailure) -> Group {
        switch Settings.read(group, from: source, file: file) {
        case .read(let settings, let warnings):
            for warning in warnings { say("warning: " + warning.sentence) }
            return settings
        case .refused(let faults, let warnings):
            for warning in warnings { say("warning: " + warning.sentence) }
            throw CommandFailure(
                .usage,
                faults.count == 1 ? "a setting is missing or wrong" : "\(faults.count) settings are missing or wrong",
                details: faults.map(\.sentence),
                advice: "They come from the environment and from the env file; see scaidns.env(5)."
            )
        }
    }

    /// Runs `body` with connections to the database, and turns what goes wrong there into words.
    ///
    /// - Throws: ``CommandFailure``; what else `body` throws.
    func withDatabase<T: Sendable>(
        _ settings: DatabaseSettings,
        _ body: (ConnectionPool) async throws -> T
    ) async throws -> T {
        // A change of a large table may take hours.
        let pool = ConnectionPool(configuration: settings.configuration(queryTimeout: 86_400), size: 2)
        do {
            let value = try await body(pool)
            await pool.close()
            return value
        } catch {
            await pool.close()
            throw CommandFailure(database: error, at: settings.place) ?? error
        }
    }

    /// Tells people something that is not data, on standard error.
    func say(_ text: String) {
        streams.err(TerminalText(text).text + "\n")
    }

    /// Prints rows: aligned below their titles on a terminal, else with tabs and without titles.
    func print(_ rows: [[String]], titles: [String]) throws(OutputFailure) {
        let cells = rows.map { $0.map { Table.Cell($0) } }
        let lines: [String]
        if streams.outIsTerminal {
            let head = titles.map { Table.Cell($0, .heading) }
            lines = Table(rows: [head] + cells, isNumber: titles.map { _ in false })
                .lines(within: streams.columns, isColored: false)
        } else {
            lines = cells.map { $0.map(\.text.text).joined(separator: "\t") }
        }
        try streams.out(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Asks a question that yes or y answers.
    ///
    /// - Throws: ``CommandFailure`` when it is answered otherwise, or nobody can be asked.
    func confirm(_ question: String, isAgreed: Bool) throws(CommandFailure) {
        guard !isAgreed else { return }
        guard streams.inIsTerminal else {
            throw CommandFailure(
                .usage,
                "this needs a confirmation, and standard input is not a terminal",
                advice: "Add --yes to confirm it."
            )
        }
        streams.err(TerminalText(question).text + " ")
        guard ["y", "yes"].contains((streams.readLine() ?? "").lowercased()) else {
            throw CommandFailure(.failed, "not confirmed, nothing was done")
        }
    }
}

/// What every command that works on the database takes.
struct BootstrapOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Env file with the server's settings; default: SCAIDNS_ENV_FILE, else /etc/scaidns/scaidns.env.",
            valueName: "file"
        )
    )
    var envFile: String?
}

/// A command that works on the database directly. `run()` reads environment and clock; the work is in ``run(_:)``, which
/// tests call.
protocol BootstrapCommand: AsyncParsableCommand {
    /// - Throws: ``CommandFailure``, ``OutputFailure``.
    func run(_ bootstrap: Bootstrap) async throws
}

extension BootstrapCommand {
    func run() async throws {
        try await run(Bootstrap.open())
    }
}

extension Bootstrap {
    /// With the environment, clock and randomness of the process.
    fileprivate static func open() -> Bootstrap {
        Bootstrap(
            source: SettingsSource(environment: ProcessSurroundings.environment, readFile: SettingsFile.onDisk),
            streams: .standard,
            surroundings: Surroundings(
                clock: WallClock { Timestamp(microseconds: ProcessSurroundings.microseconds()) },
                randomness: Randomness(bytes: ProcessSurroundings.randomBytes)
            )
        )
    }
}
