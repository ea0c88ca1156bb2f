import Foundation
import TestSupport
import Testing

/// The throw-away services themselves: what `scripts/services` promises to people and to the other suites.
@Suite struct ServicesTests {
    @Test("All services are up, and status says so, one line each")
    func statusOfAll() async throws {
        let services = try await Services.shared()
        let status = try await run(["scripts/services", "status", services.folder.path])
        #expect(status.status == 0, "\(status.stdout)\(status.stderr)")
        for name in Services.Name.allCases {
            #expect(status.stdout.contains("\(name.rawValue) "))
        }
    }

    @Test("A zone is found at the provider the way a resolver finds it")
    func resolvesExample() async throws {
        let services = try await Services.shared()
        #expect(try await services.dig("example.test", "NS", at: .pdns4) == ["ns1.provider.test."])
        #expect(try await services.dig("ns1.provider.test", "A", at: .pdns4) == ["127.0.0.3"])
        #expect(try await services.dig("www.example.test", "A", at: .pdns3) == ["192.0.2.1"])
    }

    @Test("A name that nobody registered does not exist", arguments: ["nobody.test", "example.com"])
    func unknownName(name: String) async throws {
        let services = try await Services.shared()
        let answer = try await run(["dig", "@127.0.0.4", "-p", "\(services.dnsPort)", name, "NS"])
        #expect(answer.stdout.contains("status: NXDOMAIN"))
    }

    @Test("A published text is answered by the provider at once, and gone when it is withdrawn")
    func publishes() async throws {
        let services = try await Services.shared()
        let name = "_publish.example.test"
        try await services.publish(name, "TXT", ["one \"quoted\" \\ text"])
        #expect(try await services.dig(name, "TXT", at: .pdns3) == [#""one \"quoted\" \\ text""#])
        try await services.publish(name, "TXT", [])
        #expect(try await services.dig(name, "TXT", at: .pdns3) == [])
    }

    @Test("A delegated zone exists for the resolver and at the provider until it is given back")
    func delegates() async throws {
        let services = try await Services.shared()
        try await services.delegate("delegated.test")
        #expect(try await services.dig("delegated.test", "NS", at: .pdns4) == ["ns1.provider.test."])
        #expect(try await services.dig("delegated.test", "NS", at: .pdns3) == ["ns1.provider.test."])
        try await services.undelegate("delegated.test")
        #expect(try await services.dig("delegated.test", "NS", at: .pdns4) == [])
    }

    @Test("A fresh database is empty, utf8mb4, and open to the product's user over TCP")
    func freshDatabase() async throws {
        let services = try await Services.shared()
        let url = try #require(URL(string: try await services.freshDatabase()))
        let client = ["mariadb", "--no-defaults", "-h127.0.0.1", "-P\(url.port ?? 0)", "-u\(url.user ?? "")", "-N"]
        let answer = try await run(
            client + [url.lastPathComponent, "-e", "select @@character_set_database; show tables"],
            env: ["MYSQL_PWD": url.password ?? ""]
        )
        #expect(answer.stdout == "utf8mb4\n", "\(answer.stderr)")
    }

    @Test("scaikey-dev names its keys in both discovery documents, and answers unknown paths as ScaiKey does")
    func identityProvider() async throws {
        let services = try await Services.shared()
        let url = try #require(services.env["SCAIKEY_URL"])
        for realm in ["platform/oauth", "auth/tenants/demo"] {
            let document = "\(url)/api/v1/\(realm)/.well-known/openid-configuration"
            let discovery = try await run(["curl", "-sf", "--noproxy", "*", document])
            let members = try JSONDecoder().decode([String: Text].self, from: Data(discovery.stdout.utf8))
            #expect(members["issuer"]?.value?.hasPrefix(url) == true)
            let keys = try await run(["curl", "-sf", "--noproxy", "*", members["jwks_uri"]?.value ?? ""])
            #expect(keys.stdout.contains(#""crv":"P-256""#))
        }
        let unknown = try await run(["curl", "-s", "--noproxy", "*", "-w", " %{http_code}", "\(url)/nowhere"])
        #expect(unknown.stdout == #"{"detail":"Not Found"} 404"#)
    }

