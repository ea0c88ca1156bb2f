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
    public let resolvers: [ResolverAddress]
    /// Whether private and loopback addresses may be asked.
    public let allowsPrivate: Bool
    /// The port of authoritative servers; 53 unless ``allowsPrivate``.
    public let authoritativePort: UInt16

    public init(_ reader: inout SettingsReader) {
        challengeTTL = reader.integer(.validationChallengeTTL, 1...604_800, default: 3600)
        expiryHours = reader.integer(.validationExpiryHours, 1...8760, default: 72)
        checkInterval = reader.integer(.validationCheckIntervalSeconds, 1...86_400, default: 60)
        resolvers = reader.value(.validationResolvers, otherwise: ResolverAddress.usual) { text throws(Expectation) in
            try SettingsReader.items(text, maximum: 16).map { item throws(Expectation) in try ResolverAddress(item) }
        }
        allowsPrivate = reader.flag(.validationAllowPrivate)
        let port = UInt16(clamping: reader.integer(.validationAuthoritativePort, 1...65_535, default: 53))
        if !allowsPrivate, port != 53 {
            reader.warn(.validationAuthoritativePort, "not heeded without VALIDATION_ALLOW_PRIVATE=true; 53 is used")
        }
        authoritativePort = allowsPrivate ? port : 53
    }
}

/// A resolver's address and port: `9.9.9.9`, `127.0.0.4:5353`, `2620:fe::fe`, `[2620:fe::fe]:53`.
public struct ResolverAddress: Equatable, Sendable {
    public let address: IPAddress
    public let port: UInt16

    static let usual = ["1.1.1.1", "8.8.8.8", "9.9.9.9"].compactMap { try? ResolverAddress($0) }

    public init(_ text: String) throws(Expectation) {
        let failure = Expectation("address[:port] with commas between, such as 9.9.9.9,[2620:fe::fe]:53")
        var address = text[...]
        var port: Substring?
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            address = text[..<end].dropFirst()
            let rest = text[end...].dropFirst()
            guard rest.isEmpty || rest.hasPrefix(":"), address.contains(":") else { throw failure }
            port = rest.isEmpty ? nil : rest.dropFirst()
        } else if text.filter({ $0 == ":" }).count == 1, let colon = text.firstIndex(of: ":") {
            address = text[..<colon]
            port = text[colon...].dropFirst()
        }
        guard let number = port.map({ $0.allSatisfy(\.isNumber) ? UInt16($0) : nil }) ?? 53, number > 0 else {
            throw failure
        }
        self.port = number
        do {
            self.address = try IPAddress(String(address))
        } catch {
            throw failure
        }
    }
}
