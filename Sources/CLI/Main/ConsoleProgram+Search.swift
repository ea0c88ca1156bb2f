import FoundationEssentials
import Glibc

extension ConsoleProgram {
    /// The first candidate that may be run.
    /// - Throws: ``CommandFailure`` when there is none.
    static func found() throws(CommandFailure) -> String {
        // Where /proc is not mounted, PATH has to do.
        let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let paths = candidates(beside: executable, searchPath: searchPath)
        guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw CommandFailure(
                .failed,
                "\(name) is neither beside this program nor in a folder of PATH",
                advice: "Install it, or add its folder to PATH."
            )
        }
        return path
    }
}

/// Turns this process into another program.
enum ProcessReplacement {
    /// Comes back only when the program cannot be started, with the reason.
    static func become(_ path: String, arguments: [String]) -> CommandFailure {
        // Ignored signals stay ignored in the new program.
        signal(SIGPIPE, SIG_DFL)
        var pointers = unsafe ([path] + arguments).map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        unsafe execv(path, pointers)
        return CommandFailure(.failed, "\(path) cannot be started: \(unsafe String(cString: strerror(errno)))")
    }
}
