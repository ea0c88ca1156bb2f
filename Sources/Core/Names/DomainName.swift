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

    /// The labels left to right, raw octets; empty for the root.
    ///
    /// - Throws: ``DomainNameError`` when a label or the whole is too long, or a label is empty.
    public init(labels: [[UInt8]]) throws(DomainNameError) {
        var wire: [UInt8] = []
        for label in labels {
            guard !label.isEmpty else { throw .emptyLabel(in: "") }
            guard label.count <= 63 else { throw .labelTooLong(octets: label.count) }
            wire.append(UInt8(label.count))
            wire.append(contentsOf: label.map(asciiLowercased))
        }
        wire.append(0)
        guard wire.count <= 255 else { throw .tooLong(octets: wire.count) }
        self.init(checkedWire: wire)
    }

    /// The labels left to right, raw octets.
    public var labels: [[UInt8]] {
        var labels: [[UInt8]] = []
        var index = 0
        while index < wire.count, wire[index] != 0 {
            let end = index + 1 + Int(wire[index])
            labels.append(Array(wire[(index + 1)..<end]))
            index = end
        }
        return labels
    }

    /// How many labels stand before the root.
    public var labelCount: Int {
        var count = 0
        var index = 0
        while index < wire.count, wire[index] != 0 {
            index += 1 + Int(wire[index])
            count += 1
        }
        return count
    }

    /// Whether this is the root.
    public var isRoot: Bool { wire.count == 1 }

    /// Whether the left-most label is `*` (RFC 4592).
    public var isWildcard: Bool { wire.count > 2 && wire[0] == 1 && wire[1] == UInt8(ascii: "*") }

    /// The name without its left-most label; nil for the root.
    public var parent: DomainName? {
        guard !isRoot else { return nil }
        return DomainName(checkedWire: Array(wire[(1 + Int(wire[0]))...]))
    }

    /// The name itself, its parent and so on up to the root.
    public var selfAndAncestors: [DomainName] {
        var names = [self]
        while let last = names.last, let parent = last.parent { names.append(parent) }
        return names
    }

    /// Whether this name is `other` or lies below it.
    public func isAtOrBelow(_ other: DomainName) -> Bool {
        guard wire.count >= other.wire.count else { return false }
        var index = 0
        let start = wire.count - other.wire.count
        while index < start { index += 1 + Int(wire[index]) }
        return index == start && wire[start...].elementsEqual(other.wire)
    }

    /// Whether this name lies below `other`.
    public func isBelow(_ other: DomainName) -> Bool { self != other && isAtOrBelow(other) }

    /// The name with one more label in front.
    public func prepending(_ label: String) throws(DomainNameError) -> DomainName {
        try DomainName(isRoot ? label : label + "." + text)
    }
}

/// A function that turns a name in Unicode into A-labels, as libidn2 does it; given from outside since Core holds no C.
public typealias IDNAConversion = @Sendable (_ text: String) throws(DomainNameError) -> String

func asciiLowercased(_ octet: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet + 32 : octet
}
