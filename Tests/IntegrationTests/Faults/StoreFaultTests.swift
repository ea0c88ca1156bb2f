import TestSupport
import Testing

/// MariaDB and Redis dying in the middle of requests.
@Suite("MariaDB and Redis fail", .serialized)
struct StoreFaultTests {
    @Test("MariaDB killed under load: documented errors, nothing acknowledged is lost, service comes back by itself")
    func mariadbKilled() async throws {
        let lab = try await Lab.open(ownServices: true)
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        let path = "/api/v1/domains/\(zone)/records"
        let answers = try await withThrowingTaskGroup(of: [(Int, Int, String)].self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var answers: [(Int, Int, String)] = []
                    for number in 0..<40 {
                        let host = writer * 1000 + number
                        let json = #"{"name":"h\#(host)","type":"A","content":"192.0.2.1"}"#
                        let answer = try await server.request("POST", path, key: key, json: json, using: lab)
                        answers.append((host, answer.status, answer["code"] ?? ""))
                    }
                    return answers
                }
            }
            group.addTask {
                try await eventually { try await lab.sql("SELECT COUNT(*) > 10 FROM records") == "1\n" }
                try await lab.services.kill(.mariadb)
                try await lab.services.start(.mariadb)
                return []
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        for (_, status, code) in answers where status != 200 {
            #expect(status == 503 || status == 500, "\(status) \(code)")
            #expect(["unavailable", "internal"].contains(code))
        }
        try await eventually(within: .seconds(60)) {
            try await server.request("GET", "/health/ready", using: lab).status == 200
        }
        let kept = Set(
            try await lab.sql("SELECT name FROM records WHERE type = 'A'").split(separator: "\n")
                .compactMap { Int($0.prefix { $0 != "." }.dropFirst()) }
        )
        let acknowledged = answers.filter { $0.1 == 200 }.map(\.0)
        #expect(acknowledged.count >= 5)
        #expect(acknowledged.allSatisfy(kept.contains))
        try await eventually(within: .seconds(90)) { try await lab.sql("SELECT COUNT(*) FROM outbox") == "0\n" }
        for host in acknowledged.suffix(3) {
            #expect(try await lab.services.dig("h\(host).\(zone)", "A") == ["192.0.2.1"])
        }
        #expect(
            try await lab.sql("SELECT record_count FROM domains") == "\(kept.count)\n",
            "the counter is kept in the transaction of the record"
        )
        try await lab.services.down()
    }

    @Test("Redis killed: the service goes on, says so, and sees it come back")
    func redisKilled() async throws {
        let lab = try await Lab.open(ownServices: true)
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        try await lab.services.kill(.redis)
        try await eventually {
            try await server.request("GET", "/health/ready", using: lab)["checks.redis"] == "unreachable"
        }
        let added = try await server.request(
            "POST", "/api/v1/domains/\(zone)/records", key: key,
            json: #"{"name":"www","type":"A","content":"192.0.2.1"}"#, using: lab
        )
        #expect(added["sync_status"] == "synced")
        try await lab.services.start(.redis)
        try await eventually(within: .seconds(20)) {
            try await server.request("GET", "/health/ready", using: lab).status == 200
        }
        try await lab.services.down()
    }

    @Test("Two API processes and a worker write one zone at once: nothing is lost, and PowerDNS has it all")
    func twoProcesses() async throws {
        let lab = try await Lab.open()
        let servers = [try await lab.server("api"), try await lab.server("api")]
        let worker = try await lab.server("worker")
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: servers[0], key: key)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<60 {
                group.addTask {
                    let json = #"{"name":"h\#(number % 20)","type":"A","content":"192.0.2.\#(number)"}"#
                    return try await servers[number % 2].request(
                        "POST", "/api/v1/domains/\(zone)/records", key: key, json: json, using: lab
                    ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.allSatisfy { $0 == 200 }, "\(statuses)")
        try await eventually(within: .seconds(30)) { try await lab.sql("SELECT COUNT(*) FROM outbox") == "0\n" }
        let hosts = (0..<60).map { "h\($0 % 20) 3600 IN A 192.0.2.\($0)" }.joined(separator: "\n")
        let expected = """
            $ORIGIN \(zone).
            @ 3600 IN SOA ns1.scaidns.test. hostmaster.\(zone). 1 10800 3600 1209600 3600
            @ 3600 IN NS ns1.scaidns.test.
            @ 3600 IN NS ns2.scaidns.test.
            \(hosts)

            """
        let differences = try await lab.transferEquals(expected, zone: zone)
        #expect(differences == "")
        #expect(
            try await lab.sql("SELECT COUNT(DISTINCT revision), MAX(revision) FROM changes") == "60\t62\n"
        )
        #expect(!worker.daemon.log.contains("ERROR"))
    }
}
