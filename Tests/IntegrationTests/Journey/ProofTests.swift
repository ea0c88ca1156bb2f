import CurlHTTP
import TestSupport
import Testing

/// Who can become the holder of a name, and who cannot.
@Suite("Proof and loss of names", .serialized)
struct ProofTests {
    @Test("A stranger's challenge value does not validate")
    func stranger() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let zone = try await lab.zone()
        let ours = try await lab.create(zone, on: server, key: try await lab.key())
        let theirs = try await lab.create(zone, on: server, key: try await lab.key(tenant: "rival"))
        #expect(ours.value != theirs.value)
        try await lab.services.publish("_scaidns-verify.\(zone)", "TXT", [theirs.value])
        let checked = try await server.request(
            "POST", "/api/v1/domains/\(ours.id)/validation/check", key: try await lab.key(), using: lab
        )
        #expect(checked.status == 200)
        #expect(checked["is_valid"] == "0")
        #expect(checked["message"] == "TXT record found but value doesn't match. Expected: \(ours.value)")
        #expect(checked["servers.0.outcome"] == "mismatch")
        #expect(try await lab.isInPowerDNS(zone) == false)
    }

    @Test("The right value served by our own PowerDNS alone does not validate")
    func ownServer() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.zone(delegated: false)
        try await lab.services.delegate(zone, to: ["ns1.scaidns.test", "ns2.scaidns.test"])
        let created = try await lab.create(zone, on: server, key: key)
        let made = try await lab.powerDNS(
            "POST",
            "/zones",
            json: """
                {"name":"\(zone).","kind":"Native","nameservers":["ns1.scaidns.test."],"rrsets":[{"name":
                "_scaidns-verify.\(zone).","type":"TXT","ttl":60,"records":[{"content":"\\"\(created.value)\\""}]}]}
                """
        )
        #expect(made.status == 201)
        #expect(try await lab.services.dig("_scaidns-verify.\(zone)", "TXT") == ["\"\(created.value)\""])
        let checked = try await server.request(
            "POST", "/api/v1/domains/\(zone)/validation/check", key: key, using: lab
        )
        #expect(checked["is_valid"] == "0")
        #expect(checked["message"] == "\(zone) is delegated to this platform but no zone holds it")
        #expect(try await lab.sql("SELECT status FROM domains") == "pending_validation\n")
    }

    @Test("Of two tenants the one with the proof gets the name, and a fresh proof of the other takes it over")
    func takeover() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let (first, second) = (try await lab.key(), try await lab.key(tenant: "rival"))
        let zone = try await lab.zone()
        let rival = try await lab.create(zone, on: server, key: second)
        try await lab.prove(zone, on: server, key: first)
        _ = try await server.request(
            "POST", "/api/v1/domains/\(zone)/records", key: first,
            json: #"{"name":"www","type":"A","content":"192.0.2.1"}"#, using: lab
        )
        #expect(try await lab.services.dig("www.\(zone)", "A") == ["192.0.2.1"])
        let cancelled = try await server.request(
            "POST", "/api/v1/domains/\(rival.id)/validation/check", key: second, using: lab
        )
        #expect(cancelled.status == 409)
        #expect(cancelled["code"] == "no_pending_validation")

        // The rival makes the zone anew, with a record of its own, and proves it.
        _ = try await server.request("DELETE", "/api/v1/domains/\(rival.id)", key: second, using: lab)
        let anew = try await lab.create(zone, on: server, key: second)
        _ = try await server.request(
            "POST", "/api/v1/domains/\(anew.id)/records", key: second,
            json: #"{"name":"new","type":"A","content":"192.0.2.2"}"#, using: lab
        )
        try await lab.services.publish("_scaidns-verify.\(zone)", "TXT", [anew.value])
        let passed = try await server.request(
            "POST", "/api/v1/domains/\(anew.id)/validation/check", key: second, using: lab
        )
        #expect(passed["is_valid"] == "1", "\(passed)")
        try await eventually { try await lab.services.dig("new.\(zone)", "A") == ["192.0.2.2"] }
        #expect(try await lab.services.dig("www.\(zone)", "A") == [])
        let loser = try await server.request("GET", "/api/v1/domains/\(zone)", key: first, using: lab)
        #expect(loser["status"] == "pending_validation")
        let lost = try await server.request(
            "POST", "/api/v1/domains/\(zone)/records", key: first,
            json: #"{"name":"x","type":"A","content":"192.0.2.9"}"#, using: lab
        )
        #expect(lost["sync_status"] == "pending")
        #expect(try await lab.services.dig("x.\(zone)", "A") == [])
    }

    @Test("Below another tenant's zone the owner consents by the record in that zone, and not without")
    func consent() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let (parentKey, childKey) = (try await lab.key(), try await lab.key(tenant: "child"))
        let parent = try await lab.activeZone("parent", on: server, key: parentKey)
        try await lab.services.delegate(parent, to: ["ns1.scaidns.test", "ns2.scaidns.test"])
        let child = try await lab.create("shop.\(parent)", on: server, key: childKey)
        let refused = try await server.request(
            "POST", "/api/v1/domains/\(child.id)/validation/check", key: childKey, using: lab
        )
        #expect(refused["is_valid"] == "0", "\(refused)")
        let consent = try await server.request(
            "POST", "/api/v1/domains/\(parent)/records", key: parentKey,
            json: #"{"name":"_scaidns-verify.shop","type":"TXT","content":"\#(child.value)"}"#, using: lab
        )
        #expect(consent.status == 200, "\(consent)")
        _ = try await lab.sql("UPDATE validations SET last_checked_at = NULL")
        let passed = try await server.request(
            "POST", "/api/v1/domains/\(child.id)/validation/check", key: childKey, using: lab
        )
        #expect(passed["is_valid"] == "1", "\(passed)")
        let cut = try await server.request(
            "POST", "/api/v1/domains/\(parent)/records", key: parentKey,
            json: #"{"name":"www.shop","type":"TXT","content":"x"}"#, using: lab
        )
        #expect(cut["code"] == "below_zone_cut")
    }

    @Test("A zone that would hide records of the zone above is refused when it is made, and when it is proved")
    func occlusion() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let (key, stranger) = (try await lab.key(), try await lab.key(tenant: "stranger"))
        let parent = try await lab.activeZone("parent", on: server, key: key)
        let path = "/api/v1/domains/\(parent)/records"
        let child = try await lab.create("shop.\(parent)", on: server, key: key)
        let hidden = try await server.request(
            "POST", path, key: key, json: #"{"name":"www.shop","type":"A","content":"192.0.2.1"}"#, using: lab
        )
        try await lab.services.publish("_scaidns-verify.shop.\(parent)", "TXT", [child.value])
        let checked = try await server.request(
            "POST", "/api/v1/domains/\(child.id)/validation/check", key: key, using: lab
        )
        #expect(checked["is_valid"] == "0", "\(checked)")
        #expect(checked["message"] == "The zone would hide records of \(parent) at and below its name")
        #expect(try await lab.services.dig("www.shop.\(parent)", "A") == ["192.0.2.1"])

        let json = #"{"name":"www.shop.\#(parent)","domain_type":"primary"}"#
        let refused = try await server.request("POST", "/api/v1/domains/", key: key, json: json, using: lab)
        #expect(refused.status == 409)
        #expect(refused["code"] == "occludes_records")
        #expect(refused["detail.conflicts.0"] == hidden["id"])
        let told = try await server.request("POST", "/api/v1/domains/", key: stranger, json: json, using: lab)
        #expect(told["code"] == "occludes_records")
        #expect(told["detail.conflicts.0"] == nil, "ids of another tenant are not told")
    }

    @Test("The worker finds a published challenge by itself")
    func worker() async throws {
        let lab = try await Lab.open()
        let api = try await lab.server("api", ["VALIDATION_CHECK_INTERVAL_SECONDS": "1"])
        let worker = try await lab.server("worker", ["VALIDATION_CHECK_INTERVAL_SECONDS": "1"])
        let key = try await lab.key()
        let zone = try await lab.zone()
        let created = try await lab.create(zone, on: api, key: key)
        try await lab.services.publish("_scaidns-verify.\(zone)", "TXT", [created.value])
        try await eventually(within: .seconds(30)) {
            try await lab.services.dig(zone, "SOA") != []
        }
        #expect(worker.daemon.log.contains("Working"))
        #expect(try await lab.sql("SELECT actor_type FROM audit_logs WHERE action LIKE '%success'") == "system\n")
    }

    @Test("A zone that others made in PowerDNS is not taken over: the push fails and says why")
    func unmanagedZone() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.zone()
        let made = try await lab.powerDNS(
            "POST",
            "/zones",
            json: #"{"name":"\#(zone).","kind":"Native","nameservers":["ns1.other.test."]}"#
        )
        #expect(made.status == 201)
        try await lab.prove(zone, on: server, key: key)
        let shown = try await server.request("GET", "/api/v1/domains/\(zone)", key: key, using: lab)
        #expect(shown["sync_status"] == "failed")
        #expect(shown["sync_error"]?.contains("that ScaiDNS does not manage") == true)
        #expect(try await lab.services.dig(zone, "NS") == ["ns1.other.test."])
    }
}

extension Lab {
    /// Creates a zone and answers its id and its challenge's value.
    func create(_ zone: String, on server: RunningServer, key: String) async throws -> (id: String, value: String) {
        let created = try await server.request(
            "POST", "/api/v1/domains/", key: key, json: #"{"name":"\#(zone)","domain_type":"primary"}"#, using: self
        )
        guard let id = created["id"], let value = created["validation.challenge_value"] else {
            throw LabFailure("\(created)")
        }
        return (id, value)
    }
}
