import Testing

@testable import Backend

@Suite("Wrong and missing settings")
struct SettingsFaultTests {
    @Test(
        "A bad value is refused in the name of its variable",
        arguments: [
            ("DATABASE_URL", "nonsense"), ("DATABASE_POOL_SIZE", "0"), ("DATABASE_POOL_SIZE", "1001"),
            ("DATABASE_POOL_SIZE", "ten"), ("DATABASE_POOL_SIZE", "+5"), ("DATABASE_POOL_SIZE", "99999999999999999999"),
            ("REDIS_URL", "http://h"), ("REDIS_MAX_CONNECTIONS", "-1"), ("PDNS_API_URL", "pdns"),
            ("PDNS_API_URL", "http://127.0.0.1:8081/api/v1"), ("PDNS_API_KEY", "two\nlines"), ("PDNS_SERVER_ID", "a/b"),
            ("PDNS_MAX_CONNECTIONS", "101"), ("PDNS_TIMEOUT_SECONDS", "0"), ("PDNS_PUSH_WAIT_SECONDS", "61"),
            ("SCAIKEY_URL", "scaikey.example.org"), ("SCAIKEY_CLIENT_ID", "a b"), ("SCAIKEY_CLIENT_SECRET", "a\u{1b}b"),
            ("SCAIKEY_APPLICATION_ID", "äpp"), ("SCAIKEY_WEBHOOK_SECRET", "a\tb"), ("SCAIKEY_DISCOVERY_URL", "x"),
            ("SCAIKEY_ISSUERS", "https://a.example,,"), ("SCAIKEY_ISSUERS", "a.example"),
            ("SCAIKEY_TOKEN_CACHE_TTL", "3601"),
            ("SCAIKEY_JWKS_CACHE_TTL", "1"), ("EXTERNAL_URL", "https://example.org/scaidns"),
            ("EXTERNAL_URL", "scaidns.example.org"), ("CORS_ORIGINS", "https://a.example"), ("CORS_ORIGINS", "[1]"),
            ("CORS_ORIGINS", "[\"https://a.example/path\"]"), ("CORS_ORIGINS", "[\"https://a.example/\"]"),
            ("TRUSTED_PROXIES", "proxy.example"), ("TRUSTED_PROXIES", "10.0.0.0/33"), ("TRUSTED_PROXIES", "::1/129"),
            ("TRUSTED_PROXIES", "10.0.0.0/"), ("TRUSTED_PROXIES", "10.0.0.1,"), ("METRICS_ENABLED", "maybe"),
            ("SESSION_SECRET", "short"), ("API_KEY_PEPPER", "short"), ("AUDIT_SEAL_KEY", "short"),
            ("ENVIRONMENT", "live"), ("DEBUG", "true"), ("DEBUG", "2"), ("LOG_LEVEL", "LOUD"), ("LOG_FORMAT", "xml"),
            ("ARQ_MAX_JOBS", "0"), ("SHUTDOWN_GRACE_SECONDS", "3601"), ("PURGE_AFTER_DAYS", "0"),
            ("AUDIT_RETENTION_DAYS", "-1"), ("VALIDATION_CHALLENGE_TTL", "0"), ("VALIDATION_EXPIRY_HOURS", "0"),
            ("VALIDATION_CHECK_INTERVAL_SECONDS", "0"), ("VALIDATION_RESOLVERS", "dns.example"),
            ("VALIDATION_RESOLVERS", "1.1.1.1,"), ("VALIDATION_ALLOW_PRIVATE", "x"),
            ("VALIDATION_AUTHORITATIVE_PORT", "0"),
            ("RATE_LIMIT_USER_PER_MINUTE", "0"), ("RATE_LIMIT_API_KEY_PER_MINUTE", "x"),
            ("RATE_LIMIT_ANONYMOUS_PER_MINUTE", "1.5"), ("DNSSEC_DEFAULT_ALGORITHM", "5"),
            ("DNSSEC_DEFAULT_ALGORITHM", "+13"), ("VALIDATION_RESOLVERS", "[::1]53"),
            ("DNSSEC_KSK_LIFETIME_DAYS", "0"), ("DNSSEC_ZSK_LIFETIME_DAYS", "x"),
        ]
    )
    func refuses(name: String, value: String) {
        #expect(serverSettings([name: value]).faults.map(\.subject) == [name])
    }

    @Test("Nothing given: every required variable is named at once")
    func nothing() {
        let outcome = Settings.read(ServerSettings.self, from: settingsSource())
        #expect(Set(outcome.faults.map(\.subject)) == Set(completeEnvironment.keys))
        #expect(outcome.faults.allSatisfy { $0.given == nil })
        #expect(outcome.warnings.isEmpty)
    }

