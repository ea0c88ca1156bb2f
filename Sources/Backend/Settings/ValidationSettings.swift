public import Core

/// How the proof that a zone belongs to its tenant is looked for.
public struct ValidationSettings: SettingsGroup, Equatable {
    /// Seconds; the TTL suggested for the TXT record.
    public let challengeTTL: Int
    /// Hours that a challenge lives.
    public let expiryHours: Int
    /// Seconds between two checks.
    public let checkInterval: Int
    /// Recursive resolvers that find the authoritative servers, at least one.
    public let resolvers: [DNSEndpoint]
    /// Whether private and loopback addresses may be asked.
    public let allowsPrivate: Bool
    /// The port of authoritative servers; 53 unless ``allowsPrivate``.
    public let authoritativePort: UInt16

    private static let usualResolvers = [UInt32(0x0101_0101), 0x0808_0808, 0x0909_0909].map {
        DNSEndpoint(address: .v4(IPAddress.V4(value: $0)))
    }

    public init(_ reader: inout SettingsReader) {
        challengeTTL = reader.integer(.validationChallengeTTL, 1...604_800, default: 3600)
        expiryHours = reader.integer(.validationExpiryHours, 1...8760, default: 72)
        checkInterval = reader.integer(.validationCheckIntervalSeconds, 1...86_400, default: 60)
        resolvers = reader.value(.validationResolvers, otherwise: Self.usualResolvers) { text throws(Expectation) in
            try SettingsReader.items(text, maximum: 16).map { item throws(Expectation) in
                // The list as a whole is what is shown, so the form is of more use than what is wrong with one item.
                guard let resolver = try? DNSEndpoint(item) else {
                    throw Expectation("address[:port] with commas between, such as 9.9.9.9,[2620:fe::fe]:53")
                }
                return resolver
            }
        }
        allowsPrivate = reader.flag(.validationAllowPrivate)
        let port = UInt16(clamping: reader.integer(.validationAuthoritativePort, 1...65_535, default: 53))
        if !allowsPrivate, port != 53 {
            reader.warn(.validationAuthoritativePort, "not heeded without VALIDATION_ALLOW_PRIVATE=true; 53 is used")
        }
        authoritativePort = allowsPrivate ? port : 53
    }
}
