import Foundation
import TestSupport
import Testing

/// Starting with what is wrong or missing, and stopping.
@Suite("Start and stop")
struct StartAndStopTests {
    @Test("Wrong settings are listed all at once, with exit 2 and no secret")
    func wrongSettings() async throws {
        let environment = [
            "DATABASE_URL": "postgres://scaidns:hunter22@127.0.0.1/scaidns", "PDNS_API_KEY": "",
            "SESSION_SECRET": "short",
            "LOG_LEVEL": "LOUD", "SCAIDNS_ENV_FILE": "/dev/null",
        ]
        let output = try await run([product("scaidnsd"), "api"], env: environment)
        #expect(output.status == 2)
        for name in ["DATABASE_URL", "REDIS_URL", "PDNS_API_URL", "PDNS_API_KEY", "SESSION_SECRET", "LOG_LEVEL"] {
            #expect(output.stderr.contains(name), "\(output.stderr)")
        }
        #expect(!output.stderr.contains("hunter22"))
    }

    @Test("Without MariaDB the start waits, names it, and gives up with exit 1 after half a minute")
    func noDatabase() async throws {
        let lab = try await Lab.open()
        let environment = lab.environment(["DATABASE_URL": "mysql://scaidns:hunter22@127.0.0.1:1/scaidns"])
        let begin = ContinuousClock.now
        let output = try await run(
            [product("scaidnsd"), "all", "--port", "0"], env: environment, timeout: .seconds(90))
        #expect(output.status == 1)
        #expect(output.stderr.contains("MariaDB cannot be used: waiting for it"))
        #expect(output.stderr.contains("127.0.0.1:1"))
        #expect(!output.stderr.contains("hunter22"))
        #expect(ContinuousClock.now - begin > .seconds(20))
    }

    @Test("A schema that is missing is refused, with the command that makes it")
    func noSchema() async throws {
        let lab = try await Lab.open()
        let empty = try await lab.services.freshDatabase()
        let output = try await run(
            [product("scaidnsd"), "api", "--port", "0"],
            env: lab.environment(["DATABASE_URL": empty])
        )
        #expect(output.status == 1)
        #expect(output.stderr.contains("scaidns db upgrade"), "\(output.stderr)")
    }

    @Test("Without Redis, PowerDNS and ScaiKey it warns and serves")
    func othersMissing() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server(
            "api",
            [
                "REDIS_URL": "redis://127.0.0.1:1/0", "PDNS_API_URL": "http://127.0.0.1:1",
                "SCAIKEY_URL": "http://127.0.0.1:1",
            ]
        )
        for what in ["redis", "pdns", "scaikey"] {
            #expect(server.daemon.log.contains("what=\(what)"), "\(server.daemon.log)")
        }
        let ready = try await server.request("GET", "/health/ready", using: lab)
        #expect(ready.status == 503)
        #expect(ready["status"] == "degraded")
        #expect(ready["checks.database"] == "ok")
        #expect(!ready.text.contains("127.0.0.1"))
        let listed = try await server.request("GET", "/api/v1/domains/", key: try await lab.key(), using: lab)
        #expect(listed.status == 200)
    }

    @Test("SIGTERM lets running requests finish and ends with exit 0")
    func gracefulStop() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        let statuses = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let json = #"{"name":"h\#(number)","type":"A","content":"192.0.2.1"}"#
                    // One that comes after the stop finds nobody; one that was taken is answered.
                    let answer = try? await server.request(
                        "POST", "/api/v1/domains/\(zone)/records", key: key, json: json, using: lab
                    )
                    return answer?.status
                }
            }
            group.addTask {
                try await eventually { try await lab.sql("SELECT COUNT(*) FROM records WHERE type = 'A'") != "0\n" }
                server.daemon.signal(SIGTERM)
                return nil
            }
            return try await group.reduce(into: [Int]()) { if let status = $1 { $0.append(status) } }
        }
        #expect(await server.daemon.status() == 0, "\(server.daemon.log)")
        #expect(statuses.allSatisfy { $0 == 200 }, "\(statuses)")
        #expect(try await lab.sql("SELECT COUNT(*) FROM records WHERE type = 'A'") == "\(statuses.count)\n")
        #expect(try await lab.sql("SELECT COUNT(*) FROM zone_push WHERE holder IS NOT NULL") == "0\n")
    }

    @Test("JSON logs are one object a line")
    func jsonLogs() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api", ["LOG_FORMAT": "json"])
        _ = try await server.request("GET", "/nothing", using: lab)
        try await eventually { server.daemon.log.contains("not_found") }
        for line in server.daemon.log.split(separator: "\n") where line.hasPrefix("{") {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
            #expect(object["level"] != nil && object["time"] != nil && object["message"] != nil)
        }
    }
}
