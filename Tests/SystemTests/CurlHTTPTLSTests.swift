import CurlHTTP
import Foundation
import Testing

@Suite("HTTP client over TLS")
struct CurlHTTPTLSTests {
    let certificates: TestCertificates

    init() async throws { certificates = try await offPool { try TestCertificates() } }

    func server(_ certificate: String) async throws -> CurlHTTPServer {
        try await offPool { [certificates] in
            try CurlHTTPServer(
                certificate: certificates.path("\(certificate).pem"),
                key: certificates.path("\(certificate).key")
            )
        }
    }

    func expectRefusal(_ server: CurlHTTPServer, host: String, caFile: String?) async {
        let client = HTTPClient(userAgent: "t", caFile: caFile)
        let failure = await #expect(throws: HTTPFailure.self) {
            try await client.send(HTTPRequest(url: server.url("/echo", secureHost: host)))
        }
        guard case .tls? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(failure?.requestWasNotSent == true)
    }

    @Test(
        "A certificate of our authority for the host's name or address is accepted",
        arguments: ["localhost", "127.0.0.1"])
    func accepted(host: String) async throws {
        let server = try await server("good")
        let client = HTTPClient(userAgent: "t", caFile: certificates.path("ca.pem"))
        for served in 1...3 {
            let request = HTTPRequest(url: server.url("/connection", secureHost: host))
            let answer = try JSONDecoder().decode([Int].self, from: Data(await client.send(request).body))
            #expect(answer == [1, served])
        }
    }

    @Test("A certificate of a stranger's authority is refused, and so is one that the system does not know")
    func wrongAuthority() async throws {
        let server = try await server("good")
        await expectRefusal(server, host: "localhost", caFile: certificates.path("stranger.pem"))
        await expectRefusal(server, host: "localhost", caFile: nil)
        await expectRefusal(server, host: "localhost", caFile: "/nonexistent.pem")
    }

    @Test("A certificate for another host is refused")
    func wrongHost() async throws {
        let server = try await server("other")
        await expectRefusal(server, host: "localhost", caFile: certificates.path("ca.pem"))
        await expectRefusal(server, host: "127.0.0.1", caFile: certificates.path("ca.pem"))
    }
}
