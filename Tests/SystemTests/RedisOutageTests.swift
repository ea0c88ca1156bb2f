import Foundation
import Redis
import Testing

@Suite("Redis client: when the server is away, slow, silent or wrong")
struct RedisOutageTests {
    /// Returns when the server holds `count` clients that are blocked, so that their commands have certainly been sent.
    func waitUntilBlocked(_ count: Int, _ observer: RedisClient) async {
        let isBlocked = await becomesTrue {
            (try? await observer.command(["INFO", "clients"]).text?.contains("blocked_clients:\(count)\r")) == true
        }
        #expect(isBlocked)
    }

    @Test("A crash loses what is in flight, makes later commands unavailable at once, and is recovered from unasked")
    func crash() async throws {
        let server = try await offPool { try RedisTestServer() }
        let client = RedisClient(server.configuration())
        let observer = RedisClient(server.configuration())
        let blocked = Task { try await client.command(["BLPOP", "absent", "0"]) }
        await waitUntilBlocked(1, observer)
        server.crash()
        await #expect(throws: RedisFailure.connectionLost) { try await blocked.value }
        let refusal = await #expect(throws: RedisFailure.self) { try await client.command(["PING"]) }
        #expect(refusal == .unavailable("Connection refused"))
        // Far more than could wait for an attempt each, with up to 3 s between two attempts.
        let start = ContinuousClock.now
        for _ in 0..<40 {
            await #expect(throws: RedisFailure.unavailable("Connection refused")) { try await client.command(["PING"]) }
        }
        #expect(ContinuousClock.now - start < .seconds(30))
        try await offPool { try server.start() }
        #expect(await becomesTrue { (try? await client.command(["PING"])) == .status("PONG") })
        await client.close()
        await observer.close()
    }

    @Test("An idle connection that the server ends is made again before the next command")
    func idleLoss() async throws {
        let server = try await offPool { try RedisTestServer() }
        let client = RedisClient(server.configuration())
        let observer = RedisClient(server.configuration())
        for _ in 0..<5 {
            let first = try await client.command(["CLIENT", "ID"])
            guard case .int(let id) = first else {
                Issue.record("\(first)")
                return
            }
            #expect(try await observer.command(["CLIENT", "KILL", "ID", "\(id)"]) == .int(1))
            let isBack = await becomesTrue {
                guard case .int(let next)? = try? await client.command(["CLIENT", "ID"]) else { return false }
                return next > id
            }
            #expect(isBack)
        }
        await client.close()
        await observer.close()
    }

    @Test("A silent server times out, and is used again once it answers")
    func silent() async throws {
        let server = try await offPool { try RedisTestServer() }
        var configuration = server.configuration(commandTimeout: .milliseconds(200))
        configuration.connectTimeout = .milliseconds(200)
        let client = RedisClient(configuration)
        #expect(try await client.command(["PING"]) == .status("PONG"))
        server.pause()
        let start = ContinuousClock.now
        await #expect(throws: RedisFailure.timedOut) { try await client.command(["PING"]) }
        let took = ContinuousClock.now - start
        #expect(took >= .milliseconds(200) && took < .seconds(30))
        let isUnavailable = await becomesTrue {
            do throws(RedisFailure) {
                _ = try await client.command(["PING"])
                return false
            } catch {
                return error == .unavailable("no connection within 200 ms")
            }
        }
        #expect(isUnavailable)
        server.resume()
        #expect(await becomesTrue { (try? await client.command(["PING"])) == .status("PONG") })
        await client.close()
    }

    @Test("A slow command times out alone when it was sent alone, and the next one is answered rightly")
    func slow() async throws {
        let server = try await offPool { try RedisTestServer() }
        let client = RedisClient(server.configuration(commandTimeout: .milliseconds(200)))
        await #expect(throws: RedisFailure.timedOut) { try await client.command(["DEBUG", "SLEEP", "0.5"]) }
        #expect(await becomesTrue { (try? await client.command(["ECHO", "mine"]).text) == "mine" })
        await client.close()
    }

