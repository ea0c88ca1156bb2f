import API
import Foundation
import TestSupport
import Testing

@testable import Server

@Suite("The API as it is served")
struct ServedTests {
    @Test("Every kind of refusal has its status, its code and the request's id")
    func refusals() async throws {
        try await ServedHouse.with { house in
            let long = String(repeating: "x", count: 9000)
            for (method, target, headers, body, status, code) in [
                ("GET", "/nowhere", [], nil, 404, "not_found"),
                ("PUT", "/api/v1/domains/", [], nil, 405, "method_not_allowed"),
                ("GET", "/api/v1/domains/none.test", [], nil, 404, "not_found"),
                ("GET", "/api/v1/domains/01930000-0000-7000-8000-000000000099", [], nil, 404, "not_found"),
                ("GET", "/api/v1/domains/?page=0", [], nil, 422, "schema"),
                // 404 comes before what is wrong with the query.
                ("GET", "/api/v1/domains/none.test/records?page=0", [], nil, 404, "not_found"),
                ("POST", "/api/v1/domains/", [], "{\"name\":", 400, "malformed"),
                ("POST", "/api/v1/domains/", [], "{}", 422, "schema"),
                ("POST", "/api/v1/domains/", [], String(repeating: "[", count: 33), 400, "malformed"),
                ("POST", "/api/v1/domains/", ["Content-Length: 10485761"], nil, 413, "too_large"),
                ("POST", "/api/v1/domains/", ["Content-Type: text/plain", "Content-Length: 0"], nil, 415, "not_json"),
                ("POST", "/api/v1/domains/none.test/records", [], "{", 404, "not_found"),
                ("GET", "/api/v1/domains/?search=\(long)", [], nil, 414, "too_large"),
                ("GET", "/api/v1/domains/%zz", [], nil, 422, "schema"),
            ] as [(String, String, [String], String?, Int, String)] {
                let answer = try await house.call(
                    method, target, headers: headers + ["X-Request-ID: mine-1"], body: body)
                #expect(answer.status == status, "\(method) \(target.prefix(60)): \(answer.text.prefix(300))")
                #expect(try answer.code == code)
                #expect(try answer.json["request_id"] as? String == "mine-1")
                #expect(answer.headers["x-request-id"] == "mine-1")
                #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
            }
        }
    }

