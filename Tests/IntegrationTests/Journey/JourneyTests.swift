import Foundation
import TestSupport
import Testing

/// The main job as a user does it, with the programs that are shipped.
@Suite("The main job", .serialized)
struct JourneyTests {
    @Test("A zone is created, proved and filled over the command line, and dig has the answer")
    func commandLine() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.zone()

        let created = try await server.scaidns("zone", "create", zone, key: key)
        #expect(created.status == 0, "\(created.stderr)")
        let shown = try await server.scaidns("validation", "show", zone, "-o", "json", key: key)
        let value = try #require(shown.stdout.firstMatch(of: /scaidns-verify=[0-9a-f]{64}/)).output
        #expect(created.stdout.contains(value))

        let early = try await server.scaidns("validation", "check", zone, key: key)
        #expect(early.status == 1)
        #expect(early.stderr.contains("No DNS record found for _scaidns-verify.\(zone)"))
        try await lab.services.publish("_scaidns-verify.\(zone)", "TXT", [String(value)])
        _ = try await lab.sql("UPDATE validations SET last_checked_at = NULL")
        let passed = try await server.scaidns("validation", "check", zone, key: key)
        #expect(passed.status == 0, "\(passed.stderr)")
        #expect(passed.stdout.contains("ns1.provider.test\t127.0.0.3\tmatch"))

        let added = try await server.scaidns("record", "add", zone, "www", "A", "192.0.2.10", key: key)
        #expect(added.status == 0, "\(added.stderr)")
        #expect(added.stdout.contains("synced"))
        #expect(try await lab.services.dig("www.\(zone)", "A") == ["192.0.2.10"])
        #expect(try await lab.services.dig(zone, "NS") == ["ns1.scaidns.test.", "ns2.scaidns.test."])

        let removed = try await server.scaidns("record", "rm", zone, "www", "A", "--yes", key: key)
        #expect(removed.status == 0, "\(removed.stderr)")
        #expect(try await lab.services.dig("www.\(zone)", "A") == [])

