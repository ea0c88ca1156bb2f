extension DomainName {
    /// Reads a name from its octets on the wire: length-prefixed labels up to the root's zero, uncompressed, nothing behind
    /// it (RFC 1035 3.1). Upper case is folded.
    ///
    /// - Throws: ``DomainNameError/badWire(at:)`` with the octet where a label or the name goes wrong, a compression pointer
    ///   included; ``DomainNameError/tooLong(octets:)``.
    public init(wire octets: ArraySlice<UInt8>) throws(DomainNameError) {
        guard octets.count <= Self.longestWire else { throw .tooLong(octets: octets.count) }
        var wire: [UInt8] = []
        wire.reserveCapacity(octets.count)
        var index = octets.startIndex
        while index < octets.endIndex, octets[index] != 0 {
            let length = Int(octets[index])
            // What remains has to hold the label and one octet more, at least the root's zero.
            guard length <= Self.longestLabel, octets.endIndex - index > length + 1 else {
                throw .badWire(at: index - octets.startIndex)
            }
            wire.append(octets[index])
            for octet in octets[(index + 1)...(index + length)] { wire.append(asciiLowercased(octet)) }
            index += length + 1
        }
        guard index == octets.endIndex - 1 else { throw .badWire(at: index - octets.startIndex) }
        wire.append(0)
        self.init(checkedWire: wire)
    }

    /// As ``init(wire:)-(ArraySlice<UInt8>)``.
    public init(wire octets: [UInt8]) throws(DomainNameError) {
        try self.init(wire: octets[...])
    }
}