    @Test("One command more than may wait is refused unsent")
    func queueFull() async throws {
        let server = try await offPool { try RedisTestServer() }
        var configuration = server.configuration()
        configuration.maximumQueued = 3
        let client = RedisClient(configuration)
        let observer = RedisClient(server.configuration())
        let outcomes = await withTaskGroup(of: RedisFailure?.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do throws(RedisFailure) {
                        _ = try await client.command(["BLPOP", "absent", "0"])
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            // Three are kept, so the first to end is the fourth.
            let first = await group.next() ?? nil
            await client.close()
            return await group.reduce(into: [first]) { $0.append($1) }
        }
        #expect(outcomes == [.queueFull, .closed, .closed, .closed])
        await observer.close()
    }

    @Test("Close ends commands in flight and refuses later ones, also when nothing was ever sent")
    func close() async throws {
        let server = try await offPool { try RedisTestServer() }
        let client = RedisClient(server.configuration(), connections: 2)
        let observer = RedisClient(server.configuration())
        let blocked = Task { try await client.command(["BLPOP", "absent", "0"]) }
        await waitUntilBlocked(1, observer)
        await client.close()
        await #expect(throws: RedisFailure.closed) { try await blocked.value }
        await #expect(throws: RedisFailure.closed) { try await client.command(["PING"]) }
        await client.close()
        await waitUntilBlocked(0, observer)
        let unused = RedisClient(server.configuration())
        await unused.close()
        await #expect(throws: RedisFailure.closed) { try await unused.command(["PING"]) }
        await observer.close()
    }

    @Test("A client that nobody holds any more leaves the server")
    func deallocation() async throws {
        let server = try await offPool { try RedisTestServer() }
        let observer = RedisClient(server.configuration())
        for _ in 0..<10 { _ = try await RedisClient(server.configuration()).command(["PING"]) }
        let areGone = await becomesTrue {
            (try? await observer.command(["INFO", "clients"]).text?.contains("connected_clients:1\r")) == true
        }
        #expect(areGone)
        await observer.close()
    }

    func client(of fake: RedisFakeServer, maximumReplyBytes: Int = 1000) -> RedisClient {
        RedisClient(
            RedisConfiguration(
                endpoint: .tcp(host: "127.0.0.1", port: fake.port),
                maximumReplyBytes: maximumReplyBytes
            )
        )
    }

    @Test("A command whose connection is lost is never sent again")
    func neverRepeated() async throws {
        let fake = try await offPool { try RedisFakeServer(["+OK\\r\\n", "close"]) }
        defer { fake.stop() }
        let client = client(of: fake)
        #expect(try await client.command(["A"]) == .status("OK"))
        await #expect(throws: RedisFailure.connectionLost) { try await client.command(["B"]) }
        #expect(try await client.command(["C"]) == .int(3))
        await client.close()
    }

    @Test("A server that ends every connection is unavailable until it answers")
    func endsEverything() async throws {
        let fake = try await offPool { try RedisFakeServer(["close", "close", "close"]) }
        defer { fake.stop() }
        let client = client(of: fake)
        await #expect(throws: RedisFailure.connectionLost) { try await client.command(["A"]) }
        #expect(
            await becomesTrue {
                guard case .int? = try? await client.command(["B"]) else { return false }
                return true
            }
        )
        await client.close()
    }

    @Test(
        "What is no RESP2, too deep or too large is a protocol violation, and the connection is made anew",
        arguments: [
            "hello\\r\\n", "$-5\\r\\n", "$5\\r\\nabcdefgh\\r\\n", ":12x\\r\\n", "*1000000000\\r\\n:1\\r\\n",
            "*1\\r\\n*1\\r\\n*1\\r\\n*1\\r\\n*1\\r\\n*1\\r\\n*1\\r\\n*1\\r\\n*1\\r\\n*1\\r\\n:1\\r\\n",
            "$2000\\r\\n" + String(repeating: "a", count: 1500), "+" + String(repeating: "a", count: 1500),
            "*1000\\r\\n" + String(repeating: ":1\\r\\n", count: 500), "+OK\\r\\n+unasked\\r\\n",
        ]
    )
    func violations(reply: String) async throws {
        let fake = try await offPool { try RedisFakeServer([reply]) }
        defer { fake.stop() }
        let client = client(of: fake)
        if reply.hasPrefix("+OK") {
            _ = try await client.command(["A"])
        } else {
            let failure = await #expect(throws: RedisFailure.self) { try await client.command(["A"]) }
            guard case .protocolViolation? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
        #expect(
            await becomesTrue {
                guard case .int? = try? await client.command(["B"]) else { return false }
                return true
            }
        )
        await client.close()
    }

    @Test("A reply of up to the limit is taken")
    func limit() async throws {
        let fake = try await offPool {
            try RedisFakeServer(["$900\\r\\n" + String(repeating: "a", count: 900) + "\\r\\n"])
        }
        defer { fake.stop() }
        let client = client(of: fake)
        #expect(try await client.command(["A"]).text?.utf8.count == 900)
        await client.close()
    }
}
