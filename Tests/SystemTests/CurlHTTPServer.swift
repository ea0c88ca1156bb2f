import Foundation

/// Runs work that blocks, such as starting a server, on a thread that no test needs.
func offPool<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
    }
}

/// A small HTTP/1.1 server in Python on a free loopback port; it ends with the test process, whose pipe it reads.
struct CurlHTTPServer: Sendable {
    let port: Int
    private let keepsRunning: Lifeline

    /// One for all tests; every path that counts takes a key, so that tests do not meet.
    static let shared = Result { try CurlHTTPServer() }

    /// The URL of a path; with `secureHost` it is https to that name of this machine.
    func url(_ path: String, secureHost: String? = nil) -> String {
        secureHost.map { "https://\($0):\(port)\(path)" } ?? "http://127.0.0.1:\(port)\(path)"
    }

    /// With a certificate and its key in PEM it speaks TLS.
    init(certificate: String? = nil, key: String? = nil) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-u", "-c", CurlHTTPServer.script] + [certificate, key].compactMap(\.self)
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw CocoaError(.fileReadUnknown)
        }
        self.port = port
        keepsRunning = Lifeline(process: process, input: input)
    }

    private final class Lifeline: @unchecked Sendable {
        let process: Process
        let input: Pipe

        init(process: Process, input: Pipe) {
            self.process = process
            self.input = input
        }
    }

    private static let script = #"""
        import json, os, socket, ssl, struct, sys, threading, time
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        from urllib.parse import urlsplit, parse_qs
        lock, seen, now, most = threading.Lock(), {}, {}, {}
        changed = threading.Condition(lock)
        ids = iter(range(1, 1 << 30))
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            def setup(self):
                super().setup()
                self.connection_id, self.served, self.last_key = next(ids), 0, ""
            def finish(self):
                super().finish()
                self.count(self.last_key + "-closed")
            def log_message(self, *a): pass
            def reply(self, body, status=200, headers=()):
                self.send_response(status)
                for n, v in headers: self.send_header(n, v)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD": self.wfile.write(body)
            def count(self, key, by=1):
                with changed:
                    seen[key] = seen.get(key, 0) + by
                    changed.notify_all()
            def drop(self):
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
            def answer(self):
                self.served += 1
                at = urlsplit(self.path)
                q = {k: v[0] for k, v in parse_qs(at.query).items()}
                key, n, path = q.get("key", ""), int(q.get("n", "0")), at.path
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                self.count(key)
                self.last_key = key
                if path == "/echo":
                    text = json.dumps({"method": self.command, "path": self.path, "body": body.hex(),
                        "headers": [[k, v] for k, v in self.headers.items()]})
                    self.reply(text.encode())
                elif path == "/body": self.reply(body, headers=[("X-First", "one"), ("x-first", "two")])
                elif path == "/connection": self.reply(json.dumps([self.connection_id, self.served]).encode())
                elif path == "/busy":
                    with lock:
                        now[key] = now.get(key, 0) + 1
                        most[key] = max(most.get(key, 0), now[key])
                    time.sleep(n / 1000)
                    with lock: now[key] -= 1
                    self.reply(q["text"].encode())
                elif path == "/hang":
                    self.connection.settimeout(60)
                    try: gone = self.connection.recv(1) == b""
                    except OSError: gone = True
                    if gone: self.count(key + "-gone")
                    self.close_connection = True
                elif path == "/wait":
                    with changed: ok = changed.wait_for(lambda: seen.get(q["for"], 0) >= n, 20)
                    self.reply(b"", 200 if ok else 504)
                elif path == "/seen": self.reply(json.dumps([seen.get(q["for"], 0), most.get(q["for"], 0)]).encode())
                elif path == "/big": self.reply(b"x" * n)
                elif path == "/chunked":
                    self.send_response(200)
                    self.send_header("Transfer-Encoding", "chunked")
                    self.end_headers()
                    try:
                        for i in range(n): self.wfile.write(b"5\r\nabcde\r\n")
                        self.wfile.write(b"0\r\nX-Trailer: yes\r\n\r\n")
                    except OSError: pass
                elif path == "/headers":
                    self.send_response(200)
                    for i in range(n): self.send_header("X-%d" % i, "v" * 1000)
                    self.send_header("Content-Length", "0")
                    try: self.end_headers()
                    except OSError: pass
                elif path == "/drop":
                    self.send_response(200)
                    self.send_header("Content-Length", "1000")
                    self.end_headers()
                    self.wfile.write(b"only this")
                    self.close_connection = True
                elif path == "/reset": self.drop()
                elif path == "/trickle":
                    self.send_response(200)
                    self.send_header("Content-Length", "100000")
                    self.end_headers()
                    try:
                        while True:
                            self.wfile.write(b"x")
                            time.sleep(0.02)
                    except OSError: self.close_connection = True
                elif path == "/early":
                    self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nX-Early: yes\r\n\r\n")
                    self.reply(b"final", headers=[("X-Late", "yes")])
                elif path == "/redirect": self.reply(b"moved", n, [("Location", q["to"])])
                else: self.reply(b"nothing here", 404)
            def __getattr__(self, name):
                if name.startswith("do_"): return self.answer
                raise AttributeError(name)
        class Server(ThreadingHTTPServer):
            daemon_threads, request_queue_size = True, 256
            def handle_error(self, *a): pass
        server = Server(("127.0.0.1", 0), Handler)
        if len(sys.argv) > 2:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1], sys.argv[2])
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_port, flush=True)
        sys.stdin.read()
        os._exit(0)
        """#
}
