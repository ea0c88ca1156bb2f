public import Foundation
import Glibc
import Synchronization

/// MariaDB, Redis, three PowerDNS and scaikey-dev, started by `scripts/services` in a temporary folder.
///
/// They go down with the test process, however it ends: at a normal exit by `atexit`, else by the script's watchdog.
/// Suites run side by side and share one set (``shared()``): use a database of your own (``freshDatabase()``) and zone
/// names that no other suite uses. A suite that stops services takes a set of its own (``own()``, about 2 s).
public final class Services: Sendable {
    /// The name of one service in `scripts/services`.
    public enum Name: String, CaseIterable, Sendable {
        case mariadb, redis, scaikey
        /// 127.0.0.2, ours: the server that ScaiDNS writes to.
        case pdns2
        /// 127.0.0.3, the provider where `example.test` lives.
        case pdns3
        /// 127.0.0.4, root, TLD and resolver.
        case pdns4
    }

    /// The folder that holds `env`, `ports` and the logs.
    public let folder: URL
    /// What the product reads: `DATABASE_URL`, `REDIS_URL`, ...
    public let env: [String: String]
    /// What tests need besides: `DNS_PORT`, `PDNS_WEB_PORT`, `MARIADB_SOCKET`, `PROVIDER_API_URL`, ...
    public let ports: [String: String]
    /// The port of the three DNS servers.
    public let dnsPort: Int
    private let databases = Atomic(0)

    private init(folder: URL) throws {
        self.folder = folder
        env = try variables(in: folder.appending(path: "env"))
        ports = try variables(in: folder.appending(path: "ports"))
        dnsPort = ports["DNS_PORT"].flatMap { Int($0) } ?? 0
    }

    /// The set that all suites of this process share; started by the first who asks.
    public static func shared() async throws -> Services {
        try await Shared.only.services()
    }

    /// A set for one suite alone, which may stop what it likes and ends with ``down()``.
    public static func own() async throws -> Services {
        let folder = try temporaryFolder()
        downAtExit(folder)
        let scaikey = ["SCAIKEY_DEV_BIN": product("scaikey-dev")]
        let owner = String(ProcessInfo.processInfo.processIdentifier)
        try await script(["up", folder.path, "--owner", owner], env: scaikey)
        return try Services(folder: folder)
    }

    /// Stops everything and removes the folder.
    public func down() async throws {
        try await script(["down", folder.path, "--remove"])
    }

    public func stop(_ name: Name) async throws {
        try await script(["stop", name.rawValue, folder.path])
    }

    /// Starts a stopped or killed service: same port, same data; answers when it is ready.
    public func start(_ name: Name) async throws {
        try await script(["start", name.rawValue, folder.path], env: ["SCAIKEY_DEV_BIN": product("scaikey-dev")])
    }

    /// Ends a service with SIGKILL.
    public func kill(_ name: Name) async throws {
        try await script(["kill", name.rawValue, folder.path])
    }

    /// Halts a service with SIGSTOP, so that it accepts connections and never answers.
    public func pause(_ name: Name) async throws {
        try await script(["pause", name.rawValue, folder.path])
    }

    /// Lets a paused service go on.
    public func resume(_ name: Name) async throws {
        try await script(["resume", name.rawValue, folder.path])
    }

    /// Makes an empty utf8mb4 database and answers its `DATABASE_URL`.
    public func freshDatabase() async throws -> String {
        let name = "scaidns_\(databases.wrappingAdd(1, ordering: .relaxed).newValue)"
        _ = try await sql("create database \(name) character set utf8mb4 collate utf8mb4_bin")
        let url = env["DATABASE_URL", default: ""]
        return url.prefix(through: url.lastIndex(of: "/") ?? url.startIndex) + name
    }

    /// Runs SQL statements as MariaDB's root; answers the rows, tab-separated, without a header.
    public func sql(_ statements: String, database: String = "mysql") async throws -> String {
        let client = ["mariadb", "--no-defaults", "-uroot", "-S", ports["MARIADB_SOCKET", default: ""], "-N", "-B"]
        let output = try await run(client + [database], stdin: statements)
        guard output.status == 0 else { throw ScriptFailed(description: output.stderr) }
        return output.stdout
    }

    /// Writes a record set into the zone of one server that holds the name; no values delete it. TXT needs no quotes.
    public func publish(_ name: String, _ type: String, _ values: [String], at server: Name = .pdns3) async throws {
        try await script(["publish", folder.path, "--at", server.rawValue, "--", name, type] + values)
    }

    /// Registers a zone: delegates it at the root server, and makes it at the provider where that is a nameserver.
    public func delegate(_ zone: String, to nameservers: [String] = ["ns1.provider.test"]) async throws {
        try await script(["delegate", folder.path, zone] + nameservers)
    }

    /// Takes a zone's registration back.
    public func undelegate(_ zone: String) async throws {
        try await script(["undelegate", folder.path, zone])
    }

    /// What `dig +short` prints when it asks one server, line by line, sorted.
    public func dig(_ name: String, _ type: String, at server: Name = .pdns2) async throws -> [String] {
        let address = "127.0.0.\(server.rawValue.suffix(1))"
        let question = [
            "dig", "+short", "+norec", "+time=3", "+tries=3", "@\(address)", "-p", "\(dnsPort)", name, type,
        ]
        let output = try await run(question)
        guard output.status == 0 else { throw ScriptFailed(description: output.stdout + output.stderr) }
        return output.stdout.split(separator: "\n").map(String.init).sorted()
    }
}

/// A run of `scripts/services` or of a client that ended with an error; says what it printed.
public struct ScriptFailed: Error, CustomStringConvertible {
    public let description: String
}

/// Starts the shared set once.
private actor Shared {
    static let only = Shared()
    private var start: Task<Services, any Error>?

    func services() async throws -> Services {
        let task = start ?? Task { try await Services.own() }
        start = task
        return try await task.value
    }
}

@discardableResult
private func script(_ arguments: [String], env: [String: String] = [:]) async throws -> Output {
    let output = try await run([packageRoot.appending(path: "scripts/services").path] + arguments, env: env)
    guard output.status == 0 else {
        throw ScriptFailed(
            description: "services \(arguments.joined(separator: " ")): \(output.stdout)\(output.stderr)")
    }
    return output
}

/// Reads `NAME=value` lines.
private func variables(in file: URL) throws -> [String: String] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let pairs = lines.compactMap { line in
        line.firstIndex(of: "=").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
    }
    return Dictionary(pairs) { $1 }
}

private let foldersOfThisProcess = Mutex<[String]>([])

/// Sees to it that the services of a folder are down before this process has ended.
private func downAtExit(_ folder: URL) {
    let first = foldersOfThisProcess.withLock { folders in
        folders.append(folder.path)
        return folders.count == 1
    }
    guard first else { return }
    atexit {
        let script = packageRoot.appending(path: "scripts/services").path
        let nowhere = Array(repeating: "/dev/null", count: 3)
        for folder in foldersOfThisProcess.withLock({ $0 }) where FileManager.default.fileExists(atPath: folder) {
            // a failure leaves the work to the watchdog
            guard let pid = try? spawn([script, "down", folder, "--remove"], files: nowhere, in: packageRoot) else {
                continue
            }
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        }
    }
}
