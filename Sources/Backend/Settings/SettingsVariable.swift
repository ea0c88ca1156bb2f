/// Every environment variable that the server and the bootstrap commands read (`operations.md` 1).
///
/// Each may be given as `NAME`, or as `NAME_FILE` with the path of a file that holds the value.
public enum SettingsVariable: String, CaseIterable, Sendable {
    case databaseURL = "DATABASE_URL"
    case databasePoolSize = "DATABASE_POOL_SIZE"

    case redisURL = "REDIS_URL"
    case redisMaxConnections = "REDIS_MAX_CONNECTIONS"

    case powerDNSAPIURL = "PDNS_API_URL"
    case powerDNSAPIKey = "PDNS_API_KEY"
    case powerDNSServerID = "PDNS_SERVER_ID"
    case powerDNSMaxConnections = "PDNS_MAX_CONNECTIONS"
    case powerDNSTimeoutSeconds = "PDNS_TIMEOUT_SECONDS"
    case powerDNSPushWaitSeconds = "PDNS_PUSH_WAIT_SECONDS"

    case scaiKeyURL = "SCAIKEY_URL"
    case scaiKeyClientID = "SCAIKEY_CLIENT_ID"
    case scaiKeyClientSecret = "SCAIKEY_CLIENT_SECRET"
    case scaiKeyApplicationID = "SCAIKEY_APPLICATION_ID"
    case scaiKeyWebhookSecret = "SCAIKEY_WEBHOOK_SECRET"
    case scaiKeyDiscoveryURL = "SCAIKEY_DISCOVERY_URL"
    case scaiKeyIssuers = "SCAIKEY_ISSUERS"
    case scaiKeyTokenCacheTTL = "SCAIKEY_TOKEN_CACHE_TTL"
    case scaiKeyJWKSCacheTTL = "SCAIKEY_JWKS_CACHE_TTL"

    case externalURL = "EXTERNAL_URL"
    case corsOrigins = "CORS_ORIGINS"
    case trustedProxies = "TRUSTED_PROXIES"
    case metricsEnabled = "METRICS_ENABLED"

    case sessionSecret = "SESSION_SECRET"
    case apiKeyPepper = "API_KEY_PEPPER"
    case auditSealKey = "AUDIT_SEAL_KEY"

    case environment = "ENVIRONMENT"
    case debug = "DEBUG"
    case logLevel = "LOG_LEVEL"
    case logFormat = "LOG_FORMAT"

    case arqMaxJobs = "ARQ_MAX_JOBS"
    case shutdownGraceSeconds = "SHUTDOWN_GRACE_SECONDS"
    case purgeAfterDays = "PURGE_AFTER_DAYS"
    case auditRetentionDays = "AUDIT_RETENTION_DAYS"

    case validationChallengeTTL = "VALIDATION_CHALLENGE_TTL"
    case validationExpiryHours = "VALIDATION_EXPIRY_HOURS"
    case validationCheckIntervalSeconds = "VALIDATION_CHECK_INTERVAL_SECONDS"
    case validationResolvers = "VALIDATION_RESOLVERS"
    case validationAllowPrivate = "VALIDATION_ALLOW_PRIVATE"
    case validationAuthoritativePort = "VALIDATION_AUTHORITATIVE_PORT"

    case rateLimitUserPerMinute = "RATE_LIMIT_USER_PER_MINUTE"
    case rateLimitAPIKeyPerMinute = "RATE_LIMIT_API_KEY_PER_MINUTE"
    case rateLimitAnonymousPerMinute = "RATE_LIMIT_ANONYMOUS_PER_MINUTE"

    case dnssecDefaultAlgorithm = "DNSSEC_DEFAULT_ALGORITHM"
    case dnssecKSKLifetimeDays = "DNSSEC_KSK_LIFETIME_DAYS"
    case dnssecZSKLifetimeDays = "DNSSEC_ZSK_LIFETIME_DAYS"

    /// The name under which a file with the value is given.
    public var fileName: String { rawValue + "_FILE" }

    /// How a value of this variable may be shown.
    var exposure: Exposure {
        switch self {
        case .powerDNSAPIKey, .scaiKeyClientSecret, .scaiKeyWebhookSecret, .sessionSecret, .apiKeyPepper, .auditSealKey:
            .secret
        // All of them may carry a user and a password, by right or by mistake.
        case .databaseURL, .redisURL, .powerDNSAPIURL, .scaiKeyURL, .scaiKeyDiscoveryURL, .externalURL: .url
        default: .open
        }
    }

    /// What of a value may stand in a message.
    enum Exposure: Sendable {
        case open
        /// Everything before the last `@` is hidden.
        case url
        case secret
    }
}
