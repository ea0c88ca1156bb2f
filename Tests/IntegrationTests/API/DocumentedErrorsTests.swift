import TestSupport
import Testing

/// Bad input gets the documented error, in the documented shape, and writes nothing (`api.md` 1.3, 14).
@Suite("Documented errors", .serialized)
struct DocumentedErrorsTests {
    enum Key {
        case admin, none, reader, narrow, other
    }

    /// A request that is refused: who sends what, and what comes back. `{zone}` is an active zone of the admin's tenant.
    struct Refusal {
        let key: Key
        let method: String
        let path: String
        let json: String?
        let status: Int
        let code: String
        let headers: [(name: String, value: String)]

        init(
            _ status: Int, _ code: String, _ method: String, _ path: String, _ json: String? = nil,
            by key: Key = .admin,
            headers: [(name: String, value: String)] = []
        ) {
            (self.status, self.code, self.method, self.path) = (status, code, method, path)
            (self.json, self.key, self.headers) = (json, key, headers)
        }
    }

    private static let domains = "/api/v1/domains/"
    private static let zone = "/api/v1/domains/{zone}"
    private static let records = "/api/v1/domains/{zone}/records"

    private static let refusals: [Refusal] = [
        Refusal(401, "unauthenticated", "GET", domains, by: .none),
        Refusal(401, "unauthenticated", "GET", domains, by: .none, headers: [("X-API-Key", "sdk_live_nonsense")]),
        Refusal(401, "unauthenticated", "GET", domains, headers: [("Authorization", "Bearer x")]),
        Refusal(404, "not_found", "GET", "/api/v1/nothing"),
        Refusal(405, "method_not_allowed", "PUT", zone),
        Refusal(404, "not_found", "GET", domains + "unknown.test"),
        Refusal(404, "not_found", "GET", domains + "0193f1a2-0000-7000-8000-000000000000"),
        Refusal(404, "not_found", "GET", zone, by: .other),
        Refusal(404, "not_found", "DELETE", zone, by: .other),
        Refusal(403, "forbidden", "DELETE", zone, by: .reader),
        Refusal(403, "forbidden", "POST", records, record("x", "A", "192.0.2.1"), by: .narrow),
        Refusal(403, "forbidden", "POST", records, "not even json", by: .reader),
        Refusal(422, "schema", "GET", domains + "?page=0"),
        Refusal(422, "schema", "GET", domains + "?status=odd"),
        Refusal(422, "schema", "GET", domains + "?search=%zz"),
        Refusal(400, "malformed", "POST", domains, "{"),
        Refusal(
            400, "malformed", "POST", domains,
            String(repeating: "[", count: 40) + String(repeating: "]", count: 40)),
        Refusal(422, "schema", "POST", domains, "{}"),
        Refusal(415, "not_json", "POST", domains, "{}", headers: [("Content-Type", "text/plain")]),
        Refusal(409, "domain_exists", "POST", domains, domain("{zone}")),
        Refusal(400, "invalid_domain_name", "POST", domains, domain("a..b")),
        Refusal(400, "invalid_domain_name", "POST", domains, domain("*.x.test")),
        Refusal(400, "name_reserved", "POST", domains, domain("co.uk")),
        Refusal(400, "name_reserved", "POST", domains, domain("printer.local")),
        Refusal(400, "name_reserved", "POST", domains, domain("_dmarc.co.uk")),
        Refusal(422, "schema", "POST", domains, #"{"name":"x.test","domain_type":"primary","default_ttl":-1}"#),
        Refusal(
            403, "other_tenant", "POST", domains, #"{"name":"x.test","domain_type":"primary","tenant_id":"other"}"#),
        Refusal(409, "already_active", "POST", zone + "/validation/check"),
        Refusal(400, "unsupported_type", "POST", records, record("x", "WKS", "x")),
        Refusal(400, "invalid_content", "POST", records, record("x", "A", "192.0.2.300")),
        Refusal(400, "invalid_name", "POST", records, record("a b", "A", "192.0.2.1")),
        Refusal(400, "invalid_name", "POST", records, record("x.example.net.", "A", "192.0.2.1")),
        Refusal(409, "system_record", "POST", records, record("@", "NS", "ns.example.net.")),
        Refusal(409, "record_conflict", "POST", records, record("www", "CNAME", "x.example.net.")),
        Refusal(422, "schema", "POST", records, #"{"name":"x","type":"A","content":"192.0.2.1","ttl":"soon"}"#),
        Refusal(422, "schema", "POST", records, #"{"name":"x","type":"A","content":"192.0.2.1","ttl":4294967296}"#),
        Refusal(404, "not_found", "GET", records + "/nonsense"),
        Refusal(409, "system_record", "DELETE", records + "/{soa}"),
    ]

    private static func domain(_ name: String) -> String { #"{"name":"\#(name)","domain_type":"primary"}"# }

    private static func record(_ name: String, _ type: String, _ content: String) -> String {
        #"{"name":"\#(name)","type":"\#(type)","content":"\#(content)"}"#
    }

    @Test("Each refused request gets its status, code and request id, and nothing is written")
    func refusals() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let admin = try await lab.key()
        let keys: [Key: String] = [
            .admin: admin, .reader: try await lab.key(role: "read_only"),
            .narrow: try await lab.key(scopes: ["records:read"]), .other: try await lab.key(tenant: "other"),
        ]
        let zone = try await lab.activeZone(on: server, key: admin)
        let path = "/api/v1/domains/\(zone)/records"
        _ = try await server.request("POST", path, key: admin, json: Self.record("www", "A", "192.0.2.1"), using: lab)
        let soa = try await server.request("GET", path + "?include_system=true&type=SOA", key: admin, using: lab)
        let soaID = try #require(soa["data.0.id"])
        let before = try await lab.traces()
        for refusal in Self.refusals {
            let filled = { (text: String) in
                text.replacing("{zone}", with: zone).replacing("{soa}", with: soaID)
            }
            let answer = try await server.request(
                refusal.method, filled(refusal.path), key: keys[refusal.key], json: refusal.json.map(filled),
                headers: refusal.headers + [("X-Request-ID", "request-7")], using: lab
            )
            let what = "\(refusal.method) \(refusal.path) \(refusal.json?.prefix(60) ?? ""): \(answer)"
            #expect(answer.status == refusal.status, "\(what)")
            #expect(answer["code"] == refusal.code, "\(what)")
            #expect(answer["request_id"] == "request-7", "\(what)")
            #expect(answer["detail"] != nil, "\(what)")
            #expect(answer.header("X-Request-ID") == "request-7", "\(what)")
            if refusal.status == 401 { #expect(answer.header("WWW-Authenticate") == "Bearer") }
            if refusal.status == 405 { #expect(answer.header("Allow") == "DELETE, GET, HEAD") }
        }
        #expect(try await lab.traces() == before)
    }

    @Test("A schema error names each place, a refusal the field that is wrong")
    func shapes() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let key = try await lab.key()
        let missing = try await server.request("POST", Self.domains, key: key, json: "{}", using: lab)
        #expect(missing["detail.0.loc.0"] == "body")
        #expect(missing["detail.0.msg"] == "field required")
        #expect(missing["detail.0.type"] == "value_error.missing")
        let reserved = try await server.request(
            "POST", Self.domains, key: key, json: Self.domain("co.uk"), using: lab
        )
        #expect(reserved["detail.field"] == "name")
    }

    @Test("A body over 10 MB is refused")
    func tooLarge() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let key = try await lab.key()
        let large = #"{"name":"\#(String(repeating: "x", count: 11_000_000))"}"#
        let answer = try await server.request("POST", Self.domains, key: key, json: large, using: lab)
        #expect(answer.status == 413, "\(answer)")
        #expect(answer["code"] == "too_large")
    }

    @Test("Two checks of one zone within five seconds are one too many")
    func tooSoon() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let key = try await lab.key()
        let zone = try await lab.zone()
        _ = try await lab.create(zone, on: server, key: key)
        let path = "/api/v1/domains/\(zone)/validation/check"
        #expect(try await server.request("POST", path, key: key, using: lab).status == 200)
        let again = try await server.request("POST", path, key: key, using: lab)
        #expect(again.status == 429)
        #expect(again["code"] == "check_too_soon")
        #expect(again.header("Retry-After") != nil)
    }

    @Test("Paths answer with and without their slash, captures are decoded once")
    func paths() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let key = try await lab.key()
        for path in ["/health/live", "/health/live/", "/api/v1/domains", "/api/v1/domains/"] {
            #expect(try await server.request("GET", path, key: key, using: lab).status == 200, "\(path)")
        }
        let zone = try await lab.zone("half", delegated: false)
        let odd = "0/28.\(zone)"
        let made = try await server.request("POST", Self.domains, key: key, json: Self.domain(odd), using: lab)
        #expect(made.status == 200, "\(made)")
        let shown = try await server.request("GET", "/api/v1/domains/0%2F28.\(zone)", key: key, using: lab)
        #expect(shown["name"] == odd)
        let unicode = try await server.request(
            "POST", Self.domains, key: key, json: Self.domain("bücher.\(zone)"), using: lab
        )
        #expect(unicode["name"] == "xn--bcher-kva.\(zone)")
        #expect(unicode["unicode_name"] == "bücher.\(zone)")
    }

    @Test("Before the nameservers are named no zone can be made")
    func noNameservers() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        _ = try await lab.sql("DELETE FROM config")
        let key = try await lab.key()
        let answer = try await server.request(
            "POST", Self.domains, key: key, json: Self.domain("x.test"), using: lab
        )
        #expect(answer.status == 409)
        #expect(answer["code"] == "nameservers_not_set")
    }
}
