import Foundation
import Testing

@testable import MariaDB

extension MariaDBTests {
    @Suite("Connecting")
    struct Connecting {
        @Test("Each session has the settings that statements count on")
        func settings() async throws {
            try await withPool { pool in
                let row = try await pool.query(
                    """
                    SELECT @@tx_isolation, @@time_zone, @@sql_mode, @@innodb_lock_wait_timeout,
                           @@character_set_client, @@character_set_results, @@max_statement_time
                    """
                ).rows.first
                #expect(
                    row?.values == [
                        .text("READ-COMMITTED"), .text("+00:00"), .text("STRICT_ALL_TABLES"), .int(5),
                        .text("utf8mb4"), .text("utf8mb4"), .double(30),
                    ]
                )
            }
        }

        @Test("A connection says what server it has")
        func serverInfo() async throws {
            try await withPool { pool in
                let (version, info) = try await pool.withConnection { ($0.serverVersion, try await $0.serverInfo()) }
                #expect(info.isMariaDB && info.version == version && info.connectionID > 0)
            }
        }

        @Test("A Unix socket serves without host and port")
        func unixSocket() async throws {
            let socket = try server.socket
            try await withPool(change: {
                $0.unixSocket = socket
                $0.host = "192.0.2.1"
            }) { pool in
                let user = try await firstValue(of: "SELECT USER()", in: pool)
                #expect(user == .text("scaidns@localhost"))
            }
        }

        @Test("The host localhost means TCP")
        func localhost() async throws {
            try await withPool(change: { $0.host = "localhost" }) { pool in
                let user = try await firstValue(of: "SELECT USER()", in: pool)
                #expect(user == .text("scaidns@127.0.0.1"))
            }
        }

        @Test("A wrong password is the server's error and leaves the pool as it was")
        func wrongPassword() async throws {
            try await withPool(size: 1, change: { $0.password = "wrong" }) { pool in
                for _ in 0..<3 {
                    let error = await #expect(throws: DatabaseError.self) { try await pool.query("SELECT 1") }
                    #expect(error?.code == 1045)
                }
                #expect(pool.statistics == PoolStatistics(size: 1, inUse: 0, idle: 0, waiting: 0))
            }
        }

        @Test("Nothing that listens is a lost connection")
        func refused() async throws {
            try await withPool(change: { $0.port = 1 }) { pool in
                let error = await #expect(throws: DatabaseError.self) { try await pool.query("SELECT 1") }
                #expect(error?.isConnectionLost == true)
            }
        }

        @Test("A server that accepts and says nothing is given up in time")
        func silentServer() async throws {
            let listener = try SilentListener()
            let start = ContinuousClock.now
            try await withPool(change: {
                $0.port = listener.port
                $0.connectTimeout = 1
            }) { pool in
                let error = await #expect(throws: DatabaseError.self) { try await pool.query("SELECT 1") }
                #expect(error?.isConnectionLost == true)
            }
            #expect(ContinuousClock.now - start < .seconds(4))
        }

        @Test("TLS with the right authority and name is used", arguments: [true, false])
        func verified(verifies: Bool) async throws {
            let authority = try server.authority
            try await withPool(change: {
                $0.host = "localhost"
                $0.tls = verifies ? .verified(caFile: authority) : .unverified
            }) { pool in
                let row = try await pool.query("SHOW SESSION STATUS LIKE 'Ssl_version'").rows.first
                #expect(row?.values.last == .text("TLSv1.3"))
                // Long enough for several records.
                let text = String(repeating: "x", count: 100_000)
                let echo = try await firstValue(of: "SELECT ?", [.text(text)], in: pool)
                #expect(echo == .text(text))
            }
        }

        @Test("A certificate of another authority is refused")
        func wrongAuthority() async throws {
            let other = try server.otherAuthority
            try await expectRefusal(host: "localhost", .verified(caFile: other))
        }

        @Test("A certificate that no authority of the system knows is refused")
        func systemAuthorities() async throws {
            try await expectRefusal(host: "localhost", .verified(caFile: nil))
        }

        @Test("A certificate for another host is refused")
        func wrongHost() async throws {
            let authority = try server.authority
            try await expectRefusal(host: "127.0.0.1", .verified(caFile: authority))
        }

        @Test("A killed connection is replaced under TLS as well")
        func killedUnderTLS() async throws {
            try await withPool(size: 1, change: { $0.tls = .unverified }) { pool in
                let first = try await pool.withConnection { try await $0.serverInfo().connectionID }
                try await killConnection(first)
                let second = try await pool.withConnection { try await $0.serverInfo().connectionID }
                #expect(first != second)
                // What the server sends unasked after the handshake is not taken for a lost connection.
                let third = try await pool.withConnection { try await $0.serverInfo().connectionID }
                #expect(second == third)
            }
        }

        @Test("A printed configuration shows no password")
        func secret() throws {
            var configuration = try server.configuration()
            configuration.password = "hunter2"
            var dumped = ""
            dump(configuration, to: &dumped)
            #expect(!"\(configuration) \(String(reflecting: configuration)) \(dumped)".contains("hunter2"))
        }

        private func expectRefusal(host: String, _ mode: DatabaseConfiguration.TLSMode) async throws {
            try await withPool(change: {
                $0.host = host
                $0.tls = mode
            }) { pool in
                let error = await #expect(throws: DatabaseError.self) { try await pool.query("SELECT 1") }
                #expect(error?.code == 2026)
            }
        }
    }
}

/// A port that takes connections and never says a word.
private final class SilentListener {
    let port: UInt16
    private let socket: Int32

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = try MariaDBServer.bindToFreePort(socket)
        listen(socket, 8)
    }

    deinit { close(socket) }
}
