/// What a name below `in-addr.arpa` or `ip6.arpa` stands for.
struct ReverseName {
    /// The addresses whose PTR records stand at and below the name.
    let range: AddressPrefix
    /// Whether the name is where one address's PTR records stand, rather than a zone's with its own names below.
    let isAddress: Bool
    /// Whether the name is, or lies in, a classless zone (RFC 2317).
    let isClassless: Bool

    /// Reads up to four octets in plain decimal, of which the fourth may be a classless range (`0-28`, or `0/28` as RFC 2317
    /// writes it) with one octet more inside of it; or up to 32 nibbles. Nil for all else, in other trees too.
    init?(_ name: DomainName) {
        guard let tree = ReverseTree(holding: name) else { return nil }
        let labels = name.labels.dropLast(tree.apex.labelCount).reversed()
        switch tree {
        case .ipv4: self.init(octets: Array(labels))
        case .ipv6: self.init(nibbles: Array(labels))
        }
    }

    private init?(octets labels: [[UInt8]]) {
        var octets: [UInt8] = []
        var classless: AddressPrefix?
        for (index, label) in labels.enumerated() {
            if let octet = Self.octet(label) {
                octets.append(octet)
            } else {
                guard index == 3, let range = Self.classlessRange(label, in: octets) else { return nil }
                classless = range
            }
        }
        isClassless = classless != nil
        // The range itself is no octet of the address: the one below it is the fourth. Sixteen would make an IPv6 address.
        guard octets.count <= 4 else { return nil }
        let padded = octets + Array(repeating: 0, count: max(0, 4 - octets.count))
        guard let address = IPAddress(octets: padded) else { return nil }
        isAddress = octets.count == 4
        if let classless {
            guard !isAddress || classless.contains(address) else { return nil }
            guard !isAddress else {
                guard let only = AddressPrefix(holding: address, length: 32) else { return nil }
                range = only
                return
            }
            range = classless
        } else {
            guard let whole = AddressPrefix(holding: address, length: 8 * octets.count) else { return nil }
            range = whole
        }
    }

    private init?(nibbles labels: [[UInt8]]) {
        guard labels.count <= 32 else { return nil }
        var value: UInt128 = 0
        for label in labels {
            guard label.count == 1, let nibble = Self.nibble(label[0]) else { return nil }
            value = value << 4 | UInt128(nibble)
        }
        let length = 4 * labels.count
        let address = IPAddress.v6(IPAddress.V6(value: value << UInt128(128 - length)))
        guard let range = AddressPrefix(holding: address, length: length) else { return nil }
        self.range = range
        isAddress = length == 128
        isClassless = false
    }

    /// `0-28` below the three octets of 192.0.2: 192.0.2.0/28. Host bits are refused, since such a name would be a second one.
    private static func classlessRange(_ label: [UInt8], in network: [UInt8]) -> AddressPrefix? {
        let parts = label.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
        guard parts.count == 2, let first = octet(parts[0]), let length = octet(parts[1]), (25...32).contains(length),
            let address = IPAddress(octets: network + [first]),
            let range = AddressPrefix(holding: address, length: Int(length)), range.network == address
        else { return nil }
        return range
    }

    /// A number 0-255 in plain decimal without leading zeros.
    private static func octet(_ label: some Collection<UInt8>) -> UInt8? {
        guard (1...3).contains(label.count), label.allSatisfy(isDigit) else { return nil }
        guard label.count == 1 || label.first != UInt8(ascii: "0") else { return nil }
        return UInt8(exactly: label.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }

    private static func nibble(_ octet: UInt8) -> UInt8? {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension AddressPrefix {
    /// The addresses that a reverse name stands for: `2.0.192.in-addr.arpa`, `0-28.2.0.192.in-addr.arpa` (RFC 2317; `0/28` is
    /// read, too), `8.b.d.0.1.0.0.2.ip6.arpa`. The name of one address is a range of one; `in-addr.arpa` is all of them.
    /// Nil for any other name.
    public init?(reverseName name: DomainName) {
        guard let reverse = ReverseName(name) else { return nil }
        self = reverse.range
    }
}

extension IPAddress {
    /// The address whose PTR records stand at the name, directly or in a classless zone (`5.0-28.2.0.192.in-addr.arpa`); nil
    /// for any other name.
    public init?(pointerName name: DomainName) {
        guard let reverse = ReverseName(name), reverse.isAddress else { return nil }
        self = reverse.range.network
    }

    /// Where the PTR records of the address are looked for: `1.2.0.192.in-addr.arpa`, 32 nibbles below `ip6.arpa`.
    public var pointerName: DomainName {
        let tree = ReverseTree(of: self)
        return tree.name(of: self, labels: bitWidth / tree.bitsPerLabel)
    }
}
