extension DomainName {
    /// Reads a name from its octets on the wire: length-prefixed labels up to the root's zero, uncompressed, nothing behind
    /// it (RFC 1035 3.1). Upper case is folded.
    ///
    /// - Throws: ``DomainNameError/badWire(at:)`` with the octet where a label or the name goes wrong, a compression pointer
    ///   included; ``DomainNameError/tooLong(octets:)``.
    public init(wire octets: ArraySlice<UInt8>) throws(DomainNameError) {
        guard octets.count <= Self.longestWire else { throw .tooLong(octets: octets.count) }
        var wire = Array(octets)
        var labels = wire.mutableSpan
        var index = 0
        while index < labels.count, labels[index] != 0 {
            let end = index + 1 + Int(labels[index])
            // What remains has to hold the label and one octet more, at least the root's zero.
            guard labels[index] <= Self.longestLabel, end < labels.count else { throw .badWire(at: index) }
            for octet in (index + 1)..<end { labels[octet] = asciiLowercased(labels[octet]) }
            index = end
        }
        guard index == labels.count - 1 else { throw .badWire(at: index) }
        self.init(checkedWire: wire)
    }

    /// As ``init(wire:)-(ArraySlice<UInt8>)``.
    public init(wire octets: [UInt8]) throws(DomainNameError) {
        try self.init(wire: octets[...])
    }
}
