import ArgumentParser

/// A command that speaks to a server. `run()` opens the session; the work is in ``run(_:)``, which tests call.
protocol SessionCommand: AsyncParsableCommand {
    var options: GlobalOptions { get }

    /// Does the work.
    /// - Throws: `ClientFailure`, ``CommandFailure``, ``OutputFailure``.
    func run(_ session: Session) async throws
}

extension SessionCommand {
    func run() async throws {
        try await run(Session.open(options))
    }
}
