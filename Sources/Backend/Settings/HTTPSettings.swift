import Core
import FoundationEssentials

/// What the HTTP server has to know of the outside.
public struct HTTPSettings: SettingsGroup, Equatable {
    /// The public URL: scheme, host and port, without a path.
    public let externalURL: WebURL
    /// Origins of web pages that may call the API: `https://app.example.com`, or `*`. Credentials are never allowed.
    public let corsOrigins: [String]
    /// Addresses and networks (`127.0.0.0/8`), each a text of an `AddressPrefix`, that may set `X-Forwarded-*`.
    public let trustedProxies: [String]
    /// Whether `/metrics` is served.
    public let servesMetrics: Bool

    public init(_ reader: inout SettingsReader) {
        externalURL = reader.required(
            .externalURL,
            expected: "the public URL, such as https://scaidns.example.com",
            placeholder: .placeholder
        ) { text throws(Expectation) in
            let url = try WebURL(text)
            guard url.path.isEmpty else { throw Expectation("the URL without a path") }
            return url
        }
        corsOrigins = reader.value(.corsOrigins, otherwise: []) { text throws(Expectation) in try Self.origins(text) }
        trustedProxies = reader.value(.trustedProxies, otherwise: ["127.0.0.0/8", "::1"]) { text throws(Expectation) in
            let networks = try SettingsReader.items(text, maximum: 256)
            guard networks.allSatisfy({ AddressPrefix($0) != nil }) else {
                throw Expectation("addresses or networks with commas between, such as 127.0.0.0/8,::1")
            }
            return networks
        }
        servesMetrics = reader.flag(.metricsEnabled)
    }

    /// A JSON array of at most 64 origins.
    private static func origins(_ text: String) throws(Expectation) -> [String] {
        let failure = Expectation("a JSON array of origins, such as [\"https://app.example.com\"]")
        // Why the JSON is bad does not help: the value is one short line.
        guard let origins = try? JSONDecoder().decode([String].self, from: Data(text.utf8)), origins.count <= 64 else {
            throw failure
        }
        return try origins.map { origin throws(Expectation) in
            if origin == "*" { return origin }
            guard let url = try? WebURL(origin), url.path.isEmpty, origin.last != "/" else { throw failure }
            return url.origin
        }
    }
}
