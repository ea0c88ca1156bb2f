@testable import CLI
import Foundation
import Testing

/// The program itself, as a process.
@Suite("The program scaidns")
struct ProgramTests {
    /// Beside the tests, where the build has put it.
    private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("scaidns")

    private struct Ending {
        let status: Int32
        let isSignal: Bool
        let out: String
        let err: String
    }

    private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Ending {
        let process = Process()
        let (out, err) = (Pipe(), Pipe())
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = out
        process.standardError = err
        try process.run()
        // A command writes far less than a pipe holds on either.
        let text = try String(decoding: out.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        let talk = try String(decoding: err.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus,
            isSignal: process.terminationReason == .uncaughtSignal,
            out: text,
            err: talk
        )
    }

    @Test("--version prints the version alone")
    func version() throws {
        let ending = try run(["--version"])
        #expect(ending.status == 0)
        #expect(ending.out == "0.1.0\n")
        #expect(ending.err == "")
    }

    @Test("A server that is not there ends with 6 and is named, from the environment or the option")
    func unavailable() throws {
        let byEnvironment = try run(["health"], environment: ["SCAIDNS_URL": "http://127.0.0.1:1/prefix"])
        #expect(byEnvironment.status == 6)
        #expect(byEnvironment.err.contains("http://127.0.0.1:1/prefix cannot be reached"))
        let byOption = try run(
            ["health", "--url", "http://127.0.0.1:2"], environment: ["SCAIDNS_URL": "http://127.0.0.1:1"])
        #expect(byOption.err.contains("http://127.0.0.1:2 cannot be reached"))
    }

    @Test("An address that is none ends with 2 and is not repeated, for it may hold a password")
    func badAddress() throws {
        let ending = try run(["zone", "list"], environment: ["SCAIDNS_URL": "http://u:hunter2@x"])
        #expect(ending.status == 2)
        #expect(ending.err.contains("SCAIDNS_URL"))
        #expect(!ending.err.contains("hunter2"))
    }

    @Test("A key that no header can carry ends with 2 and is not shown, not even by --debug")
    func badKey() throws {
        let ending = try run(["zone", "list", "--debug"], environment: ["SCAIDNS_API_KEY": "sk_a\nb"])
        #expect(ending.status == 2)
        #expect(ending.err.contains("X-API-Key"))
        #expect(!ending.err.contains("sk_a"))
    }

    @Test("A full disk is a failure, not a success with nothing written")
    func fullDisk() throws {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = ["--version"]
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        let err = Pipe()
        process.standardError = err
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        let talk = try String(decoding: err.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(talk == "scaidns: cannot write to standard output: No space left on device\n")
    }

    @Test("A reader that has gone ends it by SIGPIPE, as it ends others")
    func brokenPipe() throws {
        let process = Process()
        let out = Pipe()
        process.executableURL = Self.program
        process.arguments = ["--help"]
        process.standardOutput = out
        try out.fileHandleForReading.close()
        try process.run()
        try out.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == SIGPIPE)
    }

    @Test("The console is looked for beside the program, then in PATH without its empty entries")
    func consoleCandidates() {
        #expect(
            ConsoleProgram.candidates(beside: "/opt/x/scaidns", searchPath: "/usr/bin::/bin:") == [
                "/opt/x/scaidns-console", "/usr/bin/scaidns-console", "/bin/scaidns-console",
            ]
        )
        #expect(ConsoleProgram.candidates(beside: nil, searchPath: "") == [])
    }

    @Test("scaidns console becomes the console, with its arguments and environment")
    func console() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scaidns-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appendingPathComponent("scaidns-console")
        try Data("#!/bin/sh\necho \"$# $1 $2 $SCAIDNS_URL\"\nexit 9\n".utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        let copy = folder.appendingPathComponent("scaidns")
        try FileManager.default.copyItem(at: Self.program, to: copy)

        let process = Process()
        let out = Pipe()
        process.executableURL = copy
        process.arguments = ["console", "--read-only", "a b"]
        process.environment = ["SCAIDNS_URL": "http://x"]
        process.standardOutput = out
        try process.run()
        let text = try String(decoding: out.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 9)
        #expect(text == "2 --read-only a b http://x\n")
    }

    @Test("Interrupted while it waits for a server, it ends as a shell reports with 130")
    func interrupted() throws {
        let listener = try SilentListener()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "--default-signal=INT", "timeout", "--preserve-status", "-s", "INT", "0.3",
            Self.program.path, "zone", "list", "--url", "http://127.0.0.1:\(listener.port)",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == ExitStatus.interrupted.rawValue)
    }
}

/// A server on the loopback that takes connections and never says a word.
private final class SilentListener {
    let port: UInt16
    private let descriptor: Int32

    private struct Failure: Error {}

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, generic, &length) == 0
            }
        }
        self.descriptor = descriptor
        port = UInt16(bigEndian: address.sin_port)
        guard isListening else { throw Failure() }
    }

    deinit { close(descriptor) }
}
