import CurlHTTP
import Foundation
import Testing

@Suite("HTTP client: many calls, bounds and ends")
struct CurlHTTPBehaviourTests {
    let server: CurlHTTPServer
    /// For questions to the server about itself, apart from the client under test.
    let observer = HTTPClient(userAgent: "observer")
    let key = UUID().uuidString

    init() async throws { server = try await offPool { try CurlHTTPServer.shared.get() } }

    /// Returns once the server has counted `count` events under the key, or fails after 20 s.
    func waitUntilSeen(_ key: String, _ count: Int) async throws {
        let response = try await observer.send(HTTPRequest(url: server.url("/wait?for=\(key)&n=\(count)")))
        #expect(response.status == 200, "the server has not seen \(count) of \(key)")
    }

    /// How many requests the server has seen under the key, and the most it served at once.
    func seen(_ key: String) async throws -> [Int] {
        let response = try await observer.send(HTTPRequest(url: server.url("/seen?for=\(key)")))
        return try JSONDecoder().decode([Int].self, from: Data(response.body))
    }

    @Test("200 calls at once each get their own answer over no more than 4 connections")
    func concurrency() async throws {
        let client = HTTPClient(maximumConnectionsPerHost: 4, userAgent: "t")
        let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<200 {
                group.addTask { [server, key] in
                    let url = server.url("/busy?key=\(key)&n=5&text=\(number)")
                    return (number, String(decoding: try await client.send(HTTPRequest(url: url)).body, as: UTF8.self))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 200)
        #expect(answers.allSatisfy { String($0.0) == $0.1 })
        #expect(try await seen(key) == [200, 4])
    }

    @Test("Calls one after the other share a connection")
    func reuse() async throws {
        let client = HTTPClient(userAgent: "t")
        var connections: Set<Int> = []
        for served in 1...5 {
            let body = try await client.send(HTTPRequest(url: server.url("/connection"))).body
            let answer = try JSONDecoder().decode([Int].self, from: Data(body))
            connections.insert(answer[0])
            #expect(answer[1] == served)
        }
        #expect(connections.count == 1)
    }

    @Test("A request that must not be repeated is sent once, even where a kept connection dies under it")
    func neverRepeated() async throws {
        let client = HTTPClient(userAgent: "t")
        _ = try await client.send(HTTPRequest(url: server.url("/connection")))
        let request = HTTPRequest(method: "POST", url: server.url("/reset?key=\(key)"), body: [1])
        let failure = await #expect(throws: HTTPFailure.self) { try await client.send(request) }
        #expect(failure?.requestWasNotSent == false)
        #expect(try await seen(key)[0] == 1)
    }

    @Test("Kept and fresh connections alternate within a limit of one")
    func freshWithinLimit() async throws {
        let client = HTTPClient(maximumConnectionsPerHost: 1, userAgent: "t")
        for method in ["GET", "POST", "POST", "GET", "PATCH"] {
            let request = HTTPRequest(method: method, url: server.url("/connection"), timeout: .seconds(20))
            #expect(try await client.send(request).status == 200, "\(method)")
        }
    }

    @Test("A cancelled call ends at once and its connection is dropped")
    func cancellation() async throws {
        let client = HTTPClient(userAgent: "t")
        let call = Task { [server, key] in try await client.send(HTTPRequest(url: server.url("/hang?key=\(key)"))) }
        try await waitUntilSeen(key, 1)
        let start = ContinuousClock.now
        call.cancel()
        await #expect(throws: HTTPFailure.cancelled) { try await call.value }
        #expect(ContinuousClock.now - start < .seconds(30))
        try await waitUntilSeen("\(key)-gone", 1)
    }

    @Test("A call of a task that is cancelled already is never sent")
    func cancelledBefore() async throws {
        let client = HTTPClient(userAgent: "t")
        let call = Task { [server, key] in
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.send(HTTPRequest(url: server.url("/echo?key=\(key)")))
        }
        await #expect(throws: HTTPFailure.cancelled) { try await call.value }
        #expect(try await seen(key)[0] == 0)
    }

    @Test(
        "A waiting call can be cancelled, overdue or refused while the connection is busy, and the next one is served")
    func waitingCalls() async throws {
        let client = HTTPClient(maximumConnectionsPerHost: 1, maximumQueued: 2, userAgent: "t")
        let busy = Task { [server, key] in try await client.send(HTTPRequest(url: server.url("/hang?key=\(key)"))) }
        try await waitUntilSeen(key, 1)
        let echo = server.url("/echo?key=\(key)")
        await #expect(throws: HTTPFailure.timedOut) {
            try await client.send(HTTPRequest(url: echo, timeout: .milliseconds(50)))
        }
        let outcomes = await withTaskGroup(of: HTTPFailure?.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    do throws(HTTPFailure) {
                        _ = try await client.send(HTTPRequest(url: echo))
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            // Two wait, so the first to end is the third, which found the queue full.
            let first = await group.next() ?? nil
            group.cancelAll()
            return await group.reduce(into: [first]) { $0.append($1) }
        }
        #expect(outcomes == [.queueFull, .cancelled, .cancelled])
        #expect(HTTPFailure.queueFull.requestWasNotSent)
        async let next = client.send(HTTPRequest(url: echo))
        busy.cancel()
        #expect(try await next.status == 200)
        #expect(try await seen(key)[0] == 2)
    }

    @Test("The timeout covers the whole call, a steady trickle too", arguments: ["/hang", "/trickle"])
    func timeout(path: String) async throws {
        let client = HTTPClient(userAgent: "t")
        let start = ContinuousClock.now
        await #expect(throws: HTTPFailure.timedOut) {
            try await client.send(HTTPRequest(url: server.url(path), timeout: .milliseconds(200)))
        }
        let took = ContinuousClock.now - start
        #expect(took >= .milliseconds(200) && took < .seconds(30))
    }

