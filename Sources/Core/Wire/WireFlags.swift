/// The one-bit flags of a message's header (RFC 1035 4.1.1, RFC 4035 3.1.6 and 3.2); bits that are no flags are dropped.
public struct WireFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) {
        self.rawValue = rawValue & 0x87F0
    }

    /// QR: this is a response.
    public static let response = WireFlags(rawValue: 0x8000)
    /// AA: the server has the zone.
    public static let authoritative = WireFlags(rawValue: 0x0400)
    /// TC: the answer did not fit; only a prefix of the records is here.
    public static let truncated = WireFlags(rawValue: 0x0200)
    /// RD: the server is a resolver and shall find the answer elsewhere.
    public static let recursionDesired = WireFlags(rawValue: 0x0100)
    /// RA: the server finds answers elsewhere.
    public static let recursionAvailable = WireFlags(rawValue: 0x0080)
    /// Z: to be zero in all that is sent, to be ignored in what is received.
    public static let reserved = WireFlags(rawValue: 0x0040)
    /// AD: in a query, the answer shall say whether it was validated (RFC 6840 5.7); in a response, it was, all of it
    /// (RFC 4035 3.2.3).
    public static let authenticData = WireFlags(rawValue: 0x0020)
    /// CD: the resolver shall not hold back what fails validation.
    public static let checkingDisabled = WireFlags(rawValue: 0x0010)
}

/// What a message is about (RFC 1035 4.1.1, RFC 6895 2.2): 0 to 15.
public struct WireOpcode: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt8

    /// Nil for a number that does not fit the four bits.
    public init?(rawValue: UInt8) {
        guard rawValue <= 15 else { return nil }
        self.rawValue = rawValue
    }

    /// The opcode in the second word of a header.
    init(flagsOfHeader word: UInt16) {
        rawValue = UInt8(truncatingIfNeeded: word >> 11) & 0x0F
    }

    public static let query = WireOpcode(flagsOfHeader: 0)
    /// RFC 1996.
    public static let notify = WireOpcode(flagsOfHeader: 4 << 11)
    /// RFC 2136.
    public static let update = WireOpcode(flagsOfHeader: 5 << 11)
}
