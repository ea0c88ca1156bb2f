/// An absolute domain name, kept in lower-case wire form (RFC 1035 3.1).
///
/// Two spellings of one name (`A.example`, `\097.example.`) are one value. The root has no labels. At most 127 labels
/// of 1 to 63 octets, 255 octets in all.
public struct DomainName: Hashable, Sendable {
    /// The name on the wire: length-prefixed labels and the root's zero octet, 1 to 255 octets, upper case folded.
    public let wire: [UInt8]

    /// The root of the DNS.
    public static let root = DomainName(checkedWire: [0])

    /// Takes octets that are known to be a name: whole labels in lower case, the root's zero, at most 255.
    init(checkedWire: [UInt8]) {
        wire = checkedWire
    }

    /// Reads presentation format: escapes `\.` and `\DDD`, with or without the trailing dot; the result is absolute.
    ///
    /// - Throws: ``DomainNameError`` for what RFC 1035 forbids, and for characters that are not ASCII.
    public init(_ text: String) throws(DomainNameError) {
        try self.init(presentation: Array(text.utf8)[...], origin: nil)
    }

    /// Reads a name that people typed: Unicode is converted to A-labels by `toASCII` (UTS 46, non-transitional).
    ///
    /// - Throws: ``DomainNameError/notConvertible(_:reason:)`` when `toASCII` refuses the text, else as ``init(_:)``.
    public init(_ text: String, toASCII: IDNAConversion) throws(DomainNameError) {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        try self.init(isASCII ? text : try toASCII(text))
    }

    /// Whether this is the root.
    public var isRoot: Bool { wire.count == 1 }

    /// The name with one more label in front, read in presentation format.
    ///
    /// - Throws: ``DomainNameError``; ``DomainNameError/emptyLabel(in:)`` for a label with a dot at its end.
    public func prepending(_ label: String) throws(DomainNameError) -> DomainName {
        let octets = Array(label.utf8)
        guard !DomainName.isAbsolute(octets[...]) else { throw .emptyLabel(in: label) }
        return try DomainName(presentation: octets[...], origin: nil).appending(self)
    }

    /// The name with the labels of `zone` behind its own: `www` and `example.org` make `www.example.org`.
    ///
    /// - Throws: ``DomainNameError/tooLong(octets:)``
    public func appending(_ zone: DomainName) throws(DomainNameError) -> DomainName {
        let octets = wire.count - 1 + zone.wire.count
        guard octets <= Self.longestWire else { throw .tooLong(octets: octets) }
        var joined: [UInt8] = []
        joined.reserveCapacity(octets)
        joined.append(contentsOf: wire.dropLast())
        joined.append(contentsOf: zone.wire)
        return DomainName(checkedWire: joined)
    }

    public func hash(into hasher: inout Hasher) {
        // Hashing an array of octets takes one step an octet; names are keys of everything, so they take one step for eight.
        var word: UInt64 = 0
        for (index, octet) in wire.enumerated() {
            word = word << 8 | UInt64(octet)
            if index & 7 == 7 { hasher.combine(word) }
        }
        // A name is never the beginning of another one, so its count does not have to be hashed.
        hasher.combine(word)
    }
}

/// A function that turns a name in Unicode into A-labels, as libidn2 does it; given from outside since Core holds no C.
public typealias IDNAConversion = @Sendable (_ text: String) throws(DomainNameError) -> String

/// A function that turns A-labels into Unicode for showing them, nil when one of them is none that Unicode leads to; given
/// from outside since Core holds no C.
public typealias UnicodeConversion = @Sendable (_ ascii: String) -> String?

func asciiLowercased(_ octet: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet + 32 : octet
}
