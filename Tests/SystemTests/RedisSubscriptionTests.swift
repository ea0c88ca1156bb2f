import Foundation
import Testing

@testable import Redis

@Suite("Redis subscription")
struct RedisSubscriptionTests {
    @Test("Messages of all channels arrive in order, after listening was told")
    func messages() async throws {
        let server = try await offPool { try RedisTestServer() }
        let publisher = RedisClient(server.configuration())
        let subscription = RedisSubscription(
            server.configuration(user: "scaidns", password: "redis"),
            channels: ["scaidns:a", "scaidns:b"]
        )
        var events = subscription.makeAsyncIterator()
        #expect(await events.next() == .listening)
        for number in UInt8(0)..<100 {
            let channel = number % 2 == 0 ? "scaidns:a" : "scaidns:b"
            let reply = try await publisher.command([Array("PUBLISH".utf8), Array(channel.utf8), [number, 0, 255]])
            #expect(reply == .int(1))
        }
        for number in UInt8(0)..<100 {
            let channel = number % 2 == 0 ? "scaidns:a" : "scaidns:b"
            #expect(await events.next() == .message(channel: channel, payload: [number, 0, 255]))
        }
        await publisher.close()
    }

    @Test("After a crash the interruption is told, and listening again once the server is back")
    func crash() async throws {
        let server = try await offPool { try RedisTestServer() }
        var events = RedisSubscription(server.configuration(), channels: ["c"]).makeAsyncIterator()
        #expect(await events.next() == .listening)
        server.crash()
        #expect(await events.next() == .interrupted(.connectionLost))
        #expect(await events.next() == .interrupted(.unavailable("Connection refused")))
        try await offPool { try server.start() }
        #expect(await events.next() == .listening)
        let publisher = RedisClient(server.configuration())
        #expect(try await publisher.command(["PUBLISH", "c", "again"]) == .int(1))
        #expect(await events.next() == .message(channel: "c", payload: Array("again".utf8)))
        await publisher.close()
    }

    @Test("A channel that the user may not read and a wrong password are told as interruptions")
    func refused() async throws {
        let server = try await offPool { try RedisTestServer() }
        let limited = server.configuration(user: "scaidns", password: "redis")
        var events = RedisSubscription(limited, channels: ["other"]).makeAsyncIterator()
        guard case .interrupted(.unavailable(let text))? = await events.next() else {
            Issue.record("the ACL let another channel through")
            return
        }
        #expect(text.hasPrefix("SUBSCRIBE: NOPERM"))
        var wrong = RedisSubscription(server.configuration(password: "wrong"), channels: ["c"]).makeAsyncIterator()
        guard case .interrupted(.authentication)? = await wrong.next() else {
            Issue.record("a wrong password was accepted")
            return
        }
    }

    @Test("A quiet server is asked and stays, a silent one is left until it answers again")
    func silence() async throws {
        let server = try await offPool { try RedisTestServer() }
        let observer = RedisClient(server.configuration())
        var configuration = server.configuration(commandTimeout: .seconds(2))
        configuration.connectTimeout = .seconds(2)
        var subscription = RedisSubscription(configuration, channels: ["c"])
        subscription.longestSilence = .milliseconds(20)
        var events = subscription.makeAsyncIterator()
        #expect(await events.next() == .listening)
        let wasAsked = await becomesTrue {
            (try? await observer.command(["INFO", "commandstats"]).text?.contains(/cmdstat_ping:calls=([3-9]|\d\d)/))
                == true
        }
        #expect(wasAsked)
        _ = try await observer.command(["PUBLISH", "c", "still here"])
        #expect(await events.next() == .message(channel: "c", payload: Array("still here".utf8)))
        server.pause()
        #expect(await events.next() == .interrupted(.timedOut))
        server.resume()
        var next = await events.next()
        // One attempt to connect may have been too early.
        if case .interrupted(.unavailable) = next { next = await events.next() }
        #expect(next == .listening)
        await observer.close()
    }

    @Test("A cancelled reader ends and its connection leaves the server")
    func cancellation() async throws {
        let server = try await offPool { try RedisTestServer() }
        let observer = RedisClient(server.configuration())
        let subscription = RedisSubscription(server.configuration(), channels: ["c"])
        let reader = Task {
            var count = 0
            for await _ in subscription { count += 1 }
            return count
        }
        func subscribers() async -> RedisReply? { try? await observer.command(["PUBSUB", "NUMSUB", "c"]) }
        #expect(await becomesTrue { await subscribers() == .array([.bulk([99]), .int(1)]) })
        reader.cancel()
        #expect(await reader.value <= 1)
        #expect(await becomesTrue { await subscribers() == .array([.bulk([99]), .int(0)]) })
        await observer.close()
    }

    @Test("A reader that leaves its loop takes the connection with it")
    func leaving() async throws {
        let server = try await offPool { try RedisTestServer() }
        let observer = RedisClient(server.configuration())
        for await event in RedisSubscription(server.configuration(), channels: ["c"]) {
            #expect(event == .listening)
            break
        }
        let isGone = await becomesTrue {
            (try? await observer.command(["PUBSUB", "NUMSUB", "c"])) == .array([.bulk([99]), .int(0)])
        }
        #expect(isGone)
        await observer.close()
    }
}
