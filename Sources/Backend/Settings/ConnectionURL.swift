import Core

/// Why a text is no fit value: the end of the sentence "expected …".
public struct Expectation: Error, Equatable {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}

/// The parts of `scheme://[user[:password]@]host[:port][/path][?query]`, percent-decoded (RFC 3986).
///
/// An IPv6 address stands in brackets, which are taken off. A query item without `=` has an empty value.
struct ConnectionURL: Equatable {
    /// In lower case.
    let scheme: String
    let user: String?
    let password: String?
    /// Empty where the URL has none (`unix:///run/redis.sock`).
    let host: String
    let port: UInt16?
    /// With its leading slash; empty where there is none.
    let path: String
    let query: [(name: String, value: String)]

    init(_ text: String) throws(Expectation) {
        guard text.utf8.count <= 2048 else { throw Expectation("at most 2048 bytes") }
        guard text.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
            throw Expectation("printable ASCII without spaces; anything else percent-encoded")
        }
        guard let scheme = Self.scheme(of: text) else { throw Expectation("a URL with a scheme and ://") }
        guard !text.contains("#") else { throw Expectation("no #; inside a user name or password it is written %23") }
        self.scheme = scheme
        var rest = text.dropFirst(scheme.count + 3)

        let queryText = rest.firstIndex(of: "?").map { rest[$0...].dropFirst() }
        rest = rest.prefix { $0 != "?" }
        query = try Self.items(of: queryText ?? "")

        let authority = rest.prefix { $0 != "/" }
        path = try Self.decoded(rest.dropFirst(authority.count))
        // RFC 3986 has no @ outside the encoding in the user part; a second one is a password that was not encoded.
        let halves = authority.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count <= 2, !path.contains("@") || ["http", "https", "unix"].contains(scheme) else {
            throw Expectation("one @ at most; inside a user name or password it is written %40, and / is written %2F")
        }
        if halves.count == 2 {
            let names = halves[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            user = names[0].isEmpty ? nil : try Self.decoded(names[0])
            password = names.count == 2 ? try Self.decoded(names[1]) : nil
        } else {
            user = nil
            password = nil
        }
        (host, port) = try Self.hostAndPort(halves.last ?? "")
    }

    static func == (left: ConnectionURL, right: ConnectionURL) -> Bool {
        left.scheme == right.scheme && left.user == right.user && left.password == right.password
            && left.host == right.host && left.port == right.port && left.path == right.path
            && left.query.elementsEqual(right.query, by: ==)
    }

    /// The scheme before `://`, in lower case; nil where there is none.
    static func scheme(of text: String) -> String? {
        let scheme = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard scheme.first?.isLetter == true, text.dropFirst(scheme.count).hasPrefix("://") else { return nil }
        return scheme.lowercased()
    }

    /// Whether the host is this machine by name or address.
    var isLocal: Bool {
        host == "localhost" || host == "::1" || (host.hasPrefix("127.") && IPAddress.isWritten(host))
    }

    private static func items(of text: Substring) throws(Expectation) -> [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        for item in text.split(separator: "&") {
            let halves = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            items.append((try decoded(halves[0]), halves.count == 2 ? try decoded(halves[1]) : ""))
        }
        return items
    }

    private static func hostAndPort(_ text: Substring) throws(Expectation) -> (String, UInt16?) {
        var host = text
        var port: UInt16?
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            host = text[...end].dropFirst().dropLast()
            guard host.contains(":"), IPAddress.isWritten(String(host)) else {
                throw Expectation("an IPv6 address in the brackets")
            }
        } else if let colon = text.firstIndex(of: ":") {
            host = text[..<colon]
        }
        let after = text.hasPrefix("[") ? text.dropFirst(host.count + 2) : text.dropFirst(host.count)
        if after.hasPrefix(":") {
            guard let number = UInt16(after.dropFirst()), number > 0, after.dropFirst().allSatisfy(\.isNumber) else {
                throw Expectation("a port from 1 to 65535 after the host's colon (an IPv6 address stands in brackets)")
            }
            port = number
        } else if !after.isEmpty {
            throw Expectation("nothing but a port after the brackets")
        }
        let name = try decoded(host)
        guard name.utf8.count <= 255,
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._:".contains($0)) })
        else { throw Expectation("a host name of ASCII letters, digits, hyphens and dots, or an address") }
        return (name.lowercased(), port)
    }

    /// Takes the percent encoding off.
    private static func decoded(_ text: Substring) throws(Expectation) -> String {
        guard text.contains("%") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else {
                throw Expectation("two hexadecimal digits after each %; a percent sign itself is written %25")
            }
            bytes.append(high << 4 | low)
        }
        guard let decoded = String(validating: bytes, as: UTF8.self), !decoded.contains("\0") else {
            throw Expectation("percent-encoded UTF-8 without NUL")
        }
        return decoded
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

extension IPAddress {
    /// Whether the text is an address of either family.
    static func isWritten(_ text: String) -> Bool {
        // Only whether it is one matters here; the reason would be of no use in a list of faults.
        (try? IPAddress(text)) != nil
    }
}