    @Test("A body of exactly the limit is taken, one byte more is too large", arguments: ["/big?n=", "/chunked?n="])
    func limit(path: String) async throws {
        let client = HTTPClient(userAgent: "t")
        let factor = path.hasPrefix("/chunked") ? 5 : 1
        var request = HTTPRequest(url: server.url("\(path)\(200_000 / factor)"))
        request.maximumResponseBytes = 200_000
        #expect(try await client.send(request).body.count == 200_000)
        request.maximumResponseBytes = 199_999
        await #expect(throws: HTTPFailure.tooLarge(limit: 199_999)) { try await client.send(request) }
        request.maximumResponseBytes = 0
        await #expect(throws: HTTPFailure.tooLarge(limit: 0)) { try await client.send(request) }
    }

    @Test("Headers without end are refused")
    func headerLimit() async throws {
        let client = HTTPClient(userAgent: "t")
        #expect(try await client.send(HTTPRequest(url: server.url("/headers?n=50"))).headers.count >= 50)
        let request = HTTPRequest(url: server.url("/headers?n=200"), timeout: .seconds(10))
        await #expect(throws: HTTPFailure.tooLarge(limit: 131_072)) { try await client.send(request) }
    }

    @Test("An answer that stops halfway or never begins is a failure that does not claim the request was not sent")
    func broken() async throws {
        let client = HTTPClient(userAgent: "t")
        for path in ["/drop", "/reset"] {
            let failure = await #expect(throws: HTTPFailure.self) {
                try await client.send(HTTPRequest(url: server.url(path)))
            }
            guard case .failed? = failure else {
                Issue.record("\(path): \(String(describing: failure))")
                continue
            }
            #expect(failure?.requestWasNotSent == false)
        }
    }

    @Test("A port where nobody listens cannot be connected to, and the request was not sent")
    func refused() async throws {
        let client = HTTPClient(userAgent: "t")
        let request = HTTPRequest(method: "POST", url: "http://127.0.0.1:1/", body: [])
        let failure = await #expect(throws: HTTPFailure.self) { try await client.send(request) }
        guard case .cannotConnect? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(failure?.requestWasNotSent == true)
    }

    @Test("A host without address cannot be resolved, and the request was not sent")
    func unresolvable() async throws {
        let client = HTTPClient(userAgent: "t")
        let failure = await #expect(throws: HTTPFailure.self) {
            try await client.send(HTTPRequest(url: "http://nowhere.invalid/"))
        }
        #expect(failure == .cannotResolve("nowhere.invalid"))
        #expect(failure?.requestWasNotSent == true)
    }

    @Test("Close ends running and waiting calls and refuses later ones")
    func close() async throws {
        let client = HTTPClient(maximumConnectionsPerHost: 1, userAgent: "t")
        let calls = (0..<3).map { _ in
            Task { [server, key] in try await client.send(HTTPRequest(url: server.url("/hang?key=\(key)"))) }
        }
        try await waitUntilSeen(key, 1)
        client.close()
        for call in calls { await #expect(throws: HTTPFailure.closed) { try await call.value } }
        await #expect(throws: HTTPFailure.closed) { try await client.send(HTTPRequest(url: server.url("/echo"))) }
        client.close()
        try await waitUntilSeen("\(key)-gone", 1)
        #expect(try await seen(key)[0] == 1)
    }

    @Test("A client that nobody holds any more lets its connections go")
    func deallocation() async throws {
        for _ in 0..<20 {
            let client = HTTPClient(userAgent: "t")
            let request = HTTPRequest(url: server.url("/connection?key=\(key)"))
            #expect(try await client.send(request).status == 200)
        }
        try await waitUntilSeen("\(key)-closed", 20)
    }

    @Test("A proxy of the environment is not used", arguments: ["http_proxy", "ALL_PROXY"])
    func proxy(variable: String) async throws {
        // In a process of its own, since other tests read the environment meanwhile.
        await #expect(processExitsWith: .success) { [variable, url = server.url("/echo") as String] in
            setenv(variable, "http://127.0.0.1:1", 1)
            let response = try await HTTPClient(userAgent: "t").send(HTTPRequest(url: url))
            exit(response.status == 200 ? 0 : 1)
        }
    }
}
