/// A range of addresses: `192.0.2.0/24`, `2001:db8::/32`, or one address without a length (RFC 4632 3.1, RFC 4291 2.3).
public struct AddressPrefix: Hashable, Sendable {
    /// The first address of the range: all bits behind ``length`` are zero.
    public let network: IPAddress
    /// How many leading bits the addresses of the range share: 0 to 32, or 0 to 128.
    public let length: Int

    /// The range of this length that holds the address; nil for a length that the family does not have.
    public init?(holding address: IPAddress, length: Int) {
        guard (0...address.bitWidth).contains(length) else { return nil }
        self.init(address, checkedLength: length)
    }

    /// Reads CIDR notation; nil when address or length are none. Host bits are ignored, and an address without a length is a
    /// range of its own.
    public init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        // A text that is no address is no prefix either: the caller learns that from nil.
        guard let head = halves.first, let address = try? IPAddress(head) else { return nil }
        guard halves.count == 1 || halves[1].utf8.allSatisfy(isDigit) else { return nil }
        guard let length = halves.count == 1 ? address.bitWidth : Int(halves[1]) else { return nil }
        self.init(holding: address, length: length)
    }

    /// Reads CIDR notation strictly: with a length, without leading zeros, all bits behind the length zero.
    ///
    /// - Throws: ``AddressPrefixError``; ``AddressPrefixError/hostBits(_:corrected:)`` says what was meant.
    public init(cidr text: String) throws(AddressPrefixError) {
        let (address, length) = try Self.parts(of: text)
        self.init(address, checkedLength: length)
        guard network == address else { throw .hostBits(text, corrected: self) }
    }

    private init(_ address: IPAddress, checkedLength: Int) {
        network = address.clearingBits(from: checkedLength)
        length = checkedLength
    }

    /// The last address of the range.
    public var lastAddress: IPAddress { network.settingBits(from: length) }

    /// CIDR notation, the address in canonical text: `2001:db8::/32`.
    public var text: String { "\(network.text)/\(length)" }

    /// Whether the address, 4 or 16 octets, lies in the range. The families are never mixed.
    public func contains(_ octets: [UInt8]) -> Bool {
        IPAddress(octets: octets).map(contains) ?? false
    }

    /// Whether the address lies in the range. The families are never mixed.
    public func contains(_ address: IPAddress) -> Bool { address.clearingBits(from: length) == network }

    /// Whether all of the other range lies in this one.
    public func contains(_ other: AddressPrefix) -> Bool { other.length >= length && contains(other.network) }

    /// Address and length as they were written, host bits and all.
    static func parts(of text: String) throws(AddressPrefixError) -> (address: IPAddress, length: Int) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let address: IPAddress
        do throws(IPAddressError) {
            address = try IPAddress(halves.first.map(String.init) ?? "")
        } catch {
            throw .noAddress(text)
        }
        guard halves.count == 2 else { throw .noLength(text) }
        let digits = halves[1].utf8
        guard (1...3).contains(digits.count), digits.allSatisfy(isDigit), digits.count == 1 || halves[1].first != "0",
            let length = Int(halves[1]), length <= address.bitWidth
        else { throw .badLength(text, upTo: address.bitWidth) }
        return (address, length)
    }
}

extension AddressPrefix: CustomStringConvertible {
    public var description: String { text }
}

extension IPAddress {
    /// 32 or 128.
    public var bitWidth: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }

    /// The address with all bits zero from this one on, counted from the most significant.
    fileprivate func clearingBits(from bit: Int) -> IPAddress {
        switch self {
        case .v4(let address): .v4(V4(value: address.value & ~(.max >> UInt32(clamping: bit))))
        case .v6(let address): .v6(V6(value: address.value & ~(.max >> UInt128(clamping: bit))))
        }
    }

    /// The address with all bits one from this one on.
    fileprivate func settingBits(from bit: Int) -> IPAddress {
        switch self {
        case .v4(let address): .v4(V4(value: address.value | .max >> UInt32(clamping: bit)))
        case .v6(let address): .v6(V6(value: address.value | .max >> UInt128(clamping: bit)))
        }
    }
}
