/// An IPv4 or IPv6 address, without a zone index.
public enum IPAddress: Hashable, Sendable {
    case v4(V4)
    case v6(V6)

    /// Reads either family: `192.0.2.1`, `2001:db8::1`.
    ///
    /// - Throws: ``IPAddressError``
    public init(_ text: String) throws(IPAddressError) {
        self = text.utf8.contains(UInt8(ascii: ":")) ? .v6(try V6(text)) : .v4(try V4(text))
    }

    /// 4 octets for IPv4, 16 for IPv6, in network order; nil for any other number.
    public init?(octets: some Collection<UInt8>) {
        if let address = V4(octets: octets) {
            self = .v4(address)
        } else if let address = V6(octets: octets) {
            self = .v6(address)
        } else {
            return nil
        }
    }

    /// 4 or 16 octets in network order.
    public var octets: [UInt8] {
        switch self {
        case .v4(let address): address.octets
        case .v6(let address): address.octets
        }
    }

    /// The one canonical text: dotted decimal, or RFC 5952 in hexadecimal throughout.
    public var text: String {
        switch self {
        case .v4(let address): address.text
        case .v6(let address): address.text
        }
    }

    /// An IPv4 address: four decimal numbers 0-255, without leading zeros (RFC 6943 3.1.1, the strict form).
    public struct V4: Hashable, Sendable {
        /// The address as a number, most significant octet first: `192.0.2.1` is 0xC0000201.
        public let value: UInt32

        public init(value: UInt32) {
            self.value = value
        }

        /// - Throws: ``IPAddressError/notIPv4(_:)`` for anything but four plain numbers, octal and short forms included.
        public init(_ text: String) throws(IPAddressError) {
            guard let octets = Self.octets(of: text.utf8), let address = V4(octets: octets) else {
                throw .notIPv4(text)
            }
            self = address
        }

        /// Exactly 4 octets in network order; nil otherwise.
        public init?(octets: some Collection<UInt8>) {
            guard octets.count == 4 else { return nil }
            value = octets.reduce(0) { $0 << 8 | UInt32($1) }
        }

        /// The 4 octets in network order.
        public var octets: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

        public var text: String { octets.map { String($0) }.joined(separator: ".") }

        /// The octets of a strict dotted quad, nil when the text is none.
        static func octets(of text: some Collection<UInt8>) -> [UInt8]? {
            guard text.count <= 15 else { return nil }
            let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.count == 4 else { return nil }
            var octets: [UInt8] = []
            for part in parts {
                guard (1...3).contains(part.count), part.allSatisfy(isDigit) else { return nil }
                // `010` is eight to some parsers and ten to others: refused.
                guard part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
                let number = part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
                guard let octet = UInt8(exactly: number) else { return nil }
                octets.append(octet)
            }
            return octets
        }
    }
}

extension IPAddress: CustomStringConvertible {
    public var description: String { text }
}

extension IPAddress.V4: CustomStringConvertible, Comparable {
    public var description: String { text }

    public static func < (left: IPAddress.V4, right: IPAddress.V4) -> Bool { left.value < right.value }
}

/// Why a text is no IP address.
public enum IPAddressError: Error, Equatable {
    case notIPv4(String)
    case notIPv6(String)

    /// A sentence for people: what was expected.
    public var message: String {
        switch self {
        case .notIPv4(let text): "\"\(text)\" is not an IPv4 address: write four numbers 0-255, like 192.0.2.1."
        case .notIPv6(let text): "\"\(text)\" is not an IPv6 address: write it like 2001:db8::1."
        }
    }
}
