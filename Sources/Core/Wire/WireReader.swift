/// Reads a DNS message, or the RDATA of one record, front to back; every read is checked against the end.
///
/// A value: a copy goes on where the original stood. Offsets count from the start of what the first reader was given.
public struct WireReader: Sendable {
    /// All octets, those before and after the readable ones included: pointers lead there.
    let octets: [UInt8]
    /// Where the next read begins; at most ``limit``.
    public private(set) var offset: Int
    /// Where reading ends.
    private let limit: Int
    /// Whether names may be compressed (RFC 1035 4.1.4).
    private let followsPointers: Bool

    private init(_ octets: [UInt8], offset: Int, limit: Int, followsPointers: Bool) {
        self.octets = octets
        self.offset = offset
        self.limit = limit
        self.followsPointers = followsPointers
    }

    /// Reads RDATA that stand alone: a compressed name in it is refused.
    public init(_ octets: [UInt8]) {
        self.init(octets, offset: 0, limit: octets.count, followsPointers: false)
    }

    /// Reads a whole message: names may be compressed.
    public init(message octets: [UInt8]) {
        self.init(octets, offset: 0, limit: octets.count, followsPointers: true)
    }

    /// How many octets are left.
    public var remaining: Int { limit - offset }

    /// Whether nothing is left.
    public var isAtEnd: Bool { offset >= limit }

    /// Refuses octets that are left over.
    ///
    /// - Throws: ``WireError/leftOver(octets:at:)``
    public func end() throws(WireError) {
        guard isAtEnd else { throw .leftOver(octets: remaining, at: offset) }
    }

    /// The error of a field whose octets are there but say what they may not; `field` is its name in the RFC.
    public func badField(_ field: String) -> WireError { .badField(field, at: offset) }

    /// One octet.
    public mutating func number8() throws(WireError) -> UInt8 {
        guard offset < limit else { throw .endsEarly(at: offset) }
        offset += 1
        return octets[offset - 1]
    }

    /// Two octets, most significant first.
    public mutating func number16() throws(WireError) -> UInt16 {
        guard remaining >= 2 else { throw .endsEarly(at: limit) }
        offset += 2
        return UInt16(octets[offset - 2]) << 8 | UInt16(octets[offset - 1])
    }

    /// Four octets, most significant first.
    public mutating func number32() throws(WireError) -> UInt32 {
        let high = try number16()
        return UInt32(high) << 16 | UInt32(try number16())
    }

    /// Exactly `count` octets.
    public mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
        guard count >= 0, remaining >= count else { throw .endsEarly(at: limit) }
        offset += count
        return octets[(offset - count)..<offset]
    }

    /// All octets that are left, possibly none.
    public mutating func rest() -> [UInt8] {
        defer { offset = limit }
        return Array(octets[offset..<limit])
    }

    /// All octets that are left: exactly `length` of them when that is known, else at least one; `field` names them.
    mutating func rest(octets length: Int?, of field: String) throws(WireError) -> [UInt8] {
        let octets = rest()
        guard length.map({ $0 == octets.count }) ?? !octets.isEmpty else { throw badField(field) }
        return octets
    }

    /// A `<character-string>`: an octet of length and as many octets, 0 to 255 (RFC 1035 3.3).
    public mutating func string() throws(WireError) -> [UInt8] {
        let length = Int(try number8())
        return Array(try take(length))
    }

    /// The four octets of an IPv4 address.
    public mutating func addressV4() throws(WireError) -> IPAddress.V4 {
        IPAddress.V4(value: try number32())
    }

    /// The sixteen octets of an IPv6 address.
    public mutating func addressV6() throws(WireError) -> IPAddress.V6 {
        guard let address = IPAddress.V6(octets: try take(16)) else { throw badField("IPv6 address") }
        return address
    }

    /// A reader of the next `count` octets alone (RDATA, an option), which this reader passes over.
    ///
    /// A name in it may point to before it, and never runs over its end.
    public mutating func part(_ count: Int, followsPointers: Bool = false) throws(WireError) -> WireReader {
        let start = offset
        _ = try take(count)
        return WireReader(
            octets,
            offset: start,
            limit: offset,
            followsPointers: followsPointers && self.followsPointers
        )
    }

    /// A name as a value; its case is folded.
    public mutating func name() throws(WireError) -> DomainName {
        DomainName(checkedWire: try spelling().map(asciiLowercased))
    }

    /// A name, decompressed, in the case it was sent in: length-prefixed labels and the root's zero, at most 255 octets.
    ///
    /// A pointer has to point to before the part of the name that holds it (RFC 1035 4.1.4: "a prior occurrence"), so every
    /// jump goes further back and the reading ends; 126 jumps are enough for any name of 127 labels.
    public mutating func spelling() throws(WireError) -> [UInt8] {
        let start = offset
        var name: [UInt8] = []
        var cursor = self
        var partStart = start
        var jumps = 0
        while true {
            let at = cursor.offset
            let length = try cursor.number8()
            switch length & 0xC0 {
            case 0x00:
                name.append(length)
                if length == 0 {
                    if jumps == 0 { offset = cursor.offset }
                    return name
                }
                name.append(contentsOf: try cursor.take(Int(length)))
                // Below 255: the root's octet is still to come.
                guard name.count < 255 else { throw .nameTooLong(at: start) }
            case 0xC0:
                let target = Int(length & 0x3F) << 8 | Int(try cursor.number8())
                if jumps == 0 { offset = cursor.offset }
                jumps += 1
                guard followsPointers, target < partStart, jumps <= 126 else { throw .badPointer(at: at) }
                partStart = target
                cursor = WireReader(octets, offset: target, limit: at, followsPointers: true)
            default:
                throw .badLabel(at: at)
            }
        }
    }
}
