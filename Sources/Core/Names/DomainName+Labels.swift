extension DomainName {
    /// The labels left to right, raw octets; empty for the root.
    ///
    /// - Throws: ``DomainNameError`` when a label or the whole is too long, or a label is empty.
    public init(labels: [[UInt8]]) throws(DomainNameError) {
        var wire: [UInt8] = []
        for label in labels {
            guard !label.isEmpty else { throw .emptyLabel(in: "") }
            guard label.count <= Self.longestLabel else { throw .labelTooLong(octets: label.count) }
            wire.append(UInt8(label.count))
            wire.append(contentsOf: label.lazy.map(asciiLowercased))
        }
        wire.append(0)
        guard wire.count <= Self.longestWire else { throw .tooLong(octets: wire.count) }
        self.init(checkedWire: wire)
    }

    /// The labels left to right, raw octets.
    public var labels: [[UInt8]] { labelRanges.map { Array(wire[$0]) } }

    /// The left-most label, raw octets; nil for the root.
    public var firstLabel: ArraySlice<UInt8>? { isRoot ? nil : wire[1...Int(wire[0])] }

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

    /// Where the octets of each label stand in ``wire``, left to right.
    var labelRanges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < wire.count, wire[index] != 0 {
            let end = index + 1 + Int(wire[index])
            ranges.append((index + 1)..<end)
            index = end
        }
        return ranges
    }

    /// The name without its left-most label; nil for the root.
    public var parent: DomainName? {
        guard !isRoot else { return nil }
        return DomainName(checkedWire: Array(wire[(1 + Int(wire[0]))...]))
    }

    /// The name itself, its parent and so on up to the root.
    public var selfAndAncestors: [DomainName] {
        var names = [self]
        var start = 0
        while start < wire.count, wire[start] != 0 {
            start += 1 + Int(wire[start])
            names.append(DomainName(checkedWire: Array(wire[start...])))
        }
        return names
    }

    /// The ancestor, or the name itself, of the last `count` labels; nil when there are not so many.
    public func ancestor(labelCount count: Int) -> DomainName? {
        guard count >= 0, count <= labelCount else { return nil }
        var surplus = labelCount - count
        var start = 0
        while surplus > 0 {
            start += 1 + Int(wire[start])
            surplus -= 1
        }
        return start == 0 ? self : DomainName(checkedWire: Array(wire[start...]))
    }

    /// Whether this name is `other` or lies below it.
    public func isAtOrBelow(_ other: DomainName) -> Bool {
        let start = wire.count - other.wire.count
        guard start >= 0 else { return false }
        var index = 0
        while index < start { index += 1 + Int(wire[index]) }
        return index == start && wire[start...].elementsEqual(other.wire)
    }

    /// Whether this name lies below `other`.
    public func isBelow(_ other: DomainName) -> Bool { wire.count > other.wire.count && isAtOrBelow(other) }

    /// Whether the left-most label is `*` (RFC 4592).
    public var isWildcard: Bool { wire.count > 2 && wire[0] == 1 && wire[1] == UInt8(ascii: "*") }

    /// Whether this is a wildcard below whose parent `name` lies: then its records answer for `name`, unless a name that
    /// exists stands nearer (RFC 4592 3.3.1, the closest encloser; that is for whoever knows the zone).
    public func isWildcard(over name: DomainName) -> Bool {
        guard isWildcard, let parent else { return false }
        return name.isBelow(parent)
    }
}
