import ArgumentParser
import Glibc

/// Runs the command that the command line names, and ends with its status.
@main
enum Program {
    static func main() async {
        // Writing to a pipe that nobody reads is an error of `write`, not a signal in the middle of a TLS exchange.
        signal(SIGPIPE, SIG_IGN)
        exit(await run(Array(CommandLine.arguments.dropFirst()), on: .standard))
    }

    private static func run(_ arguments: [String], on streams: Streams) async -> Int32 {
        do {
            var command = try ScaidnsCommand.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return ExitStatus.done.rawValue
        } catch {
            return FailureReport.report(error, to: streams)
        }
    }
}
