/// A DNS server's address and port, written `9.9.9.9`, `9.9.9.9:5353`, `2620:fe::fe` or `[2620:fe::fe]:5353`.
public struct DNSEndpoint: Hashable, Sendable {
    public let address: IPAddress
    /// 1 to 65,535.
    public let port: Int

    public init(address: IPAddress, port: Int = 53) {
        self.address = address
        self.port = port
    }

    /// Reads `address[:port]`; the port is 53 by default.
    ///
    /// - Throws: ``DNSEndpointError``
    public init(_ text: String) throws(DNSEndpointError) {
        let (host, port) = Self.parts(of: text)
        guard let number = port.map({ Int($0) }) ?? 53, (1...65_535).contains(number),
            port?.utf8.allSatisfy(isDigit) ?? true
        else { throw .badPort(text) }
        do {
            address = try IPAddress(host)
        } catch {
            throw .badAddress(text)
        }
        self.port = number
    }

    /// `192.0.2.1:53`, `[2001:db8::1]:53`.
    public var text: String {
        switch address {
        case .v4: "\(address):\(port)"
        case .v6: "[\(address)]:\(port)"
        }
    }

    private static func parts(of text: String) -> (host: String, port: String?) {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let rest = text[text.index(after: end)...]
            let host = String(text[text.index(after: text.startIndex)..<end])
            // Anything but `:port` behind the bracket is left on the host, which is then no address.
            if rest.isEmpty { return (host, nil) }
            return rest.hasPrefix(":") ? (host, String(rest.dropFirst())) : (text, nil)
        }
        let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
        return pieces.count == 2 ? (String(pieces[0]), String(pieces[1])) : (text, nil)
    }
}

/// Why a text is no `address[:port]`.
public enum DNSEndpointError: Error, Equatable {
    case badAddress(String)
    case badPort(String)

    /// A sentence for people.
    public var message: String {
        switch self {
        case .badAddress(let text): "\"\(text)\" is not an address: write 9.9.9.9, 9.9.9.9:53 or [2620:fe::fe]:53."
        case .badPort(let text): "\"\(text)\" has a port outside 1-65535."
        }
    }
}
