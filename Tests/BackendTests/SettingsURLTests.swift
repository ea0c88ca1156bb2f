import Testing

@testable import Backend

@Suite("DATABASE_URL, REDIS_URL and the URLs of others")
struct SettingsURLTests {
    @Test("Every scheme of DATABASE_URL is understood", arguments: ["mysql+asyncmy", "mysql", "mariadb", "MySQL"])
    func schemes(scheme: String) throws {
        let url = try DatabaseURL("\(scheme)://user:pass@host:3307/scaidns")
        #expect((url.host, url.port, url.user, url.database) == ("host", 3307, "user", "scaidns"))
        #expect(url.password.reveal() == "pass")
        #expect(url.security == .off)
    }

    @Test("Percent-encoding is taken off user, password, database and socket")
    func percentEncoding() throws {
        let url = try DatabaseURL(
            "mysql://us%40er:p%3A%2f%23%25%C3%A4@[2001:DB8::1]/sc%61i?unix_socket=%2Frun%2Fs.sock")
        #expect((url.user, url.password.reveal(), url.database) == ("us@er", "p:/#%ä", "scai"))
        #expect((url.host, url.port, url.unixSocket) == ("2001:db8::1", 3306, "/run/s.sock"))
    }

    @Test("A password may hold colons, or be absent")
    func passwords() throws {
        #expect(try DatabaseURL("mysql://u:a:b@h/d").password.reveal() == "a:b")
        #expect(try DatabaseURL("mysql://u@/d?unix_socket=/s").password.reveal() == "")
    }

    @Test(
        "The query of DATABASE_URL says how the connection is protected",
        arguments: [
            ("", TransportSecurity.off),
            ("?charset=utf8mb4", .off),
            ("?ssl=false", .off),
            ("?ssl=true", .verified(caFile: nil)),
            ("?ssl_ca=/ca.pem", .verified(caFile: "/ca.pem")),
            ("?ssl=true&ssl_ca=/ca.pem&ssl_verify=true", .verified(caFile: "/ca.pem")),
            ("?ssl=true&ssl_verify=false", .unverified),
            ("?ssl_verify=false", .unverified),
        ]
    )
    func security(query: String, security: TransportSecurity) throws {
        #expect(try DatabaseURL("mysql://u:p@h/d\(query)").security == security)
    }

    @Test(
        "A wrong DATABASE_URL is refused with what is expected",
        arguments: [
            ("nonsense", "a URL with a scheme and ://"),
            ("postgresql://u:p@h/d", DatabaseSettings.form),
            ("mysql://h/d", "a user of 1 to 128 bytes before the @"),
            ("mysql://:p@h/d", "a user of 1 to 128 bytes before the @"),
            ("mysql://u:p@/d", "a host after the @, or ?unix_socket="),
            ("mysql://u:p@h", "the name of a database, 1 to 64 characters, after the host's /"),
            ("mysql://u:p@h/a/b", "the name of a database, 1 to 64 characters, after the host's /"),
            ("mysql://u:p@h:0/d", "a port from 1 to 65535 after the host's colon (an IPv6 address stands in brackets)"),
            (
                "mysql://u:p@h:99999/d",
                "a port from 1 to 65535 after the host's colon (an IPv6 address stands in brackets)"
            ),
            (
                "mysql://u:p@2001:db8::1/d",
                "a port from 1 to 65535 after the host's colon (an IPv6 address stands in brackets)"
            ),
            ("mysql://u:p@[2001:zz::1]/d", "an IPv6 address in the brackets"),
            ("mysql://u:p@h_%20/d", "a host name of ASCII letters, digits, hyphens and dots, or an address"),
            (
                "mysql://u:p@ss@h/d",
                "one @ at most; inside a user name or password it is written %40, and / is written %2F"
            ),
            (
                "mysql://u:p/w@h/d",
                "one @ at most; inside a user name or password it is written %40, and / is written %2F"
            ),
            ("mysql://u:p#w@h/d", "no #; inside a user name or password it is written %23"),
            ("mysql://u:p%2@h/d", "two hexadecimal digits after each %; a percent sign itself is written %25"),
            ("mysql://u:%FF@h/d", "percent-encoded UTF-8 without NUL"),
            ("mysql://u:%00@h/d", "percent-encoded UTF-8 without NUL"),
            ("mysql://u:p w@h/d", "printable ASCII without spaces; anything else percent-encoded"),
            ("mysql://u:p@h/d?sslmode=on", "after the ? only unix_socket, charset, ssl, ssl_ca, ssl_verify"),
            ("mysql://u:p@h/d?ssl=true&ssl=false", "ssl only once"),
            ("mysql://u:p@h/d?ssl=maybe", "true or false as ssl"),
            ("mysql://u:p@h/d?ssl=false&ssl_ca=/ca", "no ssl_ca or ssl_verify with ssl=false"),
            ("mysql://u:p@h/d?ssl_ca=/ca&ssl_verify=false", "ssl_ca or ssl_verify=false, not both"),
            ("mysql://u:p@h/d?ssl_ca=", "the path of a PEM file as ssl_ca"),
            ("mysql://u:p@h/d?unix_socket=s.sock", "an absolute path of at most 107 bytes as unix_socket"),
            ("mysql://u:p@h/d?charset=latin1", "charset=utf8mb4 or none"),
        ]
    )
    func refuses(text: String, expected: String) {
        #expect(throws: Expectation(expected)) { try DatabaseURL(text) }
    }

