import CurlHTTP
import Foundation
import TestSupport

extension Lab {
    /// A zone that `key`'s tenant holds, proved as its owner would.
    func activeZone(_ name: String = "zone", on server: RunningServer, key: String) async throws -> String {
        let zone = try await zone(name)
        try await prove(zone, on: server, key: key)
        return zone
    }

    /// Creates the zone, publishes its challenge at the provider and has it checked.
    func prove(_ zone: String, on server: RunningServer, key: String) async throws {
        let created = try await server.request(
            "POST", "/api/v1/domains/", key: key, json: #"{"name":"\#(zone)","domain_type":"primary"}"#, using: self
        )
        guard let value = created["validation.challenge_value"] else { throw LabFailure("\(created)") }
        try await services.publish("_scaidns-verify.\(zone)", "TXT", [value])
        let checked = try await server.request(
            "POST", "/api/v1/domains/\(zone)/validation/check", key: key, using: self
        )
        guard checked["is_valid"] == "1" else { throw LabFailure("\(checked)") }
    }

    /// The response code of our PowerDNS for an A query: `NOERROR`, `NXDOMAIN`, `REFUSED`.
    func responseCode(of name: String) async throws -> String {
        let output = try await run([
            "dig", "+norec", "+time=3", "+tries=3", "@127.0.0.2", "-p", "\(services.dnsPort)", name, "A",
        ])
        return output.stdout.firstMatch(of: /status: ([A-Z]+)/).map { String($0.output.1) } ?? output.stdout
    }

    /// Whether our PowerDNS has the zone, in or out of service.
    func isInPowerDNS(_ zone: String) async throws -> Bool {
        try await powerDNS("GET", "/zones/\(zone).?rrsets=false").status == 200
    }

    /// A call of our PowerDNS's own API, past ScaiDNS.
    func powerDNS(_ method: String, _ path: String, json: String? = nil) async throws -> HTTPResponse {
        var request = HTTPRequest(
            method: method,
            url: services.env["PDNS_API_URL", default: ""] + "/api/v1/servers/localhost" + path
        )
        request.headers = [(name: "X-API-Key", value: services.env["PDNS_API_KEY", default: ""])]
        request.body = json.map { Array($0.utf8) }
        return try await http.send(request)
    }

    /// What `ldns-compare-zones` says about the differences between a zone file and the zone transferred from our
    /// PowerDNS; empty when they are equal but for the SOA's serial.
    func transferEquals(_ zoneFile: String, zone: String) async throws -> String {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let transfer = try await run([
            "dig", "+onesoa", "+nocomments", "+nocmd", "+noquestion", "+nostats", "@127.0.0.2", "-p",
            "\(services.dnsPort)", zone, "AXFR",
        ])
        let serial = transfer.stdout.firstMatch(of: /SOA\s+\S+\s+\S+\s+(\d+)/).map { String($0.output.1) } ?? "none"
        let expected = zoneFile.replacingOccurrences(of: ". 1 10800", with: ". \(serial) 10800")
        try expected.write(to: folder.appending(path: "expected"), atomically: true, encoding: .utf8)
        try transfer.stdout.write(to: folder.appending(path: "served"), atomically: true, encoding: .utf8)
        let compared = try await run(
            ["ldns-compare-zones", "-a", "-s", "-e", "expected", "served"],
            in: folder
        )
        return compared.status == 0 ? "" : compared.stdout + compared.stderr
    }

    /// How many rows tell of what was done.
    func traces() async throws -> String {
        try await sql(
            """
            SELECT (SELECT COUNT(*) FROM records), (SELECT COUNT(*) FROM changes), (SELECT COUNT(*) FROM change_items),
                (SELECT COUNT(*) FROM audit_logs), (SELECT COUNT(*) FROM events), (SELECT COUNT(*) FROM outbox),
                (SELECT MAX(revision) FROM domains), (SELECT COUNT(*) FROM domains)
            """
        )
    }
}
