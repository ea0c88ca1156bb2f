/// How zones are signed where nothing else is said.
public struct DNSSECSettings: SettingsGroup, Equatable {
    /// Number of the algorithm (RFC 8624): 8, 10, 13, 14 or 15.
    public let defaultAlgorithm: Int
    /// Days that a key-signing key is used.
    public let kskLifetimeDays: Int
    /// Days that a zone-signing key is used.
    public let zskLifetimeDays: Int

    public init(_ reader: inout SettingsReader) {
        defaultAlgorithm = reader.value(.dnssecDefaultAlgorithm, otherwise: 13) { text throws(Expectation) in
            guard let number = [8, 10, 13, 14, 15].first(where: { String($0) == text }) else {
                throw Expectation("8, 10, 13, 14 or 15")
            }
            return number
        }
        kskLifetimeDays = reader.integer(.dnssecKSKLifetimeDays, 1...3650, default: 365)
        zskLifetimeDays = reader.integer(.dnssecZSKLifetimeDays, 1...3650, default: 30)
    }
}
