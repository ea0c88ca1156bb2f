/// Writes RDATA or a part of a message, front to back.
public struct WireWriter: Sendable {
    /// What was written.
    public private(set) var octets: [UInt8] = []

    public init() {}

    public mutating func number8(_ number: UInt8) {
        octets.append(number)
    }

    /// Two octets, most significant first.
    public mutating func number16(_ number: UInt16) {
        octets.append(UInt8(truncatingIfNeeded: number >> 8))
        octets.append(UInt8(truncatingIfNeeded: number))
    }

    /// Four octets, most significant first.
    public mutating func number32(_ number: UInt32) {
        number16(UInt16(truncatingIfNeeded: number >> 16))
        number16(UInt16(truncatingIfNeeded: number))
    }

    /// The octets as they are.
    public mutating func octets(_ more: some Sequence<UInt8>) {
        octets.append(contentsOf: more)
    }

    /// A `<character-string>`: an octet of length and the octets (RFC 1035 3.3). `string` has at most 255 octets.
    public mutating func string(_ string: some Collection<UInt8>) {
        precondition(
            string.count <= 255, "a character string has at most 255 octets; types check this when they are made")
        octets.append(UInt8(truncatingIfNeeded: string.count))
        octets.append(contentsOf: string)
    }

    /// A name in lower case and without compression, as RDATA hold it (RFC 3597 4, RFC 4034 6.2).
    public mutating func name(_ name: DomainName) {
        octets.append(contentsOf: name.wire)
    }

    /// A length of two octets and what `body` writes, such as RDLENGTH and RDATA. `body` writes at most 65,535 octets.
    public mutating func counted(_ body: (inout WireWriter) -> Void) {
        let place = octets.count
        number16(0)
        body(&self)
        let length = octets.count - place - 2
        precondition(
            length <= 65_535, "a length of two octets counts at most 65535; types check this when they are made")
        octets[place] = UInt8(truncatingIfNeeded: length >> 8)
        octets[place + 1] = UInt8(truncatingIfNeeded: length)
    }
}
