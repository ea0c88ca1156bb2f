/// A zone of PTR records for a range of addresses (`domain.md` 8).
///
/// | Range | Zone |
/// |---|---|
/// | 192.0.2.0/24 (also /8, /16) | `2.0.192.in-addr.arpa` |
/// | 192.0.2.0/28 (/25 to /32) | `0-28.2.0.192.in-addr.arpa`, a classless one (RFC 2317) |
/// | 2001:db8::/32 (/4 to /124 in steps of 4) | `8.b.d.0.1.0.0.2.ip6.arpa` |
public struct ReverseZone: Hashable, Sendable {
    public let range: AddressPrefix
    public let name: DomainName
    /// Whether the zone stands beside the names of its addresses, which have to be aliases of those in it (RFC 2317).
    public let isClassless: Bool

    /// The zone for a range in CIDR notation.
    ///
    /// - Throws: ``ReverseZoneError``
    public init(cidr text: String) throws(ReverseZoneError) {
        let parts: (address: IPAddress, length: Int)
        do throws(AddressPrefixError) {
            parts = try AddressPrefix.parts(of: text)
        } catch {
            throw .noRange(error)
        }
        let supported = Self.supportedLength(from: parts.length, for: parts.address)
        guard let corrected = AddressPrefix(holding: parts.address, length: supported) else {
            throw .noRange(.badLength(text, upTo: parts.address.bitWidth))
        }
        guard supported == parts.length else { throw .unsupportedLength(text, corrected: corrected) }
        guard corrected.network == parts.address else { throw .noRange(.hostBits(text, corrected: corrected)) }
        self.init(supported: corrected)
    }

    /// The zone for a range.
    ///
    /// - Throws: ``ReverseZoneError/unsupportedLength(_:corrected:)``
    public init(_ range: AddressPrefix) throws(ReverseZoneError) {
        try self.init(cidr: range.text)
    }

    /// The zone of this name, however it came to it: `0/28.2.0.192.in-addr.arpa` and `5.2.0.192.in-addr.arpa` are read, too.
    /// Nil for a name that stands for no range of addresses, the trees' own apexes among them.
    public init?(name: DomainName) {
        guard let reverse = ReverseName(name), reverse.range.length > 0 else { return nil }
        // What lies in a classless zone is no zone that anybody delegates.
        guard !(reverse.isClassless && reverse.isAddress) else { return nil }
        self.init(range: reverse.range, name: name, isClassless: reverse.isClassless)
    }

    private init(range: AddressPrefix, name: DomainName, isClassless: Bool) {
        self.range = range
        self.name = name
        self.isClassless = isClassless
    }

    private init(supported range: AddressPrefix) {
        let tree = ReverseTree(of: range.network)
        let whole = tree.name(of: range.network, labels: min(range.length / tree.bitsPerLabel, tree == .ipv4 ? 3 : 32))
        guard tree == .ipv4, range.length > 24 else {
            self.init(range: range, name: whole, isClassless: false)
            return
        }
        var wire: [UInt8] = []
        ReverseTree.append("\(range.network.octets[3])-\(range.length)", to: &wire)
        self.init(range: range, name: DomainName(checkedWire: wire + whole.wire), isClassless: true)
    }

    /// How many addresses the range holds, first and last included: 256 for a /24.
    public var addressCount: UInt128 { UInt128(1) << UInt128(range.network.bitWidth - range.length) }

    /// The length itself, or else the next longer one that zones can have; /124 for the longest of IPv6.
    private static func supportedLength(from length: Int, for address: IPAddress) -> Int {
        switch address {
        case .v4: length > 24 ? length : max(8, (length + 7) / 8 * 8)
        case .v6: min(124, max(4, (length + 3) / 4 * 4))
        }
    }
}
