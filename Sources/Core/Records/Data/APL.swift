/// Ranges of addresses, some of them taken out (RFC 3123 4).
struct APL: RecordData {
    static let type = RecordType("APL", code: 42)
    static let summary = "Ranges of addresses"
    static let reference = "RFC 3123 4"
    static let examples = RecordExamples(
        valid: [
            ("1:192.168.32.0/21  !1:192.168.38.0/28", "1:192.168.32.0/21 !1:192.168.38.0/28"),
            ("1:224.0.0.0/4 2:FF00:0:0:0:0:0:0:0/8", "1:224.0.0.0/4 2:ff00::/8"),
            ("1:192.0.2.255/24 2:::/0", "1:192.0.2.0/24 2:::/0"),
            ("2:::ffff:192.0.2.1/128", "2:::ffff:c000:201/128"),
            ("", ""),
        ],
        invalid: [
            (
                "3:192.0.2.0/24",
                "APL prefix must be like 1:192.0.2.0/24, !1:192.0.2.0/28 or 2:2001:db8::/32, got \"3:192.0.2.0/24\""
            ),
            ("1:192.0.2.0/33", "APL length must be 0-32, got \"33\""),
            (
                "1:192.0.2.0",
                "APL prefix must be like 1:192.0.2.0/24, !1:192.0.2.0/28 or 2:2001:db8::/32, got \"1:192.0.2.0\""
            ),
            ("2:192.0.2.0/24", "APL address must be an IPv6 address such as 2001:db8::1, got \"192.0.2.0\""),
        ],
        wire: [
            ("1:192.168.32.0/21 !1:192.168.38.0/28", "00011503c0a82000011c83c0a826"),
            ("1:224.0.0.0/4 2:ff00::/8", "00010401e000020801ff"),
            ("2:::/128", "00028000"),
            ("", ""),
        ]
    )

    let prefixes: [Prefix]

    /// One range.
    struct Prefix: Equatable, Sendable {
        /// The family's numbers with IANA are 1 and 2. Bits behind the length are zero.
        let address: IPAddress
        /// 0 to 32, or to 128.
        let length: UInt8
        let isNegated: Bool
    }

    init(from fields: inout FieldReader) throws(RecordContentError) {
        var prefixes: [Prefix] = []
        while !fields.isAtEnd { prefixes.append(try Prefix(from: &fields)) }
        self.prefixes = prefixes
    }

    func write(to fields: inout FieldWriter) {
        for prefix in prefixes { prefix.write(to: &fields) }
    }

    init(wire: inout WireReader) throws(WireError) {
        var prefixes: [Prefix] = []
        while !wire.isAtEnd { prefixes.append(try Prefix(wire: &wire)) }
        self.prefixes = prefixes
    }

    func write(to wire: inout WireWriter) {
        for prefix in prefixes { prefix.write(to: &wire) }
    }
}

extension APL.Prefix {
    /// Bits behind the length are dropped, as PowerDNS does: it takes no other form. Nil for other than 4 or 16 octets.
    fileprivate init?(octets: [UInt8], length: UInt8, isNegated: Bool) {
        let masked = octets.enumerated().map { index, octet in
            let bits = Int(length) - index * 8
            return bits >= 8 ? octet : bits <= 0 ? 0 : octet & ~(0xFF >> UInt8(bits))
        }
        guard let address = IPAddress(octets: masked) else { return nil }
        self.address = address
        self.length = length
        self.isNegated = isNegated
    }

    fileprivate init(from fields: inout FieldReader) throws(RecordContentError) {
        let token = try fields.token("prefix")
        let isNegated = token.first == UInt8(ascii: "!")
        let halves = token.dropFirst(isNegated ? 1 : 0).split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard halves.count == 2, let head = halves.first, let tail = halves.last, head.dropFirst().first == Self.colon,
            let family = head.first, family == Self.one || family == Self.two
        else {
            throw fields.refusal(
                "prefix",
                "must be like 1:192.0.2.0/24, !1:192.0.2.0/28 or 2:2001:db8::/32",
                got: String(decoding: token, as: UTF8.self)
            )
        }
        let isV4 = family == Self.one
        let word = String(decoding: head.dropFirst(2), as: UTF8.self)
        // Why it is none is said with the family that was announced.
        guard let octets = isV4 ? (try? IPAddress.V4(word))?.octets : (try? IPAddress.V6(word))?.octets else {
            let expected = isV4 ? "an IPv4 address such as 192.0.2.1" : "an IPv6 address such as 2001:db8::1"
            throw fields.refusal("address", "must be \(expected)", got: word)
        }
        let most = octets.count * 8
        guard let number = FieldReader.number(tail), number <= UInt64(most), let length = UInt8(exactly: number),
            let prefix = Self(octets: octets, length: length, isNegated: isNegated)
        else { throw fields.refusal("length", "must be 0-\(most)", got: String(decoding: tail, as: UTF8.self)) }
        self = prefix
    }

    fileprivate func write(to fields: inout FieldWriter) {
        let (family, text) =
            switch address {
            case .v4(let address): (1, address.text)
            case .v6(let address): (2, fields.dialect == .powerDNS ? address.mixedText : address.text)
            }
        fields.word("\(isNegated ? "!" : "")\(family):\(text)/\(length)")
    }

    /// The family, the length, a bit for the negation with the number of octets, and octets without zeros at the end.
    fileprivate init(wire: inout WireReader) throws(WireError) {
        let family = try wire.number16()
        let length = try wire.number8()
        let counted = try wire.number8()
        let octets = Array(try wire.take(Int(counted & 0x7F)))
        guard family == 1 || family == 2 else { throw wire.badField("address family") }
        let most = family == 1 ? 4 : 16
        guard Int(length) <= most * 8 else { throw wire.badField("prefix") }
        // RFC 3123 4.1: zeros at the end must not be sent.
        guard octets.count <= most, octets.last != 0 else { throw wire.badField("address") }
        let whole = octets + [UInt8](repeating: 0, count: most - octets.count)
        guard let prefix = Self(octets: whole, length: length, isNegated: counted & 0x80 != 0) else {
            throw wire.badField("address")
        }
        self = prefix
    }

    fileprivate func write(to wire: inout WireWriter) {
        let octets = address.octets
        let count = (octets.lastIndex { $0 != 0 } ?? -1) + 1
        wire.number16(octets.count == 4 ? 1 : 2)
        wire.number8(length)
        wire.number8((isNegated ? 0x80 : 0) | UInt8(truncatingIfNeeded: count))
        wire.octets(octets.prefix(count))
    }

    private static let colon = UInt8(ascii: ":")
    private static let one = UInt8(ascii: "1")
    private static let two = UInt8(ascii: "2")
}
