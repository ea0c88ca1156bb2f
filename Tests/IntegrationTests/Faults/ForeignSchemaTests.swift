import TestSupport
import Testing

/// A server on a database that is not for it: it says what to do and ends, and writes nothing there.
@Suite("A database that is not for this server")
struct ForeignSchemaTests {
    @Test(
        "The start ends with exit 1 and says what to do",
        arguments: [
            ("CREATE TABLE cryptokeys (id INT)", "holds PowerDNS's tables"),
            ("DELETE FROM schema_migrations ORDER BY version DESC, statement DESC LIMIT 2", "run scaidns db upgrade"),
            ("UPDATE schema_migrations SET sha256 = REPEAT('x', 32) LIMIT 1", "was run in another form"),
            (
                "INSERT INTO schema_migrations VALUES (999, 1, REPEAT('x', 32), '99.0.0', NOW(6))",
                "release 99.0.0 or later works with it"
            ),
        ]
    )
    func refused(statement: String, words: String) async throws {
        let lab = try await Lab.open()
        _ = try await lab.sql(statement)
        let before = try await lab.sql("SELECT COUNT(*) FROM jobs UNION SELECT MAX(version) FROM schema_migrations")
        let output = try await run([product("scaidnsd"), "all", "--port", "0"], env: lab.environment())
        #expect(output.status == 1)
        #expect(output.stderr.contains(words), "\(output.stderr)")
        #expect(
            try await lab.sql("SELECT COUNT(*) FROM jobs UNION SELECT MAX(version) FROM schema_migrations") == before)
    }

    @Test("A newer schema that this release can work with is served: a rolling upgrade restarts old processes")
    func compatible() async throws {
        let lab = try await Lab.open()
        _ = try await lab.sql(
            "INSERT INTO schema_migrations VALUES (999, 1, REPEAT('x', 32), '0.1.0', NOW(6))"
        )
        let server = try await lab.server("api")
        #expect(try await server.request("GET", "/health/ready", using: lab).status == 200)
    }
}
