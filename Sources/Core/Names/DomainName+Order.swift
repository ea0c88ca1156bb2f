extension DomainName: Comparable {
    /// Canonical order (RFC 4034 6.1): by labels from the right, octet by octet, the shorter label or name first.
    public static func < (left: DomainName, right: DomainName) -> Bool {
        let ours = LabelStarts(left.wire)
        let others = LabelStarts(right.wire)
        for back in 1..<(1 + min(ours.count, others.count)) {
            switch order(left.wire, at: ours[ours.count - back], right.wire, at: others[others.count - back]) {
            case .less: return true
            case .greater: return false
            case .equal: continue
            }
        }
        return ours.count < others.count
    }

    private enum Order {
        case less
        case equal
        case greater
    }

    /// The order of two labels, each at its length octet.
    private static func order(_ left: [UInt8], at start: Int, _ right: [UInt8], at otherStart: Int) -> Order {
        let count = Int(left[start])
        let otherCount = Int(right[otherStart])
        for offset in 1..<(1 + min(count, otherCount)) {
            let (octet, other) = (left[start + offset], right[otherStart + offset])
            guard octet == other else { return octet < other ? .less : .greater }
        }
        return count == otherCount ? .equal : count < otherCount ? .less : .greater
    }
}

/// Where the labels of a wire form begin: at most 127, each below 255, without an array on the heap.
private struct LabelStarts {
    private var starts = InlineArray<127, UInt8>(repeating: 0)
    private(set) var count = 0

    init(_ wire: [UInt8]) {
        var index = 0
        while index < wire.count, wire[index] != 0, count < 127 {
            starts[count] = UInt8(truncatingIfNeeded: index)
            count += 1
            index += 1 + Int(wire[index])
        }
    }

    subscript(_ label: Int) -> Int { Int(starts[label]) }
}
