extension ReverseZone {
    /// Where the PTR records of an address stand in this zone: `5.2.0.192.in-addr.arpa`, in a classless zone
    /// `5.0-28.2.0.192.in-addr.arpa`.
    ///
    /// - Throws: ``ReverseZoneError/outside(_:range:)``
    public func pointerName(of address: IPAddress) throws(ReverseZoneError) -> DomainName {
        guard range.contains(address) else { throw .outside(address, range: range) }
        return ownPointerName(of: address)
    }

    /// The address whose PTR records stand at a name of this zone; nil for any other name.
    public func address(ofPointer owner: DomainName) -> IPAddress? {
        guard let address = IPAddress(pointerName: owner), range.contains(address) else { return nil }
        return ownPointerName(of: address) == owner ? address : nil
    }

    /// The zone that delegates a classless zone: `2.0.192.in-addr.arpa`; nil for any other zone, whose parent needs no aliases.
    public var classlessParent: DomainName? { isClassless ? name.parent : nil }

    /// The CNAMEs that the zone above has to hold so that the addresses of a classless zone are found in it (RFC 2317 4): one
    /// for each address, at most 128, in the order of the addresses. None for any other zone.
    public var parentAliases: [ReverseAlias] {
        guard isClassless, case .v4(let first) = range.network, case .v4(let last) = range.lastAddress else {
            return []
        }
        return (first.value...last.value).map { value in
            let address = IPAddress.v4(IPAddress.V4(value: value))
            return ReverseAlias(owner: address.pointerName, target: ownPointerName(of: address))
        }
    }

    /// For an address of the range.
    private func ownPointerName(of address: IPAddress) -> DomainName {
        guard isClassless, let octet = address.octets.last else { return address.pointerName }
        var wire: [UInt8] = []
        ReverseTree.append(String(octet), to: &wire)
        return DomainName(checkedWire: wire + name.wire)
    }
}

/// A CNAME in the zone above a classless reverse zone: `5.2.0.192.in-addr.arpa` to `5.0-28.2.0.192.in-addr.arpa` (RFC 2317 4).
public struct ReverseAlias: Hashable, Sendable {
    public let owner: DomainName
    public let target: DomainName
}
