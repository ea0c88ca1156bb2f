import CurlHTTP
import TestSupport
import Testing

/// A name that passes from one zone to another: PowerDNS has one zone a name, and it is the present holder's.
@Suite("A name passes on", .serialized)
struct SuccessionTests {
    @Test(
        "A name that its tenant deletes and takes again is served anew, without the old records, with a higher serial")
    func takenAgain() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        try await lab.add("old", "192.0.2.1", to: zone, on: server, key: key)
        try await lab.add("older", "192.0.2.1", to: zone, on: server, key: key)
        let serial = try #require(try await lab.serial(of: zone))
        #expect(try await server.request("DELETE", "/api/v1/domains/\(zone)", key: key, using: lab).status == 204)
        try await eventually { try await lab.responseCode(of: "old.\(zone)") == "REFUSED" }
        let anew = try await lab.create(zone, on: server, key: key)
        #expect(try await lab.responseCode(of: "old.\(zone)") == "REFUSED", "nothing is served before the proof")
        try await lab.prove(anew, zone, on: server, key: key)
        try await lab.add("new", "192.0.2.2", to: zone, on: server, key: key)
        #expect(try await lab.services.dig("new.\(zone)", "A") == ["192.0.2.2"])
        #expect(try await lab.responseCode(of: "old.\(zone)") == "NXDOMAIN")
        #expect(try #require(try await lab.serial(of: zone)) > serial)
    }

    @Test("A takeover and a deletion for good while PowerDNS is down end with the new holders' records alone")
    func whileDown() async throws {
        let lab = try await Lab.open(ownServices: true)
        let server = try await lab.server("all", ["PDNS_PUSH_WAIT_SECONDS": "1"])
        let (first, second) = (try await lab.key(), try await lab.key(tenant: "rival"))
        let taken = try await lab.activeZone("taken", on: server, key: first)
        let gone = try await lab.activeZone("gone", on: server, key: first)
        for zone in [taken, gone] { try await lab.add("old", "192.0.2.1", to: zone, on: server, key: first) }
        try await lab.services.stop(.pdns2)
        try await lab.add("late", "192.0.2.1", to: taken, on: server, key: first)
        let deleted = try await server.request(
            "DELETE", "/api/v1/domains/\(gone)?hard=true", key: first, using: lab
        )
        #expect(deleted.status == 204)
        for zone in [taken, gone] {
            let created = try await lab.create(zone, on: server, key: second)
            try await lab.prove(created, zone, on: server, key: second)
            try await lab.add("new", "192.0.2.2", to: zone, on: server, key: second)
        }
        try await lab.services.start(.pdns2)
        try await eventually(within: .seconds(90)) { try await lab.sql("SELECT COUNT(*) FROM outbox") == "0\n" }
        for zone in [taken, gone] {
            try await eventually(within: .seconds(30)) {
                try await lab.services.dig("new.\(zone)", "A") == ["192.0.2.2"]
            }
            #expect(try await lab.responseCode(of: "old.\(zone)") == "NXDOMAIN")
            #expect(try await lab.responseCode(of: "late.\(zone)") == "NXDOMAIN")
        }
        try await lab.services.down()
    }

    @Test("A record set that PowerDNS refuses takes none of those with it that are on their way beside it")
    func refusedAmongOthers() async throws {
        let lab = try await Lab.open()
        let servers = [try await lab.server(), try await lab.server("api")]
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: servers[0], key: key)
        let planted = try await lab.powerDNS(
            "PATCH", "/zones/\(zone).",
            json: """
                {"rrsets":[{"name":"odd.\(zone).","type":"CNAME","ttl":60,"changetype":"REPLACE",
                "records":[{"content":"elsewhere.test."}]}]}
                """
        )
        #expect(planted.status == 204)
        let answers = try await withThrowingTaskGroup(of: (Int, APIAnswer).self) { group in
            for number in 0..<30 {
                group.addTask {
                    let name = number % 10 == 5 ? "odd" : "h\(number)"
                    let json = #"{"name":"\#(name)","type":"A","content":"192.0.2.\#(number)"}"#
                    let path = "/api/v1/domains/\(zone)/records"
                    return (
                        number, try await servers[number % 2].request("POST", path, key: key, json: json, using: lab)
                    )
                }
            }
            return try await group.reduce(into: [Int: APIAnswer]()) { $0[$1.0] = $1.1 }
        }
        for (number, answer) in answers {
            if number % 10 == 5 {
                // A later change of the same set keeps an earlier one from being taken back: that one stays, failed.
                let outcomes = ["400 pdns_refused", "200 failed", "200 pending"]
                let outcome = "\(answer.status) \(answer["code"] ?? answer["sync_status"] ?? "")"
                #expect(outcomes.contains(outcome), "\(number): \(answer)")
            } else {
                #expect(answer.status == 200, "\(number): \(answer)")
            }
        }
        for number in 0..<30 where number % 10 != 5 {
            try await eventually(within: .seconds(30)) {
                try await lab.services.dig("h\(number).\(zone)", "A") == ["192.0.2.\(number)"]
            }
        }
        #expect(try await lab.services.dig("odd.\(zone)", "CNAME") == ["elsewhere.test."])
        let kept = try await lab.sql("SELECT COUNT(*) FROM records WHERE `system` = FALSE")
        #expect(try await lab.sql("SELECT record_count FROM domains") == kept)
        let revisions = try await lab.sql("SELECT COUNT(*) = COUNT(DISTINCT revision) FROM changes")
        #expect(revisions == "1\n")
    }
}

extension Lab {
    /// Adds an A record, whatever becomes of its push.
    func add(_ name: String, _ address: String, to zone: String, on server: RunningServer, key: String) async throws {
        let answer = try await server.request(
            "POST", "/api/v1/domains/\(zone)/records", key: key,
            json: #"{"name":"\#(name)","type":"A","content":"\#(address)"}"#, using: self
        )
        guard answer.status == 200 else { throw LabFailure("\(answer)") }
    }

    /// Publishes the challenge of a zone that was created and has it checked.
    func prove(
        _ created: (id: String, value: String), _ zone: String, on server: RunningServer, key: String
    ) async throws {
        try await services.publish("_scaidns-verify.\(zone)", "TXT", [created.value])
        let checked = try await server.request(
            "POST", "/api/v1/domains/\(created.id)/validation/check", key: key, using: self
        )
        guard checked["is_valid"] == "1" else { throw LabFailure("\(checked)") }
    }
}
