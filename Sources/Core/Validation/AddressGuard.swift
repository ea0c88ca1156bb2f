/// Decides which addresses the server may send questions to, and take as `primaries` of a secondary zone.
///
/// A tenant names the hosts, so without the guard it could aim the server's packets at the network the server stands in.
public struct AddressGuard: Sendable {
    /// Laboratories only (`VALIDATION_ALLOW_PRIVATE`): every address is permitted.
    public let allowsPrivate: Bool

    public init(allowsPrivate: Bool) {
        self.allowsPrivate = allowsPrivate
    }

    public func permits(_ address: IPAddress) -> Bool {
        allowsPrivate || Self.block(of: address) == nil
    }

    /// The special-purpose block an address lies in; nil for an ordinary one.
    ///
    /// The mapped, 6to4 and NAT64 forms are blocks of the registries as a whole. The deprecated IPv4-compatible form
    /// (`::127.0.0.1`, RFC 4291 2.5.5.1) is in no registry; it is judged by the IPv4 address in it. `::2` and its like up to
    /// `::ff:ffff` are no such form, since 0.0.0.0/8 was never an address of a host.
    public static func block(of address: IPAddress) -> SpecialPurposeBlock? {
        if let block = SpecialPurposeBlock.holding(address.octets) { return block }
        let octets = address.octets
        guard octets.count == 16, octets[..<12].allSatisfy({ $0 == 0 }), octets[12] != 0 else { return nil }
        return SpecialPurposeBlock.holding(Array(octets[12...]))
    }
}

extension IPAddress {
    /// The IPv4 address that a mapped (`::ffff:0:0/96`), compatible (`::/96`), NAT64 (`64:ff9b::/96`) or 6to4 (`2002::/16`)
    /// address leads to; nil for any other. So that one host has one name to be compared by.
    public var embeddedIPv4: V4? {
        guard case .v6(let address) = self else { return nil }
        let octets = address.octets
        let zeros = [UInt8](repeating: 0, count: 10)
        let isMapped = octets[..<10].elementsEqual(zeros) && octets[10] == 0xFF && octets[11] == 0xFF
        let isCompatible = octets[..<10].elementsEqual(zeros) && octets[10] == 0 && octets[11] == 0 && octets[12] != 0
        let isTranslated = octets[..<12].elementsEqual([0x00, 0x64, 0xFF, 0x9B] + zeros[..<8])
        if isMapped || isCompatible || isTranslated { return V4(octets: octets[12...]) }
        return octets[0] == 0x20 && octets[1] == 0x02 ? V4(octets: octets[2..<6]) : nil
    }
}
