/// Where PowerDNS's HTTP API is, and how it is used.
public struct PowerDNSSettings: SettingsGroup, Equatable {
    /// Without `/api/v1`.
    public let apiURL: WebURL
    public let apiKey: Secret
    /// The server's name in its own API.
    public let serverID: String
    /// Calls at once, per process.
    public let maximumConnections: Int
    /// Seconds for one call while a client waits.
    public let timeout: Int
    /// Seconds a request waits for its push before it answers `pending`.
    public let pushWait: Int

    public init(_ reader: inout SettingsReader) {
        apiURL = reader.required(
            .powerDNSAPIURL,
            expected: "the URL of PowerDNS's API, such as http://pdns.internal:8081",
            placeholder: .placeholder
        ) { text throws(Expectation) in
            let url = try WebURL(text)
            guard !url.path.hasSuffix("/api/v1") else { throw Expectation("the URL without /api/v1") }
            return url
        }
        reader.warnOfPlainHTTP(apiURL, .powerDNSAPIURL, secrets: "the API key, which owns every zone,")
        apiKey = reader.secret(.powerDNSAPIKey, expected: "the api-key of pdns.conf")
        serverID = reader.value(.powerDNSServerID, otherwise: "localhost") { text throws(Expectation) in
            let id = try SettingsReader.identifier(text)
            guard id.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) }) else {
                throw Expectation("letters, digits, hyphens, dots and underscores")
            }
            return id
        }
        maximumConnections = reader.integer(.powerDNSMaxConnections, 1...100, default: 6)
        timeout = reader.integer(.powerDNSTimeoutSeconds, 1...120, default: 10)
        pushWait = reader.integer(.powerDNSPushWaitSeconds, 0...60, default: 3)
    }
}
