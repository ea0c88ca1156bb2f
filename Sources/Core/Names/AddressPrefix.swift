/// A range of addresses: `192.0.2.0/24`, `2001:db8::/32`, or one address without a length (RFC 4632 3.1).
public struct AddressPrefix: Hashable, Sendable {
    private let octets: [UInt8]
    /// How many leading bits count.
    public let length: Int

    /// Reads CIDR notation; nil when address or length are none. Host bits are ignored.
    public init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        // A text that is no address is no prefix either: the caller learns that from nil.
        guard let head = halves.first, let octets = try? IPAddress(head).octets else { return nil }
        let most = octets.count * 8
        guard halves.count == 1 || halves[1].utf8.allSatisfy(isDigit) else { return nil }
        guard let length = halves.count == 1 ? most : Int(halves[1]), (0...most).contains(length) else { return nil }
        self.octets = octets
        self.length = length
    }

    /// Whether it is one of IPv4.
    public var isV4: Bool { octets.count == 4 }

    /// Whether the address, 4 or 16 octets, lies in the range. The families are never mixed.
    public func contains(_ address: [UInt8]) -> Bool {
        guard address.count == octets.count else { return false }
        let whole = length / 8
        guard address.prefix(whole) == octets.prefix(whole) else { return false }
        let rest = length % 8
        guard rest > 0 else { return true }
        return (address[whole] ^ octets[whole]) >> UInt8(8 - rest) == 0
    }
}
