import Foundation
import Testing

@testable import MariaDB

/// A MariaDB server of the tests' own: on loopback, in a temporary folder, gone with the tests.
final class MariaDBServer: Sendable {
    struct Failure: Error { let what: String }

    /// A short path, as those of sockets are limited to 107 bytes.
    let folder: URL
    let port: UInt16
    private let offersTLS: Bool
    private let process = ProcessBox()

    var socket: String { folder.appending(path: "s.sock").path }
    var authority: String { folder.appending(path: "ca.pem").path }
    var otherAuthority: String { folder.appending(path: "other.pem").path }

    /// Installs a database, makes certificates for `localhost` and 127.0.0.1, starts the server and waits until it answers.
    static func started(offersTLS: Bool) async throws -> MariaDBServer {
        let server = try MariaDBServer(offersTLS: offersTLS)
        do {
            try await server.install()
            try await server.start()
        } catch {
            await server.remove()
            throw error
        }
        return server
    }

    private init(offersTLS: Bool) throws {
        self.offersTLS = offersTLS
        folder = URL(filePath: NSTemporaryDirectory()).appending(path: "mdb-\(UInt32.random(in: 0 ... .max))")
        port = try Self.freePort()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    func configuration() -> DatabaseConfiguration {
        DatabaseConfiguration(port: port, user: "scaidns", password: "secret", database: "scaidns")
    }

    func start() async throws {
        let certificates = [
            "--ssl-ca=\(authority)", "--ssl-cert=\(folder.path)/server.pem", "--ssl-key=\(folder.path)/server.key",
        ]
        try process.start(
            "/usr/sbin/mariadbd",
            [
                "--no-defaults", "--datadir=\(folder.path)/data", "--socket=\(socket)", "--bind-address=127.0.0.1",
                "--port=\(port)", "--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin",
                "--skip-name-resolve", "--innodb-flush-log-at-trx-commit=2", "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=16M", "--performance-schema=0", "--log-error=\(folder.path)/error.log",
                "--init-file=\(folder.path)/init.sql",
            ] + Self.userOption + (offersTLS ? certificates : [])
        )
        try await MariaDBTests.until("the server answers") {
            guard let connection = try? await Connection.open(configuration()) else { return false }
            await connection.close()
            return true
        }
    }

    /// Ends the server as a power cut would.
    func kill() async { await process.end(by: SIGKILL) }

    /// Stops the server from doing anything, until it is thawed.
    func freeze() async throws {
        process.send(SIGSTOP)
        let tasks = "/proc/\(process.identifier)/task"
        try await MariaDBTests.until("all threads of the server stand still") {
            try FileManager.default.contentsOfDirectory(atPath: tasks).allSatisfy {
                try String(contentsOfFile: "\(tasks)/\($0)/status", encoding: .utf8).contains("State:\tT")
            }
        }
    }

    func thaw() { process.send(SIGCONT) }

    func remove() async {
        await process.end(by: SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    private func install() async throws {
        try """
        CREATE DATABASE IF NOT EXISTS scaidns;
        CREATE USER IF NOT EXISTS 'scaidns'@'127.0.0.1' IDENTIFIED BY 'secret';
        CREATE USER IF NOT EXISTS 'scaidns'@'localhost' IDENTIFIED BY 'secret';
        GRANT ALL ON *.* TO 'scaidns'@'127.0.0.1';
        GRANT ALL ON *.* TO 'scaidns'@'localhost';

        """.write(toFile: "\(folder.path)/init.sql", atomically: true, encoding: .utf8)
        try await run("/bin/sh", ["-ec", Self.certificates], in: folder)
        if geteuid() == 0 { try await run("/bin/chown", ["-R", "mysql", folder.path], in: folder) }
        try await run(
            "/usr/bin/mariadb-install-db",
            [
                "--no-defaults", "--datadir=\(folder.path)/data", "--auth-root-authentication-method=normal",
                "--skip-test-db",
            ] + Self.userOption,
            in: folder
        )
    }

    /// The server refuses to run as root.
    private static let userOption = geteuid() == 0 ? ["--user=mysql"] : []

    private static let certificates = """
        key="ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        for ca in ca other; do
          openssl req -x509 -newkey $key -keyout $ca.key -out $ca.pem -days 2 -subj "/CN=Test $ca"
        done
        openssl req -newkey $key -keyout server.key -out server.csr -subj /CN=localhost
        echo "subjectAltName=DNS:localhost" >names
        openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.pem
        """

    private static func freePort() throws -> UInt16 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        return try bindToFreePort(socket)
    }

    static func bindToFreePort(_ socket: Int32) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
            }
        }
        guard status == 0 else { throw Failure(what: "no free port") }
        return UInt16(bigEndian: address.sin_port)
    }
}

