import Foundation
import Redis
import Testing

/// Repeats `attempt` until it is true, for at most 20 s.
func becomesTrue(_ attempt: () async -> Bool) async -> Bool {
    let end = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < end {
        if await attempt() { return true }
        // Between two looks, not instead of one.
        try? await Task.sleep(for: .milliseconds(2))
    }
    return false
}

@Suite("Redis client: commands and replies")
struct RedisTests {
    let server: RedisTestServer

    init() async throws { server = try await offPool { try RedisTestServer() } }

    @Test("Every kind of reply arrives as itself")
    func replies() async throws {
        let client = RedisClient(server.configuration())
        #expect(try await client.command(["GET", "absent"]) == .null)
        #expect(try await client.command(["INCR", "n"]) == .int(1))
        #expect(try await client.command(["SET", "k", "v\u{0}é"]) == .status("OK"))
        #expect(try await client.command(["GET", "k"]).text == "v\u{0}é")
        #expect(try await client.command(["INCR", "k"]) == .error("ERR value is not an integer or out of range"))
        let nested = try await client.command(["EVAL", "return {1,'a',false,{{},{'b'}},{err='E x'}}", "0"])
        #expect(
            nested
                == .array([
                    .int(1), .bulk([97]), .null, .array([.array([]), .array([.bulk([98])])]), .error("E x"),
                ])
        )
        await client.close()
    }

    @Test("Keys and values of any bytes and any size survive")
    func binary() async throws {
        let client = RedisClient(server.configuration())
        let value = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for (key, value) in [([0, 13, 10, 255], value), (Array("empty".utf8), []), ([UInt8(0)], [13, 10])] {
            #expect(try await client.command([Array("SET".utf8), key, value]) == .status("OK"))
            #expect(try await client.command([Array("GET".utf8), key]) == .bulk(value))
        }
        await client.close()
    }

    @Test("The user of production may do its work and nothing else")
    func production() async throws {
        let client = RedisClient(server.configuration(user: "scaidns", password: "redis"))
        #expect(try await client.command(["SET", "scaidns:k", "v"]) == .status("OK"))
        guard case .error(let text) = try await client.command(["SET", "other", "v"]) else {
            Issue.record("the ACL let another key through")
            return
        }
        #expect(text.hasPrefix("NOPERM"))
        await client.close()
    }

    @Test(
        "A wrong user or password is an authentication failure", arguments: [("admin", "wrong"), ("nobody", "admin")])
    func badCredentials(user: String, password: String) async throws {
        let client = RedisClient(server.configuration(user: user, password: password))
        let failure = await #expect(throws: RedisFailure.self) { try await client.command(["PING"]) }
        guard case .authentication(let text)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(text.hasPrefix("WRONGPASS"))
        await client.close()
    }

    @Test("A password without user is that of the default user, and none at all is the server's to refuse")
    func defaultUser() async throws {
        let admin = RedisClient(server.configuration())
        let anonymous = RedisClient(server.configuration(user: nil, password: nil))
        #expect(try await anonymous.command(["GET", "k"]) == .error("NOAUTH Authentication required."))
        #expect(try await admin.command(["ACL", "SETUSER", "default", "on", ">plain", "+@all"]) == .status("OK"))
        let client = RedisClient(server.configuration(user: nil, password: "plain"))
        #expect(try await client.command(["ACL", "WHOAMI"]).text == "default")
        for client in [admin, anonymous, client] { await client.close() }
    }

    @Test("A database of its own is selected before the first command, and one that does not exist is unavailable")
    func database() async throws {
        var configuration = server.configuration()
        configuration.database = 3
        let third = RedisClient(configuration)
        let zeroth = RedisClient(server.configuration())
        #expect(try await third.command(["SET", "k", "three"]) == .status("OK"))
        #expect(try await zeroth.command(["GET", "k"]) == .null)
        configuration.database = 99
        let absent = RedisClient(configuration)
        await #expect(throws: RedisFailure.unavailable("SELECT: ERR DB index is out of range")) {
            try await absent.command(["PING"])
        }
        for client in [third, zeroth, absent] { await client.close() }
    }

    @Test("10,000 commands of 50 tasks get their own answers and keep each task's order", arguments: [1, 3])
    func pipelining(connections: Int) async throws {
        let client = RedisClient(server.configuration(), connections: connections)
        let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<50 {
                group.addTask {
                    var wrong = 0
                    for number in 0..<100 {
                        let text = "\(task)-\(number)"
                        wrong += try await client.command(["ECHO", text]).text == text ? 0 : 1
                        wrong +=
                            try await client.command(["RPUSH", "list-\(task)", text]) == .int(Int64(number) + 1) ? 0 : 1
                    }
                    return wrong
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(wrong == 0)
        for task in 0..<50 {
            let list = try await client.command(["LRANGE", "list-\(task)", "0", "-1"])
            #expect(list == .array((0..<100).map { .bulk(Array("\(task)-\($0)".utf8)) }))
        }
        await client.close()
    }

    @Test("A Unix socket serves like a port; one that is absent or too long a path is unavailable")
    func unixSocket() async throws {
        var configuration = server.configuration()
        configuration.endpoint = .unix(path: server.socketPath)
        let client = RedisClient(configuration)
        #expect(try await client.command(["PING"]) == .status("PONG"))
        await client.close()
        for path in [server.socketPath + "-absent", String(repeating: "a", count: 108), ""] {
            configuration.endpoint = .unix(path: path)
            let lost = RedisClient(configuration)
            let failure = await #expect(throws: RedisFailure.self) { try await lost.command(["PING"]) }
            guard case .unavailable? = failure else {
                Issue.record("\(String(describing: failure))")
                continue
            }
            await lost.close()
        }
    }

    @Test("A host name is resolved, and one without address is unavailable")
    func hostName() async throws {
        var configuration = server.configuration()
        configuration.endpoint = .tcp(host: "localhost", port: server.port)
        let client = RedisClient(configuration)
        #expect(try await client.command(["PING"]) == .status("PONG"))
        await client.close()
        configuration.endpoint = .tcp(host: "nowhere.invalid", port: server.port)
        let lost = RedisClient(configuration)
        let failure = await #expect(throws: RedisFailure.self) { try await lost.command(["PING"]) }
        guard case .unavailable(let text)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(text.hasPrefix("nowhere.invalid: "))
        await lost.close()
    }

    @Test(
        "A command that cannot share a connection is refused unsent",
        arguments: [["SUBSCRIBE", "c"], ["monitor"], ["HELLO", "3"], []]
    )
    func unfit(command: [String]) async throws {
        let client = RedisClient(server.configuration())
        let failure = await #expect(throws: RedisFailure.self) { try await client.command(command) }
        guard case .protocolViolation? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        await client.close()
    }
}
