import CurlHTTP
import Foundation
import Testing

@Suite("HTTP client: what is sent and what comes back")
struct CurlHTTPTests {
    let server: CurlHTTPServer
    let client = HTTPClient(userAgent: "scaidns-test/1")

    init() async throws { server = try await offPool { try CurlHTTPServer.shared.get() } }

    struct Echo: Decodable {
        let method: String
        let path: String
        let body: String
        let headers: [[String]]

        func values(_ name: String) -> [String] { headers.filter { $0[0].lowercased() == name }.map { $0[1] } }
    }

    func echo(_ request: HTTPRequest) async throws -> Echo {
        try JSONDecoder().decode(Echo.self, from: Data(await client.send(request).body))
    }

    @Test("Every method arrives as written", arguments: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"])
    func methods(method: String) async throws {
        #expect(try await echo(HTTPRequest(method: method, url: server.url("/echo"))).method == method)
    }

    @Test("A HEAD answer has headers, no body, and does not wait for one")
    func head() async throws {
        let response = try await client.send(HTTPRequest(method: "HEAD", url: server.url("/big?n=500")))
        #expect(response.status == 200)
        #expect(response.header("content-length") == "500")
        #expect(response.body.isEmpty)
    }

    @Test("A body of all byte values comes back unchanged")
    func binaryBody() async throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
        let request = HTTPRequest(method: "POST", url: server.url("/body"), body: bytes)
        #expect(try await client.send(request).body == bytes)
    }

    @Test("Headers are sent as given, empty ones too, and none is made up")
    func headers() async throws {
        var request = HTTPRequest(method: "POST", url: server.url("/echo"), body: Array("{}".utf8))
        request.headers = [(name: "X-API-Key", value: "s; e: c"), (name: "X-Empty", value: "")]
        let sent = try await echo(request)
        #expect(sent.values("x-api-key") == ["s; e: c"])
        #expect(sent.values("x-empty") == [""])
        #expect(sent.values("user-agent") == ["scaidns-test/1"])
        #expect(sent.values("content-length") == ["2"])
        for absent in ["expect", "content-type", "accept-encoding", "cookie", "authorization"] {
            #expect(sent.values(absent).isEmpty, "\(absent)")
        }
    }

    @Test("A POST without body says that its length is 0")
    func emptyPost() async throws {
        #expect(try await echo(HTTPRequest(method: "POST", url: server.url("/echo"))).values("content-length") == ["0"])
    }

    @Test("The path is sent as written, dots and escapes included")
    func path() async throws {
        let path = "/echo/../echo?a=%2Fb&c=2001%3Adb8"
        let response = try await client.send(HTTPRequest(url: server.url("/x/..%2F/../echo")))
        #expect(response.status == 404)
        #expect(
            try await echo(HTTPRequest(url: server.url("/echo?a=%2Fb&c=2001%3Adb8"))).path == String(path.dropFirst(8)))
    }

    @Test("A header is found in any case, the first of several wins, all are kept in order")
    func responseHeaders() async throws {
        let response = try await client.send(HTTPRequest(method: "POST", url: server.url("/body"), body: []))
        #expect(response.header("X-FIRST") == "one")
        #expect(response.headers.filter { $0.name.lowercased() == "x-first" }.map(\.value) == ["one", "two"])
        #expect(response.header("absent") == nil)
    }

    @Test("Every status is an answer, 404 too")
    func notFound() async throws {
        let response = try await client.send(HTTPRequest(url: server.url("/nowhere")))
        #expect(response.status == 404)
        #expect(response.body == Array("nothing here".utf8))
    }

    @Test("A chunked answer is put together and its trailers are dropped")
    func chunked() async throws {
        let response = try await client.send(HTTPRequest(url: server.url("/chunked?n=1000")))
        #expect(response.body.count == 5000)
        #expect(response.header("X-Trailer") == nil)
    }

    @Test("An informational answer before the final one is swallowed with its headers")
    func earlyHints() async throws {
        let response = try await client.send(HTTPRequest(url: server.url("/early")))
        #expect(response.status == 200)
        #expect(response.header("X-Early") == nil)
        #expect(response.header("X-Late") == "yes")
    }

    @Test("A line break or control character in any part refuses the request before it is sent")
    func injection() async throws {
        let url = server.url("/echo")
        let bad: [(String, String, String, String)] = [
            ("GET", url, "X-A", "a\r\nX-B: b"), ("GET", url, "X-A", "a\nb"), ("GET", url, "X-A", "a\u{0}b"),
            ("GET", url, "X-A: 1\r\nX-B", "b"), ("GET", url, "X A", "b"), ("GET", url, "", "b"),
            ("GET", url, "Content-Length", "5"), ("GET", url, "transfer-encoding", "chunked"),
            ("GET /x HTTP/1.1\r\nX: y", url, "X-A", "a"), ("", url, "X-A", "a"),
        ]
        for (method, url, name, value) in bad {
            let request = HTTPRequest(method: method, url: url, headers: [(name: name, value: value)])
            let failure = await #expect(throws: HTTPFailure.self) { try await client.send(request) }
            guard case .invalidRequest? = failure else {
                Issue.record("\(method) \(name): \(value) gave \(String(describing: failure))")
                continue
            }
        }
    }

    @Test(
        "A URL that is not plain http or https is refused",
        arguments: [
            "", "/only/a/path", "127.0.0.1/x", "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/",
            "http://",
            "http:///x", "http://127.0.0.1:99999/", "http://user:password@127.0.0.1/", "http://127.0.0.1/a b",
            "http://127.0.0.1/a\r\nX: y", "http://127.0.0.1/\u{0}", "http://bücher.example/",
            "https:///x", "http:/x",
        ]
    )
    func badURL(url: String) async {
        let failure = await #expect(throws: HTTPFailure.self) { try await client.send(HTTPRequest(url: url)) }
        guard case .invalidURL? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test("A redirect is an answer unless the request asks to follow it")
    func redirectNotFollowed() async throws {
        let response = try await client.send(HTTPRequest(url: server.url("/redirect?n=302&to=/echo")))
        #expect(response.status == 302)
        #expect(response.header("Location") == "/echo")
    }

    @Test(
        "A followed redirect keeps or changes the method as RFC 9110 says",
        arguments: [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")]
    )
    func redirectFollowed(status: Int, method: String) async throws {
        var request = HTTPRequest(method: "POST", url: server.url("/redirect?n=\(status)&to=/echo"), body: [1])
        request.maximumRedirects = 1
        let sent = try await echo(request)
        #expect(sent.method == method)
        #expect(sent.body == (method == "POST" ? "01" : ""))
    }

    @Test("A redirect to another origin is never followed, nor one more than allowed")
    func redirectBounds() async throws {
        let elsewhere = "http://localhost:\(server.port)/echo"
        for to in [
            elsewhere, "//localhost:\(server.port)/echo", "https://127.0.0.1:\(server.port)/echo", "file:///etc/passwd",
        ] {
            var request = HTTPRequest(url: server.url("/redirect?n=302&to=\(to)"))
            request.maximumRedirects = 3
            #expect(try await client.send(request).status == 302, "\(to)")
        }
        var twice = HTTPRequest(url: server.url("/redirect?n=302&to=/redirect%3Fn%3D307%26to%3D/echo"))
        twice.maximumRedirects = 1
        #expect(try await client.send(twice).status == 307)
        twice.maximumRedirects = 2
        #expect(try await client.send(twice).status == 200)
    }
}
