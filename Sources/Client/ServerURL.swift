/// Where a ScaiDNS server answers: `https://dns.example.org`, `http://127.0.0.1:8000`, `https://example.org/scaidns`.
///
/// Scheme `http` or `https`, a host, optionally a port and a path that stands before every route; no credentials, no query.
public struct ServerURL: Sendable, Equatable, CustomStringConvertible {
    /// The URL without a slash at its end.
    public let text: String

    /// Why a text is not the address of a server.
    public enum Fault: Error, Equatable, Sendable {
        case notHTTP
        case noHost
        case hasCredentials
        case badHost
        case badPort
        case badPath
    }

    public init(_ text: String) throws(Fault) {
        let lowered = text.prefix(8).lowercased()
        let scheme = lowered.hasPrefix("https://") ? "https://" : "http://"
        guard lowered.hasPrefix(scheme) else { throw .notHTTP }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else { throw .hasCredentials }
        let host = try ServerURL.host(of: authority)
        let port = authority.dropFirst(host.count)
        guard port.isEmpty || ServerURL.isPort(port) else { throw .badPort }
        var path = rest.dropFirst(authority.count)
        guard path.utf8.allSatisfy(ServerURL.isPathOctet) else { throw .badPath }
        while path.hasSuffix("/") { path.removeLast() }
        self.text = scheme + host.lowercased() + port + path
    }

    public var description: String { text }

    private static func host(of authority: Substring) throws(Fault) -> Substring {
        guard !authority.isEmpty, !authority.hasPrefix(":") else { throw .noHost }
        guard authority.hasPrefix("[") else {
            let host = authority.prefix { $0 != ":" }
            guard host.utf8.count <= 255, host.utf8.allSatisfy({ isWord($0) || $0 == 0x2D || $0 == 0x2E }) else {
                throw .badHost
            }
            return host
        }
        guard let end = authority.firstIndex(of: "]"),
            authority[..<end].dropFirst().utf8.allSatisfy({ isHexDigit($0) || $0 == 0x3A || $0 == 0x2E })
        else { throw .badHost }
        return authority[...end]
    }

    private static func isPort(_ text: Substring) -> Bool {
        let digits = text.dropFirst()
        guard text.hasPrefix(":"), (1...5).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
        else { return false }
        return (1...65535).contains(number)
    }

    private static func isWord(_ octet: UInt8) -> Bool {
        (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet) || octet == 0x5F
    }

    private static func isHexDigit(_ octet: UInt8) -> Bool {
        (0x30...0x39).contains(octet) || (0x41...0x46).contains(octet) || (0x61...0x66).contains(octet)
    }

    /// What may stand in the path: visible ASCII without `?` and `#`.
    private static func isPathOctet(_ octet: UInt8) -> Bool {
        (0x21...0x7E).contains(octet) && octet != 0x3F && octet != 0x23
    }
}

extension ServerURL.Fault {
    /// What is wrong and how it is done, as one sentence.
    public var message: String {
        switch self {
        case .notHTTP: "a server's address begins with http:// or https://"
        case .noHost: "the address names no host, such as https://dns.example.org"
        case .hasCredentials: "the address holds a user name or password; set SCAIDNS_API_KEY instead"
        case .badHost: "the host is neither a name in ASCII nor an IP address (IPv6 in brackets)"
        case .badPort: "the port is not a number from 1 to 65535"
        case .badPath: "the path holds a blank, a query or a fragment"
        }
    }
}
