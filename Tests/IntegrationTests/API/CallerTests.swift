import TestSupport
import Testing

/// Whose key is taken, and what a narrow holding lets its holder do: read from the database in each request.
@Suite("Callers", .serialized)
struct CallerTests {
    /// What is done to a key, its owner or its tenant, and what its holder is told from the next request on.
    struct Loss: Sendable {
        let name: String
        let sql: String
        let status: Int
        let code: String
    }

    private static let losses: [Loss] = [
        Loss(
            name: "revoked key", sql: "UPDATE api_keys SET status = 'revoked'", status: 401, code: "unauthenticated"),
        Loss(
            name: "expired key", sql: "UPDATE api_keys SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND",
            status: 401, code: "unauthenticated"),
        Loss(
            name: "inactive owner", sql: "UPDATE users SET status = 'SUSPENDED'", status: 401, code: "unauthenticated"),
        Loss(
            name: "deleted owner", sql: "UPDATE users SET deleted_at = UTC_TIMESTAMP()", status: 401,
            code: "unauthenticated"),
        Loss(
            name: "suspended tenant", sql: "UPDATE tenants SET status = 'SUSPENDED'", status: 403,
            code: "tenant_suspended"),
        Loss(
            name: "foreign address", sql: #"UPDATE api_keys SET ip_whitelist = '["192.0.2.0/24"]'"#, status: 403,
            code: "address_not_allowed"),
        Loss(name: "lost role", sql: "DELETE FROM assignments", status: 403, code: "forbidden"),
    ]

    @Test("A key that lost its right is refused from the next request on, and its zone goes on being served")
    func losses() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        _ = try await lab.sql(
            "CREATE TABLE k AS SELECT * FROM api_keys; CREATE TABLE u AS SELECT * FROM users;"
                + "CREATE TABLE t AS SELECT * FROM tenants; CREATE TABLE a AS SELECT * FROM assignments;"
        )
        for loss in Self.losses {
            #expect(try await server.request("GET", "/api/v1/domains/", key: key, using: lab).status == 200)
            _ = try await lab.sql(loss.sql)
            let answer = try await server.request("GET", "/api/v1/domains/", key: key, using: lab)
            #expect(answer.status == loss.status, "\(loss.name): \(answer)")
            #expect(answer["code"] == loss.code, "\(loss.name): \(answer)")
            _ = try await lab.sql(
                """
                UPDATE api_keys JOIN k USING (id) SET api_keys.status = k.status, api_keys.expires_at = k.expires_at,
                    api_keys.ip_whitelist = k.ip_whitelist;
                UPDATE users JOIN u USING (id) SET users.status = u.status, users.deleted_at = u.deleted_at;
                UPDATE tenants JOIN t USING (id) SET tenants.status = t.status;
                INSERT IGNORE INTO assignments SELECT * FROM a;
                """
            )
        }
        #expect(try await lab.services.dig(zone, "NS") == ["ns1.scaidns.test.", "ns2.scaidns.test."])
    }

    @Test("A grant for some types and names shows and changes those records alone")
    func grant() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        let path = "/api/v1/domains/\(zone)/records"
        var ids: [String] = []
        for (name, type, content) in [
            ("www.dev", "A", "192.0.2.1"), ("www.dev", "AAAA", "2001:db8::1"), ("www", "A", "192.0.2.2"),
        ] {
            let added = try await server.request(
                "POST", path, key: key, json: Self.record(name, type, content), using: lab
            )
            ids.append(try #require(added["id"], "\(added)"))
        }
        let guest = try await lab.key(tenant: "guest", role: "none")
        _ = try await lab.sql(
            """
            INSERT INTO grants (id, domain_id, principal_type, principal_id, role_id, record_pattern, record_types,
                created_at, updated_at)
            SELECT UNHEX(MD5('grant')), d.id, 'user', u.id, r.id, '*.dev', '["A"]', NOW(6), NOW(6)
            FROM domains d, users u JOIN tenants t ON t.id = u.tenant_id AND t.name = 'guest', roles r
            WHERE r.name = 'record_editor'
            """
        )
        let listed = try await server.request("GET", path, key: guest, using: lab)
        #expect(listed["data.0.id"] == ids[0], "\(listed)")
        #expect(listed["total"] == "1")
        #expect(try await server.request("GET", "/api/v1/domains/\(zone)", key: guest, using: lab).status == 200)
        let cases: [(String, String, String?, Int, String?)] = [
            ("PATCH", "/\(ids[0])", #"{"ttl":60}"#, 200, nil), ("GET", "/\(ids[1])", nil, 404, "not_found"),
            ("PATCH", "/\(ids[2])", #"{"ttl":60}"#, 404, "not_found"), ("DELETE", "/\(ids[0])", nil, 403, "forbidden"),
            ("POST", "", Self.record("mail.dev", "A", "192.0.2.3"), 200, nil),
            ("POST", "", Self.record("mail", "A", "192.0.2.3"), 403, "not_covered_by_grant"),
            ("POST", "", Self.record("x.dev", "TXT", "x"), 403, "not_covered_by_grant"),
        ]
        for (method, rest, json, status, code) in cases {
            let answer = try await server.request(method, path + rest, key: guest, json: json, using: lab)
            #expect(answer.status == status, "\(method) \(rest) \(json ?? ""): \(answer)")
            #expect(answer["code"] == code, "\(method) \(rest): \(answer)")
        }
        let deleted = try await server.request("DELETE", "/api/v1/domains/\(zone)", key: guest, using: lab)
        #expect(deleted["code"] == "forbidden")
        _ = try await lab.sql("UPDATE grants SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND")
        #expect(try await server.request("GET", path, key: guest, using: lab).status == 404)
    }

    @Test("A name that two other tenants have is ambiguous to a platform administrator, who is told the ids")
    func ambiguous() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let zone = try await lab.zone(delegated: false)
        let one = try await lab.create(zone, on: server, key: try await lab.key(tenant: "one"))
        let two = try await lab.create(zone, on: server, key: try await lab.key(tenant: "two"))
        let admin = try await lab.key(tenant: "platform", role: "platform_admin", atPlatform: true)
        for (method, rest) in [
            ("GET", ""), ("DELETE", ""), ("GET", "/validation"), ("POST", "/validation/check"), ("GET", "/records"),
            ("POST", "/records"), ("GET", "/records/\(one.id)"), ("PATCH", "/records/\(one.id)"),
            ("DELETE", "/records/\(one.id)"),
        ] {
            let json = ["POST /records", "PATCH /records/\(one.id)"].contains("\(method) \(rest)") ? "{}" : nil
            let answer = try await server.request(
                method, "/api/v1/domains/\(zone)\(rest)", key: admin, json: json, using: lab
            )
            #expect(answer.status == 409, "\(method) \(rest): \(answer)")
            #expect(answer["code"] == "ambiguous_name", "\(method) \(rest): \(answer)")
            #expect(Set([answer["detail.conflicts.0"], answer["detail.conflicts.1"]]) == [one.id, two.id])
        }
        let shown = try await server.request("GET", "/api/v1/domains/\(one.id)", key: admin, using: lab)
        #expect(shown["name"] == zone)
    }

    private static func record(_ name: String, _ type: String, _ content: String) -> String {
        #"{"name":"\#(name)","type":"\#(type)","content":"\#(content)"}"#
    }
}
