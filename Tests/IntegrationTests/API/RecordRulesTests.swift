import TestSupport
import Testing

/// What the routes of single records and of challenges refuse, beside what ``DocumentedErrorsTests`` lists; a refused
/// request writes nothing.
@Suite("Rules of records and challenges over HTTP", .serialized)
struct RecordRulesTests {
    @Test("Changing and removing a record keeps the rules of its set, and a refused change writes nothing")
    func changing() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let key = try await lab.key()
        let zone = try await lab.activeZone(on: server, key: key)
        let path = "/api/v1/domains/\(zone)/records"
        let one = try await add("www", "A", "192.0.2.1", to: path, key, server, lab)
        let two = try await add("www", "A", "192.0.2.2", to: path, key, server, lab)
        let off = try await server.request(
            "POST", path, key: key,
            json: #"{"name":"www","type":"CNAME","content":"x.example.net.","disabled":true}"#, using: lab
        )
        let offID = try #require(off["id"], "\(off)")
        let ns = try await server.request("GET", path + "?include_system=true&type=NS", key: key, using: lab)
        let nsID = try #require(ns["data.0.id"])
        let before = try await lab.traces()
        let refusals: [(String, String, String?, Int, String)] = [
            ("PATCH", one, #"{"content":"192.0.2.2"}"#, 409, "record_conflict"),
            ("PATCH", offID, #"{"disabled":false}"#, 409, "record_conflict"),
            ("PATCH", one, #"{"content":"192.0.2.300"}"#, 400, "invalid_content"),
            ("PATCH", one, #"{"ttl":-1}"#, 422, "schema"), ("PATCH", one, #"{"ttl":2147483648}"#, 422, "schema"),
            ("PATCH", one, #"{"disabled":"maybe"}"#, 422, "schema"), ("PATCH", one, "[]", 422, "schema"),
            ("PATCH", one, "{", 400, "malformed"),
            ("PATCH", nsID, #"{"content":"ns.example.net."}"#, 409, "system_record"),
            ("DELETE", nsID, nil, 409, "system_record"),
            ("PATCH", "0193f1a2-0000-7000-8000-000000000000", #"{"ttl":60}"#, 404, "not_found"),
            ("DELETE", "0193f1a2-0000-7000-8000-000000000000", nil, 404, "not_found"),
        ]
        for (method, id, json, status, code) in refusals {
            let answer = try await server.request(method, "\(path)/\(id)", key: key, json: json, using: lab)
            #expect(answer.status == status, "\(method) \(json ?? ""): \(answer)")
            #expect(answer["code"] == code, "\(method) \(json ?? ""): \(answer)")
        }
        #expect(try await lab.traces() == before)

        let moved = try await server.request("PATCH", "\(path)/\(one)", key: key, json: #"{"ttl":60}"#, using: lab)
        #expect(moved["warnings.0.code"] == "ttl_moved", "\(moved)")
        #expect(try await server.request("GET", "\(path)/\(two)", key: key, using: lab)["ttl"] == "60")
        let same = try await lab.traces()
        #expect(
            try await server.request("PATCH", "\(path)/\(one)", key: key, json: #"{"ttl":60}"#, using: lab).status
                == 200
        )
        #expect(try await lab.traces() == same, "a change that changes nothing is no change")
        #expect(try await server.request("DELETE", "\(path)/\(one)", key: key, using: lab).status == 204)
        #expect(try await server.request("DELETE", "\(path)/\(one)", key: key, using: lab).status == 404)
        #expect(try await lab.services.dig("www.\(zone)", "A") == ["192.0.2.2"])
    }

    @Test("JSON may be nested 32 deep and hold fields that nobody knows; a request id is made where none can be taken")
    func leniency() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let key = try await lab.key()
        let zone = try await lab.zone(delegated: false)
        for (depth, status) in [(32, 200), (33, 400)] {
            let deep = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
            let json = #"{"name":"d\#(depth).\#(zone)","domain_type":"primary","description":null,"odd":\#(deep)}"#
            let answer = try await server.request("POST", "/api/v1/domains/", key: key, json: json, using: lab)
            #expect(answer.status == status, "\(depth): \(answer)")
        }
        for id in ["with blank", "bücher", String(repeating: "x", count: 129)] {
            let answer = try await server.request("GET", "/x", headers: [("X-Request-ID", id)], using: lab)
            let made = try #require(answer.header("X-Request-ID"))
            #expect(made != id && !made.isEmpty)
            #expect(answer["request_id"] == made)
        }
        // Decoded once: %252F is the text %2F, which no zone has.
        let twice = try await server.request("GET", "/api/v1/domains/0%252F28.\(zone)", key: key, using: lab)
        #expect(twice.status == 404, "\(twice)")
    }

    @Test("A challenge that is over cannot be checked, and is not shown")
    func challengeOver() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let key = try await lab.key()
        let zone = try await lab.zone()
        let created = try await lab.create(zone, on: server, key: key)
        let path = "/api/v1/domains/\(zone)/validation"
        #expect(try await server.request("GET", path, key: key, using: lab)["challenge_value"] == created.value)
        _ = try await lab.sql("UPDATE validations SET status = 'cancelled'")
        let shown = try await server.request("GET", path, key: key, using: lab)
        #expect((shown.status, shown.text) == (200, "null"))
        let checked = try await server.request("POST", path + "/check", key: key, using: lab)
        #expect(checked.status == 409)
        #expect(checked["code"] == "no_pending_validation")
        _ = try await lab.sql("UPDATE validations SET status = 'pending', expires_at = '2000-01-01'")
        let expired = try await server.request("POST", path + "/check", key: key, using: lab)
        #expect(expired["code"] == "no_pending_validation")
    }

    @Test("The fifty-first zone that waits for its proof is refused with the figure")
    func pendingLimit() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server("api")
        let key = try await lab.key()
        let zone = try await lab.zone(delegated: false)
        var statuses: [Int] = []
        try await withThrowingTaskGroup(of: APIAnswer.self) { group in
            for number in 0..<55 {
                group.addTask {
                    let json = #"{"name":"n\#(number).\#(zone)","domain_type":"primary"}"#
                    return try await server.request("POST", "/api/v1/domains/", key: key, json: json, using: lab)
                }
            }
            for try await answer in group {
                statuses.append(answer.status)
                guard answer.status != 200 else { continue }
                #expect(answer["code"] == "limit_reached", "\(answer)")
                #expect(answer["detail"]?.contains("50") == true)
            }
        }
        #expect(statuses.filter { $0 == 200 }.count == 50)
        #expect(try await lab.sql("SELECT COUNT(*) FROM domains") == "50\n")
    }

    private func add(
        _ name: String, _ type: String, _ content: String, to path: String, _ key: String, _ server: RunningServer,
        _ lab: Lab
    ) async throws -> String {
        let json = #"{"name":"\#(name)","type":"\#(type)","content":"\#(content)"}"#
        let answer = try await server.request("POST", path, key: key, json: json, using: lab)
        return try #require(answer["id"], "\(answer)")
    }
}
