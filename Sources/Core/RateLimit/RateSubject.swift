/// Whose requests are counted together (`api.md` 1.7).
public enum RateSubject: Hashable, Sendable {
    /// A person, over all their tokens: a refresh must not give a new allowance.
    case user(Identifier)
    case apiKey(Identifier)
    /// Whoever sends no credentials, by address; for IPv6 by the /64, which one person has as a whole.
    case network(CountedNetwork)

    /// The subject of requests from that address. IPv4 in IPv6 (`::ffff:192.0.2.1`) is that IPv4 address.
    public static func address(_ address: IPAddress) -> RateSubject { .network(CountedNetwork(of: address)) }

    /// A key for Redis or a dictionary: `user:0193…`, `address:192.0.2.1`, `address:2001:db8:0:1::/64`.
    public var key: String {
        switch self {
        case .user(let id): "user:\(id.text)"
        case .apiKey(let id): "key:\(id.text)"
        case .network(let prefix): "address:\(prefix.text)"
        }
    }
}

/// The network that an address stands for when requests are counted.
public struct CountedNetwork: Hashable, Sendable {
    public let text: String

    init(of address: IPAddress) {
        let octets = address.octets
        let mappedHead = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        if octets.count == 16, octets.starts(with: mappedHead), let mapped = IPAddress(octets: octets.suffix(4)) {
            text = mapped.text
        } else if octets.count == 16,
            let network = IPAddress(octets: octets.prefix(8) + [UInt8](repeating: 0, count: 8))
        {
            text = network.text + "/64"
        } else {
            text = address.text
        }
    }
}