/// The server's process, which is started anew in some tests.
private final class ProcessBox: @unchecked Sendable {
    private let lock = NSLock()
    private var process: Process?

    func start(_ program: String, _ arguments: [String]) throws {
        let new = Process()
        new.executableURL = URL(filePath: program)
        new.arguments = arguments
        new.standardOutput = FileHandle.nullDevice
        new.standardError = FileHandle.nullDevice
        try new.run()
        lock.withLock { process = new }
    }

    var identifier: Int32 { lock.withLock { process?.processIdentifier ?? 0 } }

    func send(_ signal: Int32) {
        if let process = lock.withLock({ process }), process.isRunning { Glibc.kill(process.processIdentifier, signal) }
    }

    func end(by signal: Int32) async {
        guard let process = lock.withLock({ process }) else { return }
        if process.isRunning { Glibc.kill(process.processIdentifier, signal) }
        try? await MariaDBTests.until("the server ends") { !process.isRunning }
    }
}

/// Runs a program to its end without blocking a thread of the tests; its last words come with the error.
private func run(_ program: String, _ arguments: [String], in folder: URL) async throws {
    let log = folder.appending(path: "log")
    try Data().write(to: log)
    let output = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = output
    process.standardError = output
    let status = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
        process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
        do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    guard status == 0 else {
        let words = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        throw MariaDBServer.Failure(what: "\(program) ended with \(status): \(words.suffix(1000))")
    }
}

/// One server for all tests of a suite and of those within it that have none of their own.
struct SharedMariaDB: SuiteTrait, TestScoping {
    var offersTLS = true

    @TaskLocal static var current: MariaDBServer?

    func provideScope(for test: Test, testCase: Test.Case?, performing function: () async throws -> Void) async throws {
        let server = try await MariaDBServer.started(offersTLS: offersTLS)
        do {
            try await Self.$current.withValue(server) { try await function() }
        } catch {
            await server.remove()
            throw error
        }
        await server.remove()
    }
}

/// Everything that needs MariaDB; the files beside this one add to it.
@Suite("MariaDB", SharedMariaDB())
struct MariaDBTests {}

extension MariaDBTests {
    static var server: MariaDBServer {
        get throws { try #require(SharedMariaDB.current) }
    }

    /// Waits until `condition` holds, 30 seconds at most.
    static func until(_ what: String, _ condition: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while try await !condition() {
            guard ContinuousClock.now < end else { throw MariaDBServer.Failure(what: "not so in 30 seconds: \(what)") }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// A pool for the closure's time.
    static func withPool<T>(
        size: Int = 2,
        change: (inout DatabaseConfiguration) -> Void = { _ in },
        _ body: (ConnectionPool) async throws -> T
    ) async throws -> T {
        var configuration = try server.configuration()
        change(&configuration)
        let pool = ConnectionPool(configuration: configuration, size: size)
        do {
            let value = try await body(pool)
            await pool.close()
            return value
        } catch {
            await pool.close()
            throw error
        }
    }

    static func firstValue(of sql: String, _ parameters: [Value] = [], in pool: ConnectionPool) async throws -> Value? {
        try await pool.query(sql, parameters).rows.first?.values.first
    }

    /// Ends a connection as an administrator would.
    static func killConnection(_ identifier: UInt64) async throws {
        try await withPool(size: 1) { pool in _ = try await pool.query("KILL \(identifier)") }
    }

    /// A table of the test's own, gone afterwards with the server: `table(id BIGINT PRIMARY KEY, columns)`.
    static func makeTable(_ columns: String, in pool: ConnectionPool) async throws -> String {
        let name = "t\(UInt64.random(in: 0 ... .max))"
        try await pool.query("CREATE TABLE \(name) (id BIGINT PRIMARY KEY, \(columns)) ENGINE = InnoDB")
        return name
    }
}
