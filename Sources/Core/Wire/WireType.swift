/// A record type as its number on the wire (RFC 1035 3.2.2 and IANA's registry); any number is allowed.
public struct WireType: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    public static let a = WireType(rawValue: 1)
    public static let ns = WireType(rawValue: 2)
    public static let cname = WireType(rawValue: 5)
    public static let soa = WireType(rawValue: 6)
    public static let ptr = WireType(rawValue: 12)
    public static let mx = WireType(rawValue: 15)
    public static let txt = WireType(rawValue: 16)
    public static let aaaa = WireType(rawValue: 28)
    public static let srv = WireType(rawValue: 33)
    public static let dname = WireType(rawValue: 39)
    public static let opt = WireType(rawValue: 41)
    public static let ds = WireType(rawValue: 43)
    public static let dnskey = WireType(rawValue: 48)
}

/// A response code, the EDNS extension of RFC 6891 included (0 to 4095).
public struct WireResponseCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    public static let noError = WireResponseCode(rawValue: 0)
    public static let formatError = WireResponseCode(rawValue: 1)
    public static let serverFailure = WireResponseCode(rawValue: 2)
    public static let nameError = WireResponseCode(rawValue: 3)
    public static let notImplemented = WireResponseCode(rawValue: 4)
    public static let refused = WireResponseCode(rawValue: 5)
    public static let notAuthoritative = WireResponseCode(rawValue: 9)
}
