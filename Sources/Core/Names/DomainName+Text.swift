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
        var octets: [UInt8] = []
        appendText(to: &octets, relativeTo: zone)
        return String(decoding: octets, as: UTF8.self)
    }

    /// Appends the name as a zone file with this `$ORIGIN` may write it; as ``relativeText(to:)``.
    public func appendText(to octets: inout [UInt8], relativeTo origin: DomainName) {
        guard isAtOrBelow(origin) else { return appendText(to: &octets, absolute: true) }
        let end = wire.count - origin.wire.count
        guard end > 0 else { return octets.append(UInt8(ascii: "@")) }
        appendText(of: 0..<end, to: &octets)
    }

    /// The name as people read it, where that differs from ``text``; nil for a name without A-labels, or with an invalid one.
    public func unicodeName(_ toUnicode: UnicodeConversion) -> String? {
        guard hasALabel else { return nil }
        let ascii = text
        guard let unicode = toUnicode(ascii), unicode != ascii else { return nil }
        return unicode
    }

    private var hasALabel: Bool {
        let prefix = Array("xn--".utf8)
        return labelRanges.contains { wire[$0].starts(with: prefix) }
    }

    static func text(of label: some Sequence<UInt8>) -> String {
        var octets: [UInt8] = []
        for octet in label { appendEscaped(octet, to: &octets) }
        return String(decoding: octets, as: UTF8.self)
    }
}
