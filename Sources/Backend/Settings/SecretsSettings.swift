/// The secrets that are ScaiDNS's own.
public struct SecretsSettings: SettingsGroup, Equatable {
    /// Seals what passes through a browser during log-in. At least 32 characters.
    public let sessionSecret: Secret
    /// Goes into the digest of each API key. At least 32 characters, not ``sessionSecret``.
    public let apiKeyPepper: Secret
    /// Seals the audit entries; nil: derived from ``apiKeyPepper``.
    public let auditSealKey: Secret?

    public init(_ reader: inout SettingsReader) {
        sessionSecret = reader.ownSecret(.sessionSecret)
        apiKeyPepper = reader.ownSecret(.apiKeyPepper)
        auditSealKey = reader.auditSealKey()
        if sessionSecret == apiKeyPepper, sessionSecret.count > 0, !reader.isFaulty(.apiKeyPepper) {
            reader.refuse(.apiKeyPepper, apiKeyPepper.reveal(), "another value than SESSION_SECRET")
        }
    }
}

extension SettingsReader {
    mutating func ownSecret(_ variable: SettingsVariable) -> Secret {
        secret(variable, minimum: 32, expected: "at least 32 characters (openssl rand -base64 48)")
    }

    mutating func auditSealKey() -> Secret? {
        value(.auditSealKey, otherwise: nil) { text throws(Expectation) -> Secret? in
            try Self.secret(text, minimum: 32)
        }
    }
}
