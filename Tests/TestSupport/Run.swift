public import Foundation
import Glibc

/// What a finished command left behind.
public struct Output: Sendable {
    /// The exit status; 128 plus the signal's number when a signal ended it, as in the shell.
    public let status: Int32
    public let stdout: String
    public let stderr: String
}

/// A command that did not end in time and was killed, or could not be started for want of processes or memory.
public struct CommandFailed: Error, CustomStringConvertible {
    public let description: String
}

/// Runs a command to its end, found on `PATH` unless it holds a slash, in the package's root unless told otherwise.
/// One that does not exist ends with status 127.
///
/// Neither blocks a thread of the cooperative pool nor can its output stall it: standard input and both outputs are files.
/// It inherits no other descriptor, and background processes that it leaves behind are not waited for (Foundation's
/// `Process` would: it takes a command as running while a descendant holds a certain socket). `environment` is added to
/// ours. Cancelling the task kills the command.
/// - Throws: ``CommandFailed`` after `timeout`, when its process group has been killed.
public func run(
    _ command: [String],
    env environment: [String: String] = [:],
    stdin: String = "",
    timeout: Duration = .seconds(60),
    in folder: URL? = nil
) async throws -> Output {
    let files = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: files) }  // best effort: it is a temporary folder
    let paths = (0...2).map { files.appending(path: "\($0)").path }
    try Data(stdin.utf8).write(to: files.appending(path: "0"))
    let pid = try spawn(command, env: environment, files: paths, in: folder ?? packageRoot)
    let inTime = Watch(group: pid)
    let alarm = Task {
        try await Task.sleep(for: timeout)
        inTime.kill()
    }
    defer { alarm.cancel() }
    let status = await withTaskCancellationHandler {
        await inTime.end()
    } onCancel: {
        inTime.kill()
    }
    guard !inTime.wasKilled else {
        try Task.checkCancellation()
        throw CommandFailed(description: "\(command.joined(separator: " ")) did not end within \(timeout)")
    }
    return Output(
        status: status,
        stdout: String(decoding: try Data(contentsOf: files.appending(path: "1")), as: UTF8.self),
        stderr: String(decoding: try Data(contentsOf: files.appending(path: "2")), as: UTF8.self)
    )
}

/// Makes a folder with a short path (Unix sockets take 107 characters) that only this test run uses.
public func temporaryFolder() throws -> URL {
    var template = Array("/tmp/scaidns-test.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    return URL(filePath: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
}

/// Starts a command as leader of a process group of its own with three files as its descriptors; answers its pid.
func spawn(_ command: [String], env: [String: String] = [:], files: [String], in folder: URL) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }
    // threads of the pool block all signals, and a child inherits that: it could not be ended with SIGTERM
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
        &attributes,
        Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    )
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT, 0o600)
    for open in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap({ Int32($0) })
    where open > 2 {
        posix_spawn_file_actions_addclose(&actions, open)
    }
    let variables = ProcessInfo.processInfo.environment.merging(env) { $1 }
    var arguments: [UnsafeMutablePointer<CChar>?] = (["env", "-C", folder.path] + command).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var pid: pid_t = 0
    let error = posix_spawn(&pid, "/usr/bin/env", &actions, &attributes, &arguments, &environment)
    guard error == 0 else {
        throw CommandFailed(description: "\(command[0]): \(String(cString: strerror(error)))")
    }
    return pid
}
