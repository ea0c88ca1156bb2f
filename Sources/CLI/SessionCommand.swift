import ArgumentParser
import Client

/// A command that speaks to a server. `run()` opens the session; the work is in ``run(_:)``, which tests call.
protocol SessionCommand: AsyncParsableCommand {
    var options: GlobalOptions { get }

    /// What it does, as it follows "cannot": `show zone example.org`.
    var purpose: String { get }

    /// What `--columns` may name here; empty where nothing is printed.
    var columnNames: [String] { get }

    /// Does the work.
    /// - Throws: `ClientFailure`, ``CommandFailure``, ``OutputFailure``.
    func run(_ session: Session) async throws
}

extension SessionCommand {
    func run() async throws {
        try await perform(in: Session.open(options))
    }

    /// ``run(_:)``, with what was wanted before the reason why a call failed.
    func perform(in session: Session) async throws {
        // Before anything is sent: a wrong column must not be found out after the write.
        try session.printer.checkColumns(among: columnNames)
        do {
            try await run(session)
        } catch let failure as ClientFailure {
            throw CommandFailure(failure, purpose: purpose)
        }
    }
}
