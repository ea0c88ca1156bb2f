extension DomainName: CustomStringConvertible {
    /// Presentation format without the trailing dot, escaped after RFC 1035 5.1; `.` for the root.
    public var text: String { text(absolute: false) }

    /// Presentation format with the trailing dot, as record contents and PowerDNS want it.
    public var absoluteText: String { text(absolute: true) }

    private func text(absolute: Bool) -> String {
        var octets: [UInt8] = []
        appendText(to: &octets, absolute: absolute)
        return String(decoding: octets, as: UTF8.self)
    }

    public var description: String { text }

    /// The name relative to `zone`: `@` at the apex, `www` below it; the absolute text for a name outside the zone.
    public func relativeText(to zone: DomainName) -> String {
        guard isAtOrBelow(zone) else { return absoluteText }
        guard self != zone else { return "@" }
        return labels.dropLast(zone.labelCount).map(Self.text(of:)).joined(separator: ".")
    }

    /// The owner name that a person wrote for a record of `zone`: `@`, a relative name, or a full name inside it.
    ///
    /// A name with a trailing dot is full. Without one, a name that ends in the zone's own name is taken as full too
    /// (`www.example.org` in `example.org`), since nobody means `www.example.org.example.org`.
    ///
    /// - Throws: ``DomainNameError``; ``DomainNameError/wildcard(in:)`` for a `*` that is not the left-most label.
    public init(
        owner text: String,
        in zone: DomainName,
        toASCII: IDNAConversion
    ) throws(DomainNameError) {
        if text == "@" {
            self = zone
            return
        }
        let written = try DomainName(text, toASCII: toASCII)
        let isFull = text.hasSuffix(".") && !text.hasSuffix("\\.")
        if isFull || written.isAtOrBelow(zone) {
            self = written
        } else {
            self = try DomainName(labels: written.labels + zone.labels)
        }
        guard !labels.dropFirst().contains([UInt8(ascii: "*")]) else { throw .wildcard(in: text) }
    }

    static func text(of label: some Sequence<UInt8>) -> String {
        var octets: [UInt8] = []
        for octet in label { appendEscaped(octet, to: &octets) }
        return String(decoding: octets, as: UTF8.self)
    }
}

extension DomainName: Comparable {
    /// Canonical order (RFC 4034 6.1): by labels from the right, octet by octet, the shorter name first.
    public static func < (left: DomainName, right: DomainName) -> Bool {
        for (one, other) in zip(left.labels.reversed(), right.labels.reversed()) where one != other {
            return one.lexicographicallyPrecedes(other)
        }
        return left.labelCount < right.labelCount
    }
}

extension DomainName {
    /// Refuses what no zone may be called: the root, wildcards, and labels outside letters, digits, `-`, `_` and `/`
    /// (`/` for the classless delegations of RFC 2317).
    ///
    /// - Throws: ``DomainNameError``
    public func requireZoneName() throws(DomainNameError) {
        guard !isRoot else { throw .empty }
        for label in labels {
            let text = Self.text(of: label)
            guard label != [UInt8(ascii: "*")] else { throw .wildcard(in: self.text) }
            for octet in label where !Self.zoneOctets.contains(octet) {
                throw .badCharacter(Self.text(of: [octet]), in: self.text)
            }
            guard label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-") else { throw .hyphen(label: text) }
        }
    }

    private static let zoneOctets = Set("abcdefghijklmnopqrstuvwxyz0123456789-_/".utf8)
}
