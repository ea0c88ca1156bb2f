import Foundation

/// A small server in Python that keeps a few zones and records in memory and answers as the API would: enough for the
/// console's journeys. It wants the API key `key` and ends with the test process, whose pipe it reads.
///
/// `example.org` has records, `example.test` is pending (its first check fails, the second passes), `hostile.example`
/// holds text that a terminal would obey, and 250 zones named `bulkNNN.example` fill several pages.
final class ScriptedServer {
    let port: Int
    private let process = Process()
    private let input = Pipe()

    /// Starts it on a free port, or on one that another had before.
    init(port: Int = 0) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-u", "-c", Self.script, String(port)]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw CocoaError(.fileReadUnknown)
        }
        self.port = port
    }

    deinit { stop() }

    var url: String { "http://127.0.0.1:\(port)" }

    /// Ends it and waits until its port is free. Not by a signal: a child of a dispatch thread starts with most of them
    /// blocked.
    func stop() {
        guard process.isRunning else { return }
        // Fails only when it is closed already.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static let script = #"""
        import json, sys, threading
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        from urllib.parse import urlsplit, parse_qs, unquote
        NOW = "2026-11-24T05:20:22Z"
        lock = threading.Lock()
        hostile = "\x1b]52;c;eA==\x07\x1b[2J\u202e"
        zones, records = {}, {}
        seen = []
        checks = {}
        def zone(id, name, status="active", **more):
            zones[id] = dict(id=id, name=name, domain_type="primary", status=status, default_ttl=3600, description=None,
                dnssec_enabled=False, sync_status="synced", created_at=NOW, updated_at=NOW, tenant_id="t1", revision=4,
                nameservers=["ns1.example.net.", "ns2.example.net."], serial=2026112401, sync_error=None) | more
            records[id] = []
        def record(z, id, name, type, content, ttl=3600, **more):
            zn = zones[z]["name"]
            records[z].append(dict(id=id, domain_id=z, name=zn if name == "@" else name + "." + zn, display_name=name, type=type,
                content=content, ttl=ttl, disabled=False, comment=None, sync_status="synced", created_at=NOW, updated_at=NOW) | more)
        zone("z1", "example.org")
        zone("z2", "example.test", "pending_validation", serial=None, sync_status="pending")
        zone("z3", "hostile.example", description=hostile)
        for n in range(250): zone("b%d" % n, "bulk%03d.example" % n)
        record("z1", "s1", "@", "SOA", "ns1.example.net. hostmaster.example.org. 1 2 3 4 5")
        record("z1", "s2", "@", "NS", "ns1.example.net.")
        record("z1", "r1", "@", "MX", "10 mail.example.org.")
        record("z1", "r2", "www", "A", "192.0.2.10", comment="web")
        record("z1", "r3", "www", "A", "192.0.2.11")
        record("z1", "r4", "old", "TXT", "\"" + "x" * 200 + "\"", disabled=True)
        record("z3", "h1", "a" + hostile, "TXT", "\"" + hostile + "\"", comment=hostile)
        def summary(z):
            keys = "id name domain_type status default_ttl description dnssec_enabled sync_status created_at updated_at".split()
            return {k: z[k] for k in keys}
        def detail(z):
            d = {k: z[k] for k in z}
            d["record_count"] = len(records[z["id"]])
            d["validation"] = None
            if z["status"] == "pending_validation":
                v = "scaidns-verify=" + "0123456789abcdef" * 4
                d["validation"] = dict(id="v1", validation_type="txt_record", status="pending", challenge_value=v,
                    dns_record=dict(name="_scaidns-verify." + z["name"], type="TXT", value=v, ttl=3600),
                    expires_at="2030-01-01T00:00:00Z", created_at=NOW, last_checked_at=None, last_message=None,
                    attempts=checks.get(z["id"], 0), next_check_at=None)
            return d
        class Refusal(Exception):
            def __init__(self, status, detail, code): self.args = (status, detail, code)
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            def log_message(self, *a): pass
            def handle_one(self):
                size = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(size)) if size else {}
                url = urlsplit(self.path)
                query = {k: v[0] for k, v in parse_qs(url.query).items()}
                path = [unquote(p) for p in url.path.split("/") if p]
                try:
                    with lock: answer = self.route(path, query, body)
                    status = 200
                except Refusal as refusal:
                    status, answer = refusal.args[0], dict(detail=refusal.args[1], code=refusal.args[2], request_id="r")
                text = b"" if answer is None else json.dumps(answer).encode()
                self.send_response(204 if answer is None else status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)
            do_GET = do_POST = do_PATCH = do_DELETE = handle_one
            def route(self, path, query, body):
                if path == ["seen"]: return seen
                if self.headers.get("X-API-Key") != "key": raise Refusal(401, "Not authenticated", "unauthorized")
                path = path[2:]
                seen.append(self.command + " /" + "/".join(path))
                if path == ["domains"] and self.command == "GET":
                    found = [summary(z) for z in sorted(zones.values(), key=lambda z: z["name"])
                        if query.get("search", "") in z["name"] and query.get("status", z["status"]) == z["status"]]
                    page, size = int(query["page"]), int(query["page_size"])
                    return dict(data=found[(page - 1) * size:page * size], total=len(found), page=page, page_size=size,
                        total_pages=-(-len(found) // size))
                if path == ["domains"]:
                    if any(z["name"] == body["name"] for z in zones.values()):
                        raise Refusal(409, dict(message="Domain already exists", field="name"), "domain_exists")
                    zone("n%d" % len(zones), body["name"], "pending_validation", description=body.get("description"), serial=None)
                    return detail(list(zones.values())[-1])
                z = next((z for z in zones.values() if path[1] in (z["id"], z["name"])), None)
                if not z: raise Refusal(404, "Domain not found", "not_found")
                if path[2:] == ["validation", "check"]:
                    checks[z["id"]] = checks.get(z["id"], 0) + 1
                    good = checks[z["id"]] > 1
                    if good: z.update(status="active", sync_status="synced", serial=1)
                    server = lambda name, address, outcome, values: dict(name=name, address=address, outcome=outcome, values=values)
                    return dict(is_valid=good, validation_id="v1",
                        message="The record was found" if good else "ns1.provider.example serves another value",
                        servers=[server("ns1.provider.example", "192.0.2.1", "match" if good else "mismatch", ["stranger" + hostile]),
                            server("ns2.provider.example", "192.0.2.2", "match" if good else "timeout", [])])
                if len(path) == 2:
                    if self.command == "GET": return detail(z)
                    del zones[z["id"]]
                    return None
                mine = records[z["id"]]
                if len(path) == 3 and self.command == "GET":
                    found = [r for r in mine if "include_system" in query or not r["id"].startswith("s")]
                    found.sort(key=lambda r: (r["display_name"] != "@", r["display_name"], r["type"]))
                    return dict(data=found, total=len(found), domain_id=z["id"], domain_name=z["name"])
                z["revision"] += 1
                if len(path) == 3:
                    if any(r["display_name"] == body["name"] and r["type"] == "CNAME" for r in mine) or body["type"] == "CNAME":
                        raise Refusal(409, dict(message="Record conflicts with existing entries", field="content", conflicts=["r2"]), "record_conflict")
                    record(z["id"], "n%d" % z["revision"], body["name"], body["type"], body["content"], body.get("ttl") or 3600,
                        comment=body.get("comment"))
                    return mine[-1]
                r = next((r for r in mine if r["id"] == path[3]), None)
                if not r: raise Refusal(404, "Record not found", "not_found")
                if self.command == "DELETE":
                    mine.remove(r)
                    return None
                r.update(body)
                return r
        ThreadingHTTPServer.allow_reuse_address = True
        server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
        server.daemon_threads = True
        print(server.server_port, flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        """#
}
