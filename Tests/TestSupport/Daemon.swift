import Foundation
import Glibc

/// A program that runs beside the test until it is ended; it dies with the test process.
public final class Daemon: Sendable {
    private let pid: pid_t
    private let watch: Watch
    private let ended: Task<Int32, Never>
    private let folder: URL

    /// Starts the command with `environment` added to ours; its outputs go to files.
    public init(_ command: [String], env environment: [String: String] = [:]) throws {
        folder = try temporaryFolder()
        let files = ["/dev/null", folder.appending(path: "1").path, folder.appending(path: "2").path]
        let bound = ["setpriv", "--pdeathsig", "KILL", "--"] + command
        pid = try spawn(bound, env: environment, files: files, in: packageRoot)
        let watch = Watch(group: pid)
        self.watch = watch
        ended = Task { await watch.end() }
    }

    deinit {
        watch.kill()
        try? FileManager.default.removeItem(at: folder)
    }

    /// What it has said on standard error so far.
    public var log: String {
        (try? String(contentsOf: folder.appending(path: "2"), encoding: .utf8)) ?? ""
    }

    /// Sends a signal, such as `SIGTERM`.
    public func signal(_ number: Int32) {
        Glibc.kill(pid, number)
    }

    /// Waits for its end and answers its status as the shell counts it.
    public func status() async -> Int32 { await ended.value }

    /// Ends it at once.
    public func kill() async {
        watch.kill()
        _ = await ended.value
    }
}
