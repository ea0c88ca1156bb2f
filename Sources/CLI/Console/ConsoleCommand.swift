import ArgumentParser

/// `scaidns console`: becomes `scaidns-console`, with the same environment.
struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Start the console, the full-screen program.",
        discussion: "Everything after the word console goes to scaidns-console."
    )

    @Argument(parsing: .captureForPassthrough, help: "Arguments of scaidns-console.")
    var arguments: [String] = []

    func run() throws {
        let program = try ConsoleProgram.found()
        throw ProcessReplacement.become(program, arguments: arguments)
    }
}
