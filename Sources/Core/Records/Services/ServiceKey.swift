/// The key of a parameter of SVCB and HTTPS (RFC 9460 14.3.2, IANA "Service Parameter Keys").
struct ServiceKey: Hashable, Comparable, Sendable {
    let code: UInt16

    static let mandatory = ServiceKey(code: 0)
    static let alpn = ServiceKey(code: 1)
    static let noDefaultALPN = ServiceKey(code: 2)
    static let port = ServiceKey(code: 3)
    static let ipv4hint = ServiceKey(code: 4)
    static let ech = ServiceKey(code: 5)
    static let ipv6hint = ServiceKey(code: 6)
    static let dohpath = ServiceKey(code: 7)
    static let ohttp = ServiceKey(code: 8)
    /// Never a key (RFC 9460 14.3.2).
    static let invalid = ServiceKey(code: 65_535)

    static let names = [
        "mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint", "dohpath", "ohttp",
    ]

    init(code: UInt16) {
        self.code = code
    }

    /// Reads a name or `key667`, in any case; nil for anything else.
    init?(_ text: String) {
        let word = text.lowercased()
        if let code = Self.names.firstIndex(of: word) {
            self.code = UInt16(code)
        } else {
            guard word.hasPrefix("key"), let number = FieldReader.number(word.utf8.dropFirst(3)),
                let code = UInt16(exactly: number), code != Self.invalid.code,
                // RFC 9460 2.1: without leading zeros.
                word.utf8.count == 4 || word.utf8.dropFirst(3).first != UInt8(ascii: "0")
            else { return nil }
            self.code = code
        }
    }

    /// The registered name, or `key667`.
    var name: String { Int(code) < Self.names.count ? Self.names[Int(code)] : "key\(code)" }

    /// The name that a dialect knows: PowerDNS 4.7 has numbers for what came after RFC 9460.
    func name(in dialect: PresentationDialect) -> String {
        dialect != .masterFile && code > ServiceKey.ipv6hint.code ? "key\(code)" : name
    }

    static func < (left: ServiceKey, right: ServiceKey) -> Bool { left.code < right.code }
}