        let deleted = try await server.scaidns("zone", "delete", zone, "--yes", key: key)
        #expect(deleted.status == 0, "\(deleted.stderr)")
        #expect(try await lab.responseCode(of: zone) == "REFUSED")
        #expect(try await lab.isInPowerDNS(zone))
    }

    @Test("A zone that is deleted for good is gone from PowerDNS and from the database, its history stays")
    func hardDelete() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        #expect(try await lab.isInPowerDNS(zone))
        let deleted = try await server.scaidns("zone", "delete", zone, "--hard", "--yes", key: key)
        #expect(deleted.status == 0, "\(deleted.stderr)")
        try await eventually { try await !lab.isInPowerDNS(zone) }
        #expect(try await lab.sql("SELECT COUNT(*) FROM domains") == "0\n")
        #expect(try await lab.sql("SELECT COUNT(*) FROM records") == "0\n")
        #expect(try await lab.sql("SELECT COUNT(*) FROM outbox") == "0\n")
        #expect(try await lab.sql("SELECT action FROM audit_logs WHERE action = 'domain.delete'") == "domain.delete\n")
    }

    @Test("What is written and served agrees with a zone file written by hand, transferred and compared by others")
    func transfer() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        let long = String(repeating: "x", count: 300)
        let records: [(String, String, String)] = [
            ("@", "A", "192.0.2.1"), ("@", "AAAA", "2001:0db8::1"), ("@", "MX", "10 mail.\(zone)."),
            ("@", "TXT", "v=spf1 mx -all"), ("@", "CAA", "0 issue \"letsencrypt.org\""), ("www", "CNAME", "\(zone)."),
            ("mail", "A", "192.0.2.25"), ("mail", "A", "192.0.2.26"), ("_sip._tcp", "SRV", "10 5 5060 sip.\(zone)."),
            ("a.b.c", "A", "192.0.2.3"), ("*.wild", "TXT", "any"), ("sub", "NS", "ns.sub.\(zone)."),
            ("ns.sub", "A", "192.0.2.53"), ("long", "TXT", long), ("ptr", "PTR", "host.example.net."),
        ]
        for (name, type, content) in records {
            let json = try JSONSerialization.data(
                withJSONObject: ["name": name, "type": type, "content": content, "ttl": 300] as [String: Any]
            )
            let answer = try await server.request(
                "POST", "/api/v1/domains/\(zone)/records", key: key, json: String(decoding: json, as: UTF8.self),
                using: lab
            )
            #expect(answer.status == 200, "\(name) \(type): \(answer)")
            #expect(answer["sync_status"] == "synced")
        }
        let byHand = """
            $ORIGIN \(zone).
            @ 3600 IN SOA ns1.scaidns.test. hostmaster.\(zone). 1 10800 3600 1209600 3600
            @ 3600 IN NS ns1.scaidns.test.
            @ 3600 IN NS ns2.scaidns.test.
            @ 300 IN A 192.0.2.1
            @ 300 IN AAAA 2001:db8::1
            @ 300 IN MX 10 mail
            @ 300 IN TXT "v=spf1 mx -all"
            @ 300 IN CAA 0 issue "letsencrypt.org"
            www 300 IN CNAME @
            mail 300 IN A 192.0.2.25
            mail 300 IN A 192.0.2.26
            _sip._tcp 300 IN SRV 10 5 5060 sip
            a.b.c 300 IN A 192.0.2.3
            *.wild 300 IN TXT any
            sub 300 IN NS ns.sub
            ns.sub 300 IN A 192.0.2.53
            long 300 IN TXT "\(long.prefix(255))" "\(long.suffix(45))"
            ptr 300 IN PTR host.example.net.

            """
        let differences = try await lab.transferEquals(byHand, zone: zone)
        #expect(differences == "")
        let broken = byHand + "surplus 300 IN A 192.0.2.200\n"
        #expect(try await lab.transferEquals(broken, zone: zone) != "", "the comparison sees a difference")
        // An empty non-terminal exists: NOERROR without an answer (RFC 8020).
        #expect(try await lab.responseCode(of: "b.c.\(zone)") == "NOERROR")
        #expect(try await lab.responseCode(of: "no.c.\(zone)") == "NXDOMAIN")
        #expect(try await lab.services.dig("x.y.wild.\(zone)", "TXT") == ["\"any\""])
    }

    @Test("Every step leaves its change, its audit entry and its event, and a refused one leaves nothing")
    func traces() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        let path = "/api/v1/domains/\(zone)/records"
        let record = try await server.request(
            "POST", path, key: key, json: #"{"name":"www","type":"A","content":"192.0.2.1"}"#, using: lab
        )
        let id = try #require(record["id"])
        _ = try await server.request("PATCH", "\(path)/\(id)", key: key, json: #"{"ttl":60}"#, using: lab)
        let before = try await lab.traces()
        let refused = try await server.request(
            "POST", path, key: key, json: #"{"name":"www","type":"A","content":"192.0.2.1"}"#, using: lab
        )
        #expect(refused.status == 409)
        #expect(refused["detail.conflicts.0"] == id)
        #expect(try await lab.traces() == before)
        _ = try await server.request("DELETE", "\(path)/\(id)", key: key, using: lab)
        let actions = try await lab.sql("SELECT action FROM audit_logs ORDER BY timestamp, id")
        #expect(
            actions.split(separator: "\n") == [
                "domain.create", "domain.validation.success", "record.create", "record.update", "record.delete",
            ]
        )
        #expect(
            try await lab.sql("SELECT type FROM events ORDER BY created_at, id").split(separator: "\n") == [
                "domain.created", "validation.validated", "record.created", "record.updated", "record.deleted",
            ]
        )
        #expect(
            try await lab.sql("SELECT revision, created, updated, deleted FROM changes ORDER BY revision")
                == "3\t1\t0\t0\n4\t0\t1\t0\n5\t0\t0\t1\n"
        )
        #expect(try await lab.sql("SELECT revision, record_count FROM domains") == "5\t0\n")
    }
}
