/// ScaiKey as the server uses it: log-in, tokens, directory and webhooks.
public struct ScaiKeySettings: SettingsGroup, Equatable {
    public let directory: ScaiKeyDirectorySettings
    public let webhookSecret: Secret
    /// The OIDC discovery document.
    public let discoveryURL: WebURL
    /// Issuers whose tokens count; `{tenant_id}` in one stands for the token's own claim.
    public let issuers: [String]
    /// Seconds that the verdict on a token's signature is kept.
    public let tokenCacheTTL: Int
    /// Seconds that ScaiKey's public keys are kept.
    public let jwksCacheTTL: Int

    public init(_ reader: inout SettingsReader) {
        directory = ScaiKeyDirectorySettings(&reader)
        let base = directory.url
        webhookSecret = reader.secret(.scaiKeyWebhookSecret, expected: "the signing secret of ScaiKey's webhook")
        let standard =
            base.isPlaceholder
            ? base : try? WebURL("\(base)/api/v1/platform/oauth/.well-known/openid-configuration")
        discoveryURL = reader.value(.scaiKeyDiscoveryURL, otherwise: standard ?? base) { text throws(Expectation) in
            try WebURL(text)
        }
        issuers = reader.value(.scaiKeyIssuers, otherwise: ["\(base)", "\(base)/tenants/{tenant_id}"]) {
            text throws(Expectation) in
            let issuers = try SettingsReader.items(text, maximum: 32)
            for issuer in issuers {
                _ = try WebURL(
                    issuer.split(separator: "{tenant_id}", omittingEmptySubsequences: false).joined(separator: "x"))
            }
            return issuers
        }
        tokenCacheTTL = reader.integer(.scaiKeyTokenCacheTTL, 0...3600, default: 60)
        jwksCacheTTL = reader.integer(.scaiKeyJWKSCacheTTL, 60...604_800, default: 3600)
    }
}

/// What reading ScaiKey's directory needs.
public struct ScaiKeyDirectorySettings: SettingsGroup, Equatable {
    public let url: WebURL
    public let clientID: String
    public let clientSecret: Secret
    public let applicationID: String

    public init(_ reader: inout SettingsReader) {
        url = reader.scaiKeyURL()
        clientID = reader.identifier(.scaiKeyClientID, expected: "the client id that ScaiKey gave")
        clientSecret = reader.secret(.scaiKeyClientSecret, expected: "the client secret that ScaiKey gave")
        applicationID = reader.identifier(
            .scaiKeyApplicationID, expected: "the application id that ScaiKey gave (app_…)")
    }
}

extension SettingsReader {
    mutating func scaiKeyURL() -> WebURL {
        let url = required(
            .scaiKeyURL,
            expected: "ScaiKey's URL, such as https://scaikey.example.com",
            placeholder: .placeholder
        ) { text throws(Expectation) in try WebURL(text) }
        warnOfPlainHTTP(url, .scaiKeyURL, secrets: "the client secret and people's tokens")
        return url
    }
}
