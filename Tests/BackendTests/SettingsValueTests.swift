import Core
import Testing

@testable import Backend

@Suite("The value of each variable")
struct SettingsValueTests {
    @Test("With the required variables alone everything else has its documented default")
    func defaults() throws {
        let outcome = serverSettings([:])
        let settings = try #require(outcome.value)
        #expect(outcome.warnings.isEmpty)
        #expect((settings.database.poolSize, settings.redis.maximumConnections) == (20, 20))
        #expect((settings.powerDNS.serverID, settings.powerDNS.maximumConnections) == ("localhost", 6))
        #expect((settings.powerDNS.timeout, settings.powerDNS.pushWait) == (10, 3))
        #expect((settings.scaiKey.tokenCacheTTL, settings.scaiKey.jwksCacheTTL) == (60, 3600))
        #expect(
            settings.scaiKey.discoveryURL.description
                == "https://scaikey.example.org/api/v1/platform/oauth/.well-known/openid-configuration"
        )
        #expect(
            settings.scaiKey.issuers == [
                "https://scaikey.example.org", "https://scaikey.example.org/tenants/{tenant_id}",
            ]
        )
        #expect(settings.http.corsOrigins.isEmpty)
        #expect(settings.http.trustedProxies == ["127.0.0.0/8", "::1"])
        #expect(!settings.http.servesMetrics)
        #expect(settings.secrets.auditSealKey == nil)
        #expect((settings.log.environment, settings.log.isDebug) == (.production, false))
        #expect((settings.log.level, settings.log.format) == (.info, .text))
        #expect((settings.process.maximumJobs, settings.process.shutdownGrace) == (10, 30))
        #expect((settings.process.purgeAfterDays, settings.process.auditRetentionDays) == (30, nil))
        #expect((settings.validation.challengeTTL, settings.validation.expiryHours) == (3600, 72))
        #expect((settings.validation.checkInterval, settings.validation.authoritativePort) == (60, 53))
        #expect(settings.validation.resolvers.map(\.text) == ["1.1.1.1:53", "8.8.8.8:53", "9.9.9.9:53"])
        #expect(!settings.validation.allowsPrivate)
        #expect(
            (settings.rateLimits.user, settings.rateLimits.apiKey, settings.rateLimits.anonymous) == (1000, 100, 60))
        #expect(settings.dnssec.defaultAlgorithm == 13)
        #expect((settings.dnssec.kskLifetimeDays, settings.dnssec.zskLifetimeDays) == (365, 30))
    }

    @Test("The required variables arrive where they belong")
    func required() throws {
        let settings = try #require(serverSettings([:]).value)
        #expect((settings.database.host, settings.database.port) == ("db.example.org", 3307))
        #expect(settings.redis.address == .host("redis.example.org", port: 6380))
        #expect(settings.redis.database == 2)
        #expect(settings.powerDNS.apiURL.description == "http://127.0.0.1:8081")
        #expect(settings.powerDNS.apiKey.reveal() == "changeme")
        #expect(settings.scaiKey.directory.url.description == "https://scaikey.example.org")
        #expect(settings.scaiKey.directory.clientID == "client")
        #expect(settings.scaiKey.directory.clientSecret.reveal() == "client secret")
        #expect(settings.scaiKey.directory.applicationID == "app_1")
        #expect(settings.scaiKey.webhookSecret.reveal() == "webhook secret")
        #expect(settings.http.externalURL.description == "https://scaidns.example.org")
        #expect(settings.secrets.sessionSecret.reveal() == "session-session-session-session-")
        #expect(settings.secrets.apiKeyPepper.reveal() == "pepper-pepper-pepper-pepper-pepp")
    }

    @Test("Every optional variable changes its own value")
    func optional() throws {
        let outcome = serverSettings([
            "DATABASE_POOL_SIZE": "1", "REDIS_MAX_CONNECTIONS": "2", "PDNS_SERVER_ID": "other",
            "PDNS_MAX_CONNECTIONS": "3", "PDNS_TIMEOUT_SECONDS": "4", "PDNS_PUSH_WAIT_SECONDS": "0",
            "SCAIKEY_DISCOVERY_URL": "https://id.example.org/d",
            "SCAIKEY_ISSUERS": "https://a.example, https://b.example/{tenant_id}",
            "SCAIKEY_TOKEN_CACHE_TTL": "0", "SCAIKEY_JWKS_CACHE_TTL": "60",
            "CORS_ORIGINS": "[\"https://A.example:443\", \"http://localhost:3000\", \"*\"]",
            "TRUSTED_PROXIES": "10.0.0.0/8, 2001:db8::/32,192.0.2.1", "METRICS_ENABLED": "yes",
            "AUDIT_SEAL_KEY": "seal-seal-seal-seal-seal-seal-se", "ENVIRONMENT": "Development", "DEBUG": "TRUE",
            "LOG_LEVEL": "warning", "LOG_FORMAT": "JSON", "ARQ_MAX_JOBS": "5", "SHUTDOWN_GRACE_SECONDS": "6",
            "PURGE_AFTER_DAYS": "7", "AUDIT_RETENTION_DAYS": "8", "VALIDATION_CHALLENGE_TTL": "9",
            "VALIDATION_EXPIRY_HOURS": "10", "VALIDATION_CHECK_INTERVAL_SECONDS": "11",
            "VALIDATION_RESOLVERS": "127.0.0.4:5353, 2620:fe::fe,[2620:fe::fe]:54", "VALIDATION_ALLOW_PRIVATE": "1",
            "VALIDATION_AUTHORITATIVE_PORT": "5300", "RATE_LIMIT_USER_PER_MINUTE": "12",
            "RATE_LIMIT_API_KEY_PER_MINUTE": "13", "RATE_LIMIT_ANONYMOUS_PER_MINUTE": "14",
            "DNSSEC_DEFAULT_ALGORITHM": "15", "DNSSEC_KSK_LIFETIME_DAYS": "16", "DNSSEC_ZSK_LIFETIME_DAYS": "17",
        ])
        #expect(outcome.faults.isEmpty)
        let settings = try #require(outcome.value)
        #expect((settings.database.poolSize, settings.redis.maximumConnections) == (1, 2))
        #expect((settings.powerDNS.serverID, settings.powerDNS.maximumConnections) == ("other", 3))
        #expect((settings.powerDNS.timeout, settings.powerDNS.pushWait) == (4, 0))
        #expect(settings.scaiKey.discoveryURL.description == "https://id.example.org/d")
        #expect(settings.scaiKey.issuers == ["https://a.example", "https://b.example/{tenant_id}"])
        #expect((settings.scaiKey.tokenCacheTTL, settings.scaiKey.jwksCacheTTL) == (0, 60))
        #expect(settings.http.corsOrigins == ["https://a.example", "http://localhost:3000", "*"])
        #expect(settings.http.trustedProxies == ["10.0.0.0/8", "2001:db8::/32", "192.0.2.1"])
        #expect(settings.http.servesMetrics)
        #expect(settings.secrets.auditSealKey?.reveal() == "seal-seal-seal-seal-seal-seal-se")
        #expect((settings.log.environment, settings.log.isDebug) == (.development, true))
        #expect((settings.log.level, settings.log.format) == (.debug, .json))
        #expect((settings.process.maximumJobs, settings.process.shutdownGrace) == (5, 6))
        #expect((settings.process.purgeAfterDays, settings.process.auditRetentionDays) == (7, 8))
        #expect((settings.validation.challengeTTL, settings.validation.expiryHours) == (9, 10))
        #expect((settings.validation.checkInterval, settings.validation.authoritativePort) == (11, 5300))
        #expect(
            settings.validation.resolvers.map(\.text) == ["127.0.0.4:5353", "[2620:fe::fe]:53", "[2620:fe::fe]:54"])
        #expect(settings.validation.allowsPrivate)
        #expect((settings.rateLimits.user, settings.rateLimits.apiKey, settings.rateLimits.anonymous) == (12, 13, 14))
        #expect(settings.dnssec.defaultAlgorithm == 15)
        #expect((settings.dnssec.kskLifetimeDays, settings.dnssec.zskLifetimeDays) == (16, 17))
    }

    @Test("A level other than DEBUG holds while DEBUG is off")
    func level() {
        #expect(serverSettings(["LOG_LEVEL": "error"]).value?.log.level == .error)
    }

    @Test("VALIDATION_AUTHORITATIVE_PORT is not heeded without VALIDATION_ALLOW_PRIVATE, and that is said")
    func port() {
        let outcome = serverSettings(["VALIDATION_AUTHORITATIVE_PORT": "5300"])
        #expect(outcome.value?.validation.authoritativePort == 53)
        #expect(outcome.warnings.map(\.subject) == ["VALIDATION_AUTHORITATIVE_PORT"])
    }

    @Test(
        "Plain http to another host is a warning, to this one it is not",
        arguments: [
            ("PDNS_API_URL", "http://pdns.internal:8081", 1), ("PDNS_API_URL", "http://127.evil.example:8081", 1),
            ("PDNS_API_URL", "https://pdns.internal", 0), ("PDNS_API_URL", "http://localhost:1", 0),
            ("PDNS_API_URL", "http://[::1]:1", 0), ("PDNS_API_URL", "http://127.0.0.2:1", 0),
            ("SCAIKEY_URL", "http://scaikey.internal", 1),
        ]
    )
    func plainHTTP(name: String, url: String, warnings: Int) {
        let outcome = serverSettings([name: url])
        #expect(outcome.value != nil)
        #expect(outcome.warnings.filter { $0.subject == name && $0.message.contains("plain http") }.count == warnings)
    }

    @Test("ssl_verify=false of the database is a warning")
    func unverified() {
        let outcome = serverSettings(["DATABASE_URL": "mysql://u:p@h/d?ssl=true&ssl_verify=false"])
        #expect(outcome.value?.database.security == .unverified)
        #expect(outcome.warnings.map(\.subject) == ["DATABASE_URL"])
    }
}
