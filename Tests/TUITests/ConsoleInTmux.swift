import Foundation
import Testing

/// The real console in a real terminal: a tmux of its own with one window.
final class ConsoleInTmux {
    private let folder: URL
    private let server = Process()
    private var socket: String { folder.appending(path: "tmux").path }

    /// What is typed in place of a key's character, as tmux names it.
    enum Key: String {
        case enter = "Enter"
        case escape = "Escape"
        case tab = "Tab"
        case down = "Down"
        case end = "End"
        case clear = "C-u"
        case interrupt = "C-c"
    }

    /// Starts the console against `url` in a shell that notes the terminal's modes before and after, and then the status.
    init(
        url: String,
        columns: Int = 80,
        rows: Int = 24,
        environment: [String: String] = [:],
        arguments: String = ""
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "scaidns-console-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var variables = [
            "LC_ALL": "C.UTF-8", "SCAIDNS_URL": url, "SCAIDNS_API_KEY": "key", "SWIFT_BACKTRACE": "enable=no",
            // `swift test` sets it.
            "NO_COLOR": "",
        ]
        variables.merge(environment) { $1 }
        let assignments = variables.map { "export \($0.key)='\($0.value)'" }.sorted().joined(separator: "\n")
        let script = """
            \(assignments)
            cd '\(folder.path)'
            echo before the console
            stty -a >modes-before
            sh -c 'echo $$ >pid; exec "\(Self.program)" \(arguments)'
            echo "status $?" >status.new
            stty -a >modes-after
            mv status.new status
            echo after the console
            exec sleep 1000
            """
        let file = folder.appending(path: "run.sh")
        try Data(script.utf8).write(to: file)
        try startServer()
        try tmux("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh '\(file.path)'")
    }

    deinit {
        server.terminate()
        server.waitUntilExit()
        // Nothing is left to be deleted when this fails.
        try? FileManager.default.removeItem(at: folder)
    }

    /// The console that was built with this test.
    private static var program: String {
        let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: test).deletingLastPathComponent().appending(path: "scaidns-console").path
    }

    func type(_ text: String) throws { try tmux("send-keys", "-l", text) }
    func press(_ keys: Key...) throws { for key in keys { try tmux("send-keys", key.rawValue) } }
    func resize(columns: Int, rows: Int) throws { try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)") }
    /// Closes the terminal under the console.
    func hangUp() throws { try tmux("kill-server") }

    /// What the terminal shows now; with `styles` the escape sequences of its colours too.
    func screen(styles: Bool = false) throws -> String {
        try tmux(styles ? ["capture-pane", "-p", "-e"] : ["capture-pane", "-p"])
    }

    /// What tmux says of the terminal: `alternate_on`, `cursor_flag`, `pane_title`.
    func ask(_ name: String) throws -> String {
        try tmux("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .newlines)
    }

    /// The console's process id.
    var pid: Int32 {
        get throws { try #require(Int32(text("pid").trimmingCharacters(in: .whitespacesAndNewlines))) }
    }

    /// `status N` once the console has ended; empty before.
    var status: String { text("status").trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Whether the terminal's modes are what they were before the console.
    var modesAreRestored: Bool { !text("modes-before").isEmpty && text("modes-before") == text("modes-after") }

    /// Waits until the terminal shows `text`; fails with what it shows instead.
    func wait(for text: String, seconds: Double = 20, at location: SourceLocation = #_sourceLocation) async throws {
        try await wait("the terminal shows \"\(text)\"", seconds, location) { try self.screen().contains(text) }
    }

    /// Waits until the console has ended.
    func waitForEnd(at location: SourceLocation = #_sourceLocation) async throws {
        try await wait("the console ends", 20, location) { !self.status.isEmpty }
    }

    /// Asks every 20 ms whether `condition` holds, until the deadline.
    func wait(
        _ name: String,
        _ seconds: Double,
        _ location: SourceLocation = #_sourceLocation,
        until condition: () throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        while try !condition() {
            guard ContinuousClock.now < deadline else {
                let shown = (try? screen()) ?? "no terminal"
                Issue.record(
                    "not within \(seconds) s: \(name); the terminal shows:\n\(shown)", sourceLocation: location)
                throw CancellationError()
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Starts tmux in the foreground: a server that it leaves behind as a daemon would keep what `Process` waits for. And
    /// with no signal blocked, as most are in a child of a dispatch thread: it ends by one.
    private func startServer() throws {
        let unblocked = """
            import os, signal, sys
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            os.execv(sys.argv[1], sys.argv[1:])
            """
        server.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        server.arguments = ["-c", unblocked, "/usr/bin/tmux", "-S", socket, "-f", "/dev/null", "-D"]
        server.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        server.standardInput = FileHandle.nullDevice
        server.standardOutput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        try server.run()
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while !FileManager.default.fileExists(atPath: socket) {
            guard ContinuousClock.now < deadline else { throw CocoaError(.fileNoSuchFile) }
            usleep(5000)
        }
    }

    private func text(_ file: String) -> String {
        // A file that is not written yet is empty.
        (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

    private func tmux(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/tmux")
        process.arguments = ["-S", socket] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
