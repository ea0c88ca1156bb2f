import ArgumentParser
import Core

/// The last words of a command that failed: what, why, what to do, and the status the program ends with.
enum FailureReport {
    /// Writes them and answers the status. Asking for help or the version is no failure: it goes to standard output.
    static func report(_ error: any Error, to streams: Streams) -> Int32 {
        switch error {
        case let failure as CommandFailure: return report(failure, to: streams)
        case let failure as OutputFailure:
            return report(CommandFailure(.failed, "cannot write to standard output: \(failure.reason)"), to: streams)
        default: return reportParsing(error, to: streams)
        }
    }

    private static func report(_ failure: CommandFailure, to streams: Streams) -> Int32 {
        var lines = ["scaidns: " + failure.message] + failure.details.map { "  " + $0 }
        if let advice = failure.advice { lines.append(advice) }
        if let requestID = failure.requestID { lines.append("Request: \(requestID)") }
        for line in lines { streams.err(TerminalText(line).text + "\n") }
        return failure.status.rawValue
    }

    /// What ArgumentParser threw: help, version, a wrong command line, or an exit code of a command's own.
    private static func reportParsing(_ error: any Error, to streams: Streams) -> Int32 {
        let code = ScaidnsCommand.exitCode(for: error)
        let message = ScaidnsCommand.fullMessage(for: error)
        if code.isSuccess {
            do { try streams.out(Array((message.isEmpty ? "" : message + "\n").utf8)) } catch {
                return report(error, to: streams)
            }
            return ExitStatus.done.rawValue
        }
        if !message.isEmpty {
            let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
            streams.err(lines.map { TerminalText($0).text + "\n" }.joined())
        }
        return code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue
    }
}
