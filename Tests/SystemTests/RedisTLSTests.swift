import Foundation
import Redis
import Testing

@Suite("Redis client over TLS")
struct RedisTLSTests {
    let certificates: TestCertificates

    init() async throws { certificates = try await offPool { try TestCertificates() } }

    func configuration(_ server: RedisTestServer, host: String, caFile: String?) -> RedisConfiguration {
        var configuration = server.configuration()
        configuration.endpoint = .tcp(host: host, port: server.tlsPort)
        configuration.tls = .verified(caFile: caFile.map(certificates.path))
        return configuration
    }

    /// What the first command over such a connection fails with.
    func reason(_ configuration: RedisConfiguration) async -> String? {
        let client = RedisClient(configuration)
        let failure = await #expect(throws: RedisFailure.self) { try await client.command(["PING"]) }
        await client.close()
        guard case .unavailable(let text)? = failure else { return nil }
        return text
    }

    @Test(
        "A certificate of our authority for the host's name or address is accepted",
        arguments: ["localhost", "127.0.0.1"])
    func accepted(host: String) async throws {
        let server = try await offPool { [certificates] in try RedisTestServer(certificates: certificates) }
        let client = RedisClient(configuration(server, host: host, caFile: "ca.pem"))
        let value = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        #expect(try await client.command([Array("SET".utf8), [1], value]) == .status("OK"))
        #expect(try await client.command([Array("GET".utf8), [1]]) == .bulk(value))
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask { try await client.command(["ECHO", "\(number)"]).text == "\(number)" ? 1 : 0 }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 200)
        await client.close()
    }

    @Test("A certificate of a stranger's authority is refused, and so is one that the system does not know")
    func wrongAuthority() async throws {
        let server = try await offPool { [certificates] in try RedisTestServer(certificates: certificates) }
        for caFile in ["stranger.pem", nil] {
            let text = await reason(configuration(server, host: "localhost", caFile: caFile))
            // The server sends its authority along, and nobody here trusts that.
            #expect(text == "TLS: self-signed certificate in certificate chain")
        }
    }

    @Test("A certificate for another host is refused")
    func wrongHost() async throws {
        let server = try await offPool { [certificates] in
            try RedisTestServer(certificates: certificates, certificate: "other")
        }
        #expect(await reason(configuration(server, host: "localhost", caFile: "ca.pem")) == "TLS: hostname mismatch")
        #expect(await reason(configuration(server, host: "127.0.0.1", caFile: "ca.pem")) == "TLS: IP address mismatch")
    }

    @Test("TLS to a plain port, plain to a TLS port, an absent authority file and a Unix socket are unavailable")
    func mismatches() async throws {
        let server = try await offPool { [certificates] in try RedisTestServer(certificates: certificates) }
        var toPlain = configuration(server, host: "localhost", caFile: "ca.pem")
        toPlain.endpoint = .tcp(host: "localhost", port: server.port)
        toPlain.connectTimeout = .milliseconds(500)
        #expect(await reason(toPlain) != nil)
        var plain = configuration(server, host: "localhost", caFile: nil)
        plain.tls = .off
        plain.connectTimeout = .milliseconds(500)
        #expect(await reason(plain) != nil)
        let absent = await reason(configuration(server, host: "localhost", caFile: "absent.pem"))
        #expect(absent?.contains("absent.pem cannot be read") == true)
        var unix = configuration(server, host: "localhost", caFile: "ca.pem")
        unix.endpoint = .unix(path: server.socketPath)
        #expect(await reason(unix)?.contains("Unix socket") == true)
    }

    @Test("A crash over TLS is recovered from unasked")
    func crash() async throws {
        let server = try await offPool { [certificates] in try RedisTestServer(certificates: certificates) }
        let client = RedisClient(configuration(server, host: "localhost", caFile: "ca.pem"))
        #expect(try await client.command(["PING"]) == .status("PONG"))
        server.crash()
        let failure = await #expect(throws: RedisFailure.self) { try await client.command(["PING"]) }
        #expect(failure == .connectionLost || failure == .unavailable("Connection refused"))
        try await offPool { try server.start() }
        #expect(await becomesTrue { (try? await client.command(["PING"])) == .status("PONG") })
        await client.close()
    }
}