    @Test("A path takes HEAD as GET, says which methods it takes, and minds no trailing slash")
    func methods() async throws {
        try await ServedHouse.with { house in
            let wrong = try await house.call("PUT", "/api/v1/domains")
            #expect(wrong.headers["allow"] == "GET, HEAD, POST")
            let get = try await house.call("GET", "/api/v1/domains", withKey: true)
            let head = try await house.call("HEAD", "/api/v1/domains/", withKey: true)
            #expect(get.status == 200)
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.headers["content-length"] == get.headers["content-length"])
            let missing = try await house.call("HEAD", "/api/v1/domains/none.test")
            #expect(missing.status == 404)
            #expect(missing.body.isEmpty)
        }
    }

    @Test("Two requests on one connection get two answers, also after a HEAD and an unread body")
    func pipelined() async throws {
        try await ServedHouse.with { house in
            let key = "X-API-Key: \(house.key)\r\n"
            let requests =
                "HEAD /nowhere HTTP/1.1\r\nHost: t\r\n\(key)\r\n"
                + "POST /nowhere HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello"
                + "GET /health/live HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n"
            let text = try await house.raw(requests)
            let statuses = text.components(separatedBy: "HTTP/1.1 ").dropFirst().map { String($0.prefix(3)) }
            #expect(statuses == ["404", "404", "200"])
            #expect(text.hasSuffix("{\"status\":\"ok\"}"))
        }
    }

    @Test("Credentials: none, bad, two at once and tokens are 401 with their challenge; open routes ask for none")
    func credentials() async throws {
        try await ServedHouse.with { house in
            let list = "/api/v1/domains/"
            for headers in [
                [], ["X-API-Key: sdk_live_nonsense"], ["Authorization: Bearer x"],
                ["X-API-Key: \(house.key)", "Authorization: Bearer x"],
                ["X-API-Key: \(house.key)", "X-API-Key: \(house.key)"],
            ] {
                let answer = try await house.call("GET", list, headers: headers, withKey: false)
                #expect(answer.status == 401)
                #expect(answer.headers["www-authenticate"] == "Bearer")
                #expect(try answer.code == "unauthenticated")
            }
            #expect(
                try await house.call("GET", "/health/live", headers: ["X-API-Key: bad"], withKey: false).status == 200)
            #expect(house.log.all.allSatisfy { !$0.contains(house.key) })
        }
    }

    @Test("Readiness names the four checks and no address")
    func readiness() async throws {
        try await ServedHouse.with { house in
            for path in ["/health/ready", "/api/v1/health/ready"] {
                let answer = try await house.call("GET", path, withKey: false)
                #expect(answer.status == 200)
                let all = "{\"database\":\"ok\",\"pdns\":\"ok\",\"redis\":\"ok\",\"scaikey_jwks\":\"ok\"}"
                let checks = try #require(try answer.json["checks"] as? [String: String])
                #expect(
                    try String(
                        decoding: JSONSerialization.data(withJSONObject: checks, options: .sortedKeys), as: UTF8.self)
                        == all)
            }
        }
    }

    @Test("Headers over 32 KB are 431")
    func largeHeaders() async throws {
        try await ServedHouse.with { house in
            let many = (0..<5).map { "X-Filler-\($0): " + String(repeating: "x", count: 7000) }
            let answer = try await house.call("GET", "/health/live", headers: many)
            #expect(answer.status == 431)
            #expect(try answer.code == "too_large")
        }
    }

    @Test("A zone is made, shown by its encoded name, and deleted; a name twice is 409")
    func zone() async throws {
        try await ServedHouse.with { house in
            let draft = "{\"name\":\"Made.TEST.\",\"domain_type\":\"primary\",\"unknown\":[1]}"
            let made = try await house.call("POST", "/api/v1/domains/", body: draft)
            #expect(made.status == 200, "\(made.text)")
            #expect(try made.json["name"] as? String == "made.test")
            #expect(try made.json["status"] as? String == "pending_validation")
            let again = try await house.call("POST", "/api/v1/domains/", body: draft)
            #expect(again.status == 409)
            #expect(try again.code == "domain_exists")
            let shown = try await house.call("GET", "/api/v1/domains/made%2Etest")
            #expect(try shown.json["id"] as? String == made.json["id"] as? String)
            let gone = try await house.call("DELETE", "/api/v1/domains/made.test")
            #expect(gone.status == 204)
            #expect(gone.body.isEmpty)
            #expect(try await house.call("GET", "/api/v1/domains/made.test").status == 404)
        }
    }

    @Test("A key narrowed to reading records sees the zone, and may not change or list")
    func narrowKey() async throws {
        try await ServedHouse.with(scopes: ["records:read"]) { house in
            let list = try await house.call("GET", "/api/v1/domains/")
            #expect(list.status == 403)
            #expect(try list.code == "forbidden")
            let make = try await house.call("POST", "/api/v1/domains/", body: "{}")
            #expect(make.status == 403)
        }
    }

    @Test("The endpoints served are those of the contract, with method and scope")
    func contract() async throws {
        guard let file = vectors("routes.jsonl") else { return }
        let slice: Set<String> = [
            "GET /health/live", "GET /health/ready", "GET /api/v1/health/ready", "GET /api/v1/domains/",
            "POST /api/v1/domains/", "GET /api/v1/domains/{domain_id}", "DELETE /api/v1/domains/{domain_id}",
            "GET /api/v1/domains/{domain_id}/validation", "POST /api/v1/domains/{domain_id}/validation/check",
            "GET /api/v1/domains/{domain_id}/records", "POST /api/v1/domains/{domain_id}/records",
            "GET /api/v1/domains/{domain_id}/records/{record_id}",
            "PATCH /api/v1/domains/{domain_id}/records/{record_id}",
            "DELETE /api/v1/domains/{domain_id}/records/{record_id}",
        ]
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let contract = try lines.map { try JSONDecoder().decode(ContractRoute.self, from: Data($0.utf8)) }
        let expected = Set(contract.filter { slice.contains("\($0.method) \($0.path)") }.map(\.words))
        #expect(expected.count == slice.count)
        try await ServedHouse.with { house in
            let routes = Routes(door: house.house.door)
            house.house.serve(on: routes)
            let served = routes.served.map { "\($0.method.rawValue) \($0.template) needs \($0.permission ?? "none")" }
            #expect(Set(served) == expected)
            #expect(served.count == expected.count)
        }
    }

    private struct ContractRoute: Decodable {
        let method: String
        let path: String
        let permission: String?

        var words: String { "\(method) \(path) needs \(permission ?? "none")" }
    }
}
