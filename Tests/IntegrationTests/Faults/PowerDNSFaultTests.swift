import CurlHTTP
import TestSupport
import Testing

/// PowerDNS that is down, silent or unwilling: the write stands, and nothing acknowledged is lost.
@Suite("PowerDNS fails", .serialized)
struct PowerDNSFaultTests {
    @Test("A record added while PowerDNS is down comes out by the worker, even when the API process dies")
    func downAndKilled() async throws {
        let lab = try await Lab.open(ownServices: true)
        let api = try await lab.server("api")
        let worker = try await lab.server("worker")
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: api, key: key)
        try await lab.services.stop(.pdns2)
        let added = try await api.request(
            "POST", "/api/v1/domains/\(zone)/records", key: key,
            json: #"{"name":"www","type":"A","content":"192.0.2.10"}"#, using: lab
        )
        #expect(added.status == 200)
        #expect(added["sync_status"] == "pending")
        let ready = try await api.request("GET", "/health/ready", using: lab)
        #expect(ready.status == 503)
        #expect(ready["checks.pdns"] == "unreachable")
        await api.daemon.kill()
        try await lab.services.start(.pdns2)
        try await eventually(within: .seconds(60)) {
            try await lab.services.dig("www.\(zone)", "A") == ["192.0.2.10"]
        }
        try await eventually { try await lab.sql("SELECT COUNT(*) FROM outbox") == "0\n" }
        #expect(worker.daemon.log.contains("ERROR") == false, "\(worker.daemon.log)")
        try await lab.services.down()
    }

    @Test("A push whose outcome is not known is sent again and read back until PowerDNS has it")
    func silent() async throws {
        let lab = try await Lab.open(ownServices: true)
        let api = try await lab.server("all", ["PDNS_TIMEOUT_SECONDS": "1", "PDNS_PUSH_WAIT_SECONDS": "1"])
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: api, key: key)
        try await lab.services.pause(.pdns2)
        let added = try await api.request(
            "POST", "/api/v1/domains/\(zone)/records", key: key,
            json: #"{"name":"www","type":"A","content":"192.0.2.10"}"#, using: lab
        )
        #expect(added.status == 200)
        #expect(added["sync_status"] == "pending")
        try await lab.services.resume(.pdns2)
        try await eventually(within: .seconds(200)) {
            guard try await lab.sql("SELECT COUNT(*) FROM outbox") == "0\n" else { return false }
            return try await lab.services.dig("www.\(zone)", "A") == ["192.0.2.10"]
        }
        #expect(try await lab.sql("SELECT verify FROM zone_push") == "0\n")
        try await lab.services.down()
    }

    @Test("What PowerDNS refuses is taken back with its words, and others' changes go on")
    func refused() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        // A CNAME that only PowerDNS knows of: the A beside it is good by our rules and refused there.
        let planted = try await lab.powerDNS(
            "PATCH",
            "/zones/\(zone).",
            json: """
                {"rrsets":[{"name":"odd.\(zone).","type":"CNAME","ttl":60,"changetype":"REPLACE",
                "records":[{"content":"elsewhere.test."}]}]}
                """
        )
        #expect(planted.status == 204)
        let path = "/api/v1/domains/\(zone)/records"
        let refused = try await server.request(
            "POST", path, key: key, json: #"{"name":"odd","type":"A","content":"192.0.2.1"}"#, using: lab
        )
        #expect(refused.status == 400, "\(refused)")
        #expect(refused["code"] == "pdns_refused")
        #expect(refused["detail.message"]?.contains("Conflicts with pre-existing RRset") == true)
        let added = try await server.request(
            "POST", path, key: key, json: #"{"name":"www","type":"A","content":"192.0.2.1"}"#, using: lab
        )
        #expect(added["sync_status"] == "synced")
        let listed = try await server.request("GET", path, key: key, using: lab)
        #expect(listed["total"] == "1")
        #expect(
            try await lab.sql("SELECT kind, state, actor_type FROM changes ORDER BY revision")
                == "change\tundone\tapi_key\nrevert\tapplied\tsystem\nchange\tapplied\tapi_key\n"
        )
        try await eventually { try await lab.sql("SELECT COUNT(*) FROM outbox") == "0\n" }
    }

    @Test("A zone that somebody removed from PowerDNS is made anew with everything, and its serial goes on")
    func removedThere() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        let path = "/api/v1/domains/\(zone)/records"
        for number in 1...3 {
            let json = #"{"name":"h\#(number)","type":"A","content":"192.0.2.\#(number)"}"#
            _ = try await server.request("POST", path, key: key, json: json, using: lab)
        }
        let before = try #require(try await lab.serial(of: zone))
        _ = try await lab.powerDNS("DELETE", "/zones/\(zone).")
        let added = try await server.request(
            "POST", path, key: key, json: #"{"name":"h4","type":"A","content":"192.0.2.4"}"#, using: lab
        )
        #expect(added["sync_status"] == "synced", "\(added)")
        for number in 1...4 { #expect(try await lab.services.dig("h\(number).\(zone)", "A") == ["192.0.2.\(number)"]) }
        #expect(try #require(try await lab.serial(of: zone)) > before)
    }
}

extension Lab {
    /// The serial that our PowerDNS serves.
    func serial(of zone: String) async throws -> Int? {
        let soa = try await services.dig(zone, "SOA").first?.split(separator: " ") ?? []
        return soa.count == 7 ? Int(soa[2]) : nil
    }
}
