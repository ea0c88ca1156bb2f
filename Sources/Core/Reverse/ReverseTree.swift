/// The two trees of names in which addresses are looked up: `in-addr.arpa` (RFC 1035 3.5) and `ip6.arpa` (RFC 3596 2.5).
public enum ReverseTree: Sendable {
    case ipv4
    case ipv6

    /// The tree that the name is the apex of or lies in; nil for any other name.
    public init?(holding name: DomainName) {
        if name.isAtOrBelow(ReverseTree.ipv4.apex) {
            self = .ipv4
        } else if name.isAtOrBelow(ReverseTree.ipv6.apex) {
            self = .ipv6
        } else {
            return nil
        }
    }

    init(of address: IPAddress) {
        switch address {
        case .v4: self = .ipv4
        case .v6: self = .ipv6
        }
    }

    /// `in-addr.arpa` or `ip6.arpa`.
    public var apex: DomainName {
        switch self {
        case .ipv4: Self.inAddr
        case .ipv6: Self.ip6
        }
    }

    private static let inAddr = DomainName(checkedWire: [7] + "in-addr".utf8 + [4] + "arpa".utf8 + [0])
    private static let ip6 = DomainName(checkedWire: [3] + "ip6".utf8 + [4] + "arpa".utf8 + [0])

    /// How many bits of an address one label stands for.
    var bitsPerLabel: Int {
        switch self {
        case .ipv4: 8
        case .ipv6: 4
        }
    }

    /// The name of the first `count` octets or nibbles of an address, `count` being at most 4 or 32.
    func name(of address: IPAddress, labels count: Int) -> DomainName {
        let octets = address.octets
        var wire: [UInt8] = []
        for index in (0..<count).reversed() {
            switch self {
            case .ipv4: Self.append(String(octets[index]), to: &wire)
            case .ipv6: Self.append(String(octets[index / 2] >> (index % 2 == 0 ? 4 : 0) & 0xF, radix: 16), to: &wire)
            }
        }
        return DomainName(checkedWire: wire + apex.wire)
    }

    /// Appends a label of 1 to 63 octets.
    static func append(_ label: String, to wire: inout [UInt8]) {
        wire.append(UInt8(truncatingIfNeeded: label.utf8.count))
        wire.append(contentsOf: label.utf8)
    }
}