    @Test("The env file holds secrets and is closed to others")
    func envIsPrivate() async throws {
        let services = try await Services.shared()
        for name in ["env", "ports"] {
            let path = services.folder.appending(path: name).path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        #expect(services.env["SESSION_SECRET"] != services.env["API_KEY_PEPPER"])
    }
}

/// A member of a JSON object, where it is a text.
private struct Text: Decodable {
    let value: String?

    init(from decoder: any Decoder) throws {
        value = try? decoder.singleValueContainer().decode(String.self)  // other members are lists
    }
}

/// Faults and whole life cycles; each test has services of its own.
@Suite struct ServicesFaultTests {
    @Test("A service that was stopped is told as down, and comes back on its port with its data")
    func stopAndStart() async throws {
        let services = try await Services.own()
        _ = try await services.sql("create table kept (n int); insert into kept values (7)", database: "scaidns")
        try await services.kill(.mariadb)
        let status = try await run(["scripts/services", "status", services.folder.path])
        #expect(status.status == 1)
        #expect(status.stdout.contains("mariadb  down"))
        try await services.start(.mariadb)
        #expect(try await services.sql("select n from kept", database: "scaidns") == "7\n")
        try await services.stop(.pdns3)
        await #expect(throws: ScriptFailed.self) { try await services.dig("www.example.test", "A", at: .pdns3) }
        try await services.start(.pdns3)
        #expect(try await services.dig("www.example.test", "A", at: .pdns3) == ["192.0.2.1"])
        try await services.down()
        #expect(!FileManager.default.fileExists(atPath: services.folder.path))
    }

    @Test("Up and down may be repeated; ports and data stay")
    func repeats() async throws {
        let services = try await Services.own()
        let folder = services.folder.path
        let before = try String(contentsOfFile: "\(folder)/env", encoding: .utf8)
        try await services.publish("again.example.test", "A", ["192.0.2.77"])
        for command in ["up", "down", "down", "up"] {
            #expect(try await run(["scripts/services", command, folder]).status == 0)
        }
        #expect(try String(contentsOfFile: "\(folder)/env", encoding: .utf8) == before)
        #expect(try await services.dig("again.example.test", "A", at: .pdns3) == ["192.0.2.77"])
        try await services.down()
    }

    @Test("A pid file of another process is not believed, and that process not harmed")
    func foreignPid() async throws {
        let services = try await Services.own()
        try await services.stop(.redis)
        let ours = ProcessInfo.processInfo.processIdentifier
        try "\(ours) 1\n".write(to: services.folder.appending(path: "run/redis.pid"), atomically: true, encoding: .utf8)
        let status = try await run(["scripts/services", "status", services.folder.path])
        #expect(status.stdout.contains("redis    down"))
        try await services.down()  // would have ended this very process
    }

    @Test("Services end at once although their starter blocks SIGTERM")
    func blockedSignals() async throws {
        let folder = try temporaryFolder().path
        let block = "use POSIX; sigprocmask(SIG_BLOCK, POSIX::SigSet->new(SIGTERM)); exec @ARGV"
        let up = try await run(["perl", "-e", block, "scripts/services", "up", folder])
        #expect(up.status == 0, "\(up.stderr)")
        let down = try await run(["scripts/services", "down", folder, "--remove"])
        #expect(!down.stderr.contains("killed"), "\(down.stderr)")
    }

    @Test("When the owner is killed, everything goes down and the folder away")
    func ownerDies() async throws {
        let owner = Process()
        owner.executableURL = URL(filePath: "/bin/sleep")
        owner.arguments = ["60"]
        try owner.run()
        let folder = try temporaryFolder().path
        let up = try await run(["scripts/services", "up", folder, "--owner", "\(owner.processIdentifier)"])
        #expect(up.status == 0, "\(up.stderr)")
        let pids = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/run").filter { $0.hasSuffix(".pid") }
        #expect(pids.count >= 5)
        kill(owner.processIdentifier, SIGKILL)
        try await eventually(within: .seconds(20)) { !FileManager.default.fileExists(atPath: folder) }
    }

    @Test("Several sets at once keep out of each other's way")
    func severalAtOnce() async throws {
        async let one = Services.own()
        async let two = Services.own()
        let (first, second) = try await (one, two)
        #expect(first.dnsPort != second.dnsPort)
        try await first.publish("only.example.test", "A", ["192.0.2.1"])
        #expect(try await second.dig("only.example.test", "A", at: .pdns3) == [])
        try await first.down()
        try await second.down()
    }
}
