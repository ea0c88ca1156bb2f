extension DomainName: Comparable {
    /// Canonical order (RFC 4034 6.1): by labels from the right, octet by octet, the shorter label or name first.
    ///
    /// Goes through both names from the left, once, on the wire form: labels with as many labels behind them are compared, and
    /// the last two that differ decide.
    public static func < (left: DomainName, right: DomainName) -> Bool {
        let (count, otherCount) = (left.labelCount, right.labelCount)
        let shared = min(count, otherCount)
        var index = left.start(skipping: count - shared)
        var otherIndex = right.start(skipping: otherCount - shared)
        // Names that end alike are ordered by how many labels they have.
        var isLess = count < otherCount
        for _ in 0..<shared {
            isLess = order(left.wire.span, at: index, right.wire.span, at: otherIndex) ?? isLess
            index += 1 + Int(left.wire[index])
            otherIndex += 1 + Int(right.wire[otherIndex])
        }
        return isLess
    }

    /// Where the label behind the first `count` labels begins; there have to be so many.
    private func start(skipping count: Int) -> Int {
        var index = 0
        for _ in 0..<count { index += 1 + Int(wire[index]) }
        return index
    }

    /// Whether the left one of two labels, each at its length octet, is less; nil when they are equal.
    private static func order(_ left: Span<UInt8>, at start: Int, _ right: Span<UInt8>, at otherStart: Int) -> Bool? {
        let (count, otherCount) = (left[start], right[otherStart])
        var offset = 1
        let end = 1 + Int(min(count, otherCount))
        while offset < end {
            let (octet, other) = (left[start + offset], right[otherStart + offset])
            guard octet == other else { return octet < other }
            offset += 1
        }
        return count == otherCount ? nil : count < otherCount
    }
}