    @Test("Several faults are told in one text, with what was given and what is expected")
    func rendered() {
        let outcome = serverSettings(["LOG_LEVEL": "LOUD", "PDNS_API_KEY": "", "SESSION_SECRET": "hunter2"])
        #expect(
            Settings.render(outcome.faults) == """
                3 settings are missing or wrong:
                  PDNS_API_KEY: not given; expected the api-key of pdns.conf
                  SESSION_SECRET: was *** (7 characters); expected at least 32 characters
                  LOG_LEVEL: was "LOUD"; expected one of DEBUG, INFO, WARNING, ERROR
                """
        )
        #expect(Settings.render([outcome.faults[0]]).hasPrefix("A setting is missing or wrong:\n"))
    }

    @Test("SESSION_SECRET and API_KEY_PEPPER must differ")
    func equalSecrets() {
        let secret = String(repeating: "s", count: 32)
        #expect(
            serverSettings(["SESSION_SECRET": secret, "API_KEY_PEPPER": secret]).faults.map(\.sentence)
                == ["API_KEY_PEPPER: was *** (32 characters); expected another value than SESSION_SECRET"]
        )
    }

    @Test("DEBUG is refused in production and allowed elsewhere")
    func debug() {
        #expect(serverSettings(["DEBUG": "true", "ENVIRONMENT": "production"]).faults.map(\.subject) == ["DEBUG"])
        #expect(serverSettings(["DEBUG": "true", "ENVIRONMENT": "staging"]).value?.log.level == .debug)
    }

    @Test(
        "No fault, warning or print shows a secret",
        arguments: [
            "mysql://u:hunter2@h:0/d", "mysql://u:hunter2@hunter2@h/d", "mysql://u:hunter2", "mysql://u:hunter2@h?x=y",
            "u:hunter2@h", "u:hunter2", "mysql://u:hun/ter2@h/d?hunter2=1@h",
        ]
    )
    func redactsURLs(url: String) {
        for name in ["DATABASE_URL", "REDIS_URL", "PDNS_API_URL", "EXTERNAL_URL"] {
            let faults = serverSettings([name: url]).faults
            #expect(faults.map(\.subject) == [name])
            #expect(!Settings.render(faults).contains("hunter2"))
        }
    }

    @Test("What surrounds a password is shown, so that the fault can be found")
    func showsTheRest() {
        #expect(
            serverSettings(["DATABASE_URL": "mysql://u:hunter2@db:0/d"]).faults[0].given == "\"mysql://***@db:0/d\""
        )
        #expect(serverSettings(["EXTERNAL_URL": "https://h/p"]).faults[0].given == "\"https://h/p\"")
    }

    @Test("A secret prints stars however it is printed")
    func secret() throws {
        let settings = try #require(serverSettings(["PDNS_API_KEY": "hunter2"]).value)
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped, "\(Secret("hunter2"))"] {
            #expect(!text.contains("hunter2"))
            #expect(text.contains("***"))
        }
    }

    @Test("Controls in a value are escaped and long values cut")
    func escapes() {
        let given = serverSettings(["LOG_LEVEL": "\u{1b}[2J\u{202e}\"" + String(repeating: "x", count: 200)]).faults[0]
            .given
        #expect(given == "\"\\u{1b}[2J\\u{202e}\\\"" + String(repeating: "x", count: 114) + "…\"")
    }

    @Test("A command demands only what it uses")
    func eachCommand() {
        let none = settingsSource()
        #expect(Settings.read(DatabaseSettings.self, from: none).faults.map(\.subject) == ["DATABASE_URL"])
        #expect(Settings.read(RegistrationSettings.self, from: none).faults.map(\.subject) == ["SCAIKEY_URL"])
        #expect(
            Settings.read(SyncSettings.self, from: none).faults.map(\.subject) == [
                "DATABASE_URL", "SCAIKEY_URL", "SCAIKEY_CLIENT_ID", "SCAIKEY_CLIENT_SECRET", "SCAIKEY_APPLICATION_ID",
            ]
        )
        #expect(
            Settings.read(AuditVerificationSettings.self, from: none).faults.map(\.subject)
                == ["DATABASE_URL", "API_KEY_PEPPER"]
        )
        let wrong = settingsSource(["DATABASE_URL": "mysql://u:p@h/d", "LOG_LEVEL": "LOUD"])
        #expect(Settings.read(DatabaseSettings.self, from: wrong).value != nil)
    }

    @Test("audit verify takes AUDIT_SEAL_KEY before API_KEY_PEPPER")
    func sealSource() {
        let url = ["DATABASE_URL": "mysql://u:p@h/d"]
        let (key, pepper) = (String(repeating: "k", count: 32), String(repeating: "p", count: 32))
        let both = url.merging(["AUDIT_SEAL_KEY": key, "API_KEY_PEPPER": pepper]) { $1 }
        #expect(
            Settings.read(AuditVerificationSettings.self, from: settingsSource(both)).value?.sealSource
                == .key(Secret(key))
        )
        let one = url.merging(["API_KEY_PEPPER": pepper]) { $1 }
        #expect(
            Settings.read(AuditVerificationSettings.self, from: settingsSource(one)).value?.sealSource
                == .pepper(Secret(pepper))
        )
    }
}
