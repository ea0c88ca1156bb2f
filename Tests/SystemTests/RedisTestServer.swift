import Foundation
import Redis

/// A redis-server of one test on loopback, without persistence, with the users `scaidns` (as in production) and `admin`.
final class RedisTestServer: @unchecked Sendable {
    let folder: URL
    let port: Int
    let tlsPort: Int
    private let arguments: [String]
    private var process = Process()

    var socketPath: String { folder.appendingPathComponent("s").path }

    /// Returns when the server answers. `certificate` names one of `certificates`; both or neither.
    init(certificates: TestCertificates? = nil, certificate: String = "good") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("redis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        port = try RedisTestServer.freePort()
        tlsPort = certificates == nil ? 0 : try RedisTestServer.freePort()
        let users = """
            user default off
            user scaidns on >redis ~scaidns:* &scaidns:* +@read +@write +@pubsub +@scripting +@connection -@dangerous
            user admin on >admin ~* &* +@all

            """
        let acl = folder.appendingPathComponent("users.acl")
        try users.write(to: acl, atomically: true, encoding: .utf8)
        var arguments = [
            "--bind", "127.0.0.1", "--port", "\(port)", "--unixsocket", folder.appendingPathComponent("s").path,
            "--dir", folder.path, "--aclfile", acl.path, "--save", "", "--appendonly", "no", "--enable-debug-command",
            "yes",
        ]
        if let certificates {
            arguments += [
                "--tls-port", "\(tlsPort)", "--tls-cert-file", certificates.path("\(certificate).pem"),
                "--tls-key-file",
                certificates.path("\(certificate).key"), "--tls-ca-cert-file", certificates.path("ca.pem"),
                "--tls-auth-clients", "no",
            ]
        }
        self.arguments = arguments
        try start()
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    func configuration(
        user: String? = "admin",
        password: String? = "admin",
        commandTimeout: Duration = .seconds(10)
    ) -> RedisConfiguration {
        RedisConfiguration(
            endpoint: .tcp(host: "127.0.0.1", port: port),
            user: user,
            password: password,
            commandTimeout: commandTimeout
        )
    }

    /// Starts the server, also after ``crash()``, on the same ports.
    func start() throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/redis-server")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var log = ""
        while !log.contains("Ready to accept connections") && !log.contains("ready to accept connections at") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw RedisTestServerFailure(log: log) }
            log += String(decoding: more, as: UTF8.self)
        }
    }

    /// Ends the server without a word to its clients; returns when it is gone.
    func crash() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Keeps its connections but answers nothing, until ``resume()``.
    func pause() { kill(process.processIdentifier, SIGSTOP) }

    func resume() { kill(process.processIdentifier, SIGCONT) }

    /// A port that nobody listens on. Outside the range from which the system gives ports to clients, so that none of them
    /// takes it while the server is away, nor connects to itself.
    private static func freePort() throws -> Int {
        for _ in 0..<100 {
            let port = Int.random(in: 10_000..<32_000)
            let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(socket) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            let verdict = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            if verdict == 0 { return port }
        }
        throw RedisTestServerFailure(log: "no free port")
    }
}

struct RedisTestServerFailure: Error {
    let log: String
}

/// A server in Python that speaks RESP badly, to order: `replies` are sent one for each command that arrives, as written;
/// `close` ends the connection instead. `count` answers with the number of commands seen on all connections.
final class RedisFakeServer: @unchecked Sendable {
    let port: Int
    private let process: Process
    private let input: Pipe

    init(_ replies: [String]) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-u", "-c", RedisFakeServer.script] + replies
        input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw RedisTestServerFailure(log: line)
        }
        self.port = port
    }

    func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static let script = #"""
        import os, socket, sys, threading
        replies, seen, lock = sys.argv[1:], 0, threading.Lock()
        listener = socket.create_server(("127.0.0.1", 0))
        def serve(connection):
            global seen
            stream = connection.makefile("rb")
            while True:
                head = stream.readline()
                if not head: return
                for _ in range(int(head[1:])): stream.read(int(stream.readline()[1:]) + 2)
                with lock:
                    seen += 1
                    reply = replies.pop(0) if replies else "count"
                if reply == "close": return connection.shutdown(socket.SHUT_RDWR)
                if reply == "count": reply = ":%d\r\n" % seen
                connection.sendall(reply.encode().decode("unicode_escape").encode("latin-1"))
        def accept():
            while True: threading.Thread(target=serve, args=listener.accept()[:1], daemon=True).start()
        threading.Thread(target=accept, daemon=True).start()
        print(listener.getsockname()[1], flush=True)
        sys.stdin.read()
        os._exit(0)
        """#
}
