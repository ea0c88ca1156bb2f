import API
import Client

/// One run of a command: the server it speaks to and the terminal it speaks on.
struct Session: Sendable {
    let client: APIClient
    let printer: Printer

    /// Tells people something that is not data, on standard error; silent with `--quiet`.
    func say(_ text: String) {
        printer.say(text)
    }

    /// Tells what the server remarked about a write.
    func say(_ warnings: [Warning]?) {
        for warning in warnings ?? [] { say("warning: \(warning.message)") }
    }

    /// Tells that PowerDNS does not serve a write yet, or refuses it.
    func say(_ status: SyncStatus, of what: String) {
        switch status {
        case .synced: break
        case .pending:
            say("\(what) is stored; PowerDNS does not have it yet and gets it as soon as it answers (pending).")
        case .failed: say("\(what) is stored, but PowerDNS refuses it (failed); scaidns zone show says why.")
        }
    }

    /// Asks before something is destroyed: passes when the answer is one of `answers`, whatever the case.
    /// `isAgreed` is `--yes`.
    func confirm(_ question: String, answers: [String], isAgreed: Bool) throws(CommandFailure) {
        guard !isAgreed else { return }
        try requireTerminal(isAgreed: isAgreed)
        printer.ask(question)
        let answer = (printer.streams.readLine() ?? "").lowercased()
        guard answers.contains(where: { $0.lowercased() == answer }) else {
            throw CommandFailure(.failed, "not confirmed, nothing was done")
        }
    }

    /// Refuses a destructive command that nobody can be asked about, before anything is sent.
    func requireTerminal(isAgreed: Bool) throws(CommandFailure) {
        guard isAgreed || printer.streams.inIsTerminal else {
            throw CommandFailure(
                .usage,
                "this needs a confirmation, and standard input is not a terminal",
                advice: "Add --yes to confirm it."
            )
        }
    }
}
