public import Core

/// What the operator says about asking the DNS (`VALIDATION_*`).
public struct ResolverSettings: Sendable {
    /// Recursive resolvers, asked in this order; not subject to the address guard.
    public let resolvers: [DNSEndpoint]
    public let allowsPrivate: Bool
    /// Where authoritative servers are asked: 53, or another port in laboratories (``allowsPrivate``) only.
    public let authoritativePort: Int
    /// Whether registries take registrations directly below the name.
    let isPublicSuffix: @Sendable (DomainName) -> Bool

    /// A port other than 53 is heeded only with `allowsPrivate`; then `test` is an ordinary name, no public suffix.
    public init(
        resolvers: [DNSEndpoint],
        allowsPrivate: Bool,
        authoritativePort: Int = 53,
        isPublicSuffix: @escaping @Sendable (DomainName) -> Bool
    ) {
        self.resolvers = resolvers
        self.allowsPrivate = allowsPrivate
        self.authoritativePort = allowsPrivate ? authoritativePort : 53
        self.isPublicSuffix = { name in
            let isLaboratory = allowsPrivate && name.labels == [Array("test".utf8)]
            return !isLaboratory && isPublicSuffix(name)
        }
    }

    var addressGuard: AddressGuard { AddressGuard(allowsPrivate: allowsPrivate) }
}

/// The nameservers that are the platform's own: never a witness for a zone.
public struct PlatformServers: Sendable {
    /// The configured `nameservers`.
    public let names: [DomainName]
    /// Addresses known besides those of ``names``.
    public let addresses: [IPAddress]

    public init(names: [DomainName], addresses: [IPAddress] = []) {
        self.names = names
        self.addresses = addresses
    }
}
