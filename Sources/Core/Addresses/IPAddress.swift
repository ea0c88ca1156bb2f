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
}

extension IPAddress: CustomStringConvertible {
    public var description: String { text }
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
