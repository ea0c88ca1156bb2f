/// Requests a minute that somebody may make.
public struct RateLimitSettings: SettingsGroup, Equatable {
    public let user: Int
    /// For an API key without a limit of its own.
    public let apiKey: Int
    /// Per client address, or /64 of IPv6.
    public let anonymous: Int

    public init(_ reader: inout SettingsReader) {
        user = reader.integer(.rateLimitUserPerMinute, 1...1_000_000, default: 1000)
        apiKey = reader.integer(.rateLimitAPIKeyPerMinute, 1...1_000_000, default: 100)
        anonymous = reader.integer(.rateLimitAnonymousPerMinute, 1...1_000_000, default: 60)
    }
}