    @Test(
        "Every form of REDIS_URL is understood",
        arguments: [
            ("redis://h", RedisSettings.Address.host("h", port: 6379), nil, nil, 0, TransportSecurity.off),
            ("redis://u:p@h:1/3", .host("h", port: 1), "u", "p", 3, .off),
            ("redis://:p@h/", .host("h", port: 6379), nil, "p", 0, .off),
            ("rediss://u:p@h", .host("h", port: 6379), "u", "p", 0, .verified(caFile: nil)),
            ("rediss://u:p@h?ssl_ca=/ca", .host("h", port: 6379), "u", "p", 0, .verified(caFile: "/ca")),
            ("unix:///run/r.sock", .socket(path: "/run/r.sock"), nil, nil, 0, .off),
            ("unix://u:p@/run/r.sock?db=2", .socket(path: "/run/r.sock"), "u", "p", 2, .off),
        ] as [(String, RedisSettings.Address, String?, String?, Int, TransportSecurity)]
    )
    func redis(
        text: String,
        address: RedisSettings.Address,
        user: String?,
        password: String?,
        database: Int,
        security: TransportSecurity
    ) throws {
        let url = try RedisURL(text)
        #expect(url.address == address)
        #expect((url.user, url.password?.reveal(), url.database) == (user, password, database))
        #expect(url.security == security)
    }

    @Test(
        "A wrong REDIS_URL is refused",
        arguments: [
            "http://h", "redis://", "redis://u@h", "redis://h/x", "redis://h/-1", "redis://h?ssl=true",
            "redis://h?db=1",
            "unix://h/p", "unix://", "unix:///s?db=x", "rediss://h?ssl=false", "rediss://h?ssl_verify=false",
        ]
    )
    func refusesRedis(text: String) {
        #expect(throws: Expectation.self) { try RedisURL(text) }
    }

    @Test(
        "A web URL loses its trailing slash and its default port",
        arguments: [
            ("https://Example.org:443/", "https://example.org"),
            ("http://example.org:80", "http://example.org"),
            ("http://127.0.0.1:8081//", "http://127.0.0.1:8081"),
            ("https://[::1]:8443/a%2Fb/", "https://[::1]:8443/a%2Fb"),
        ]
    )
    func web(text: String, canonical: String) throws {
        #expect(try WebURL(text).description == canonical)
    }

    @Test(
        "A web URL with anything else is refused",
        arguments: [
            "ftp://h", "h:80", "https://", "https://u:p@h", "https://h?x=1", "https://h?", "https://h#f", "https:///p",
        ]
    )
    func refusesWeb(text: String) {
        #expect(throws: Expectation.self) { try WebURL(text) }
    }
}
