/// Names in canonical order (RFC 4034 6.1), in which a name stands right before all that is below it.
///
/// Finding a name's subtree takes O(log n); names are added and removed in batches of any size in O(n).
struct NameIndex: Equatable, Sendable {
    private struct Entry: Equatable, Sendable {
        let key: [UInt8]
        let name: DomainName
    }

    /// In ascending order of their keys, each once.
    private var entries: [Entry] = []

    init(_ names: some Sequence<DomainName>) {
        entries = Self.sorted(names)
    }

    /// All names in order.
    var names: [DomainName] { entries.map(\.name) }

    /// The names that are `name` or lie below it, in order.
    func names(atOrBelow name: DomainName) -> some Sequence<DomainName> {
        let key = name.canonicalKey
        let below = entries[firstIndex(notBefore: key)...]
        return below.lazy.prefix { $0.key.starts(with: key) }.map(\.name)
    }

    /// Takes `removed` out and puts in `added`, none of which is there.
    mutating func change(adding added: [DomainName], removing removed: Set<DomainName>) {
        if !removed.isEmpty { entries.removeAll { removed.contains($0.name) } }
        guard !added.isEmpty else { return }
        var merged: [Entry] = []
        merged.reserveCapacity(entries.count + added.count)
        var rest = entries[...]
        for entry in Self.sorted(added) {
            while let next = rest.first, next.key.lexicographicallyPrecedes(entry.key) {
                merged.append(next)
                rest.removeFirst()
            }
            merged.append(entry)
        }
        merged.append(contentsOf: rest)
        entries = merged
    }

    private func firstIndex(notBefore key: [UInt8]) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func sorted(_ names: some Sequence<DomainName>) -> [Entry] {
        names.map { Entry(key: $0.canonicalKey, name: $0) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }
}

extension DomainName {
    /// Octets whose order is the canonical order of names (RFC 4034 6.1), and of which a name's are the beginning of those
    /// of every name below it: labels from the right, each ended by a zero, which sorts before any octet of a label.
    var canonicalKey: [UInt8] {
        var starts: [Int] = []
        var index = 0
        while index < wire.count, wire[index] != 0 {
            starts.append(index)
            index += 1 + Int(wire[index])
        }
        var key: [UInt8] = []
        key.reserveCapacity(wire.count)
        for start in starts.reversed() {
            for octet in wire[(start + 1)..<(start + 1 + Int(wire[start]))] {
                // 0 and 1 are written in two octets, so that 0 ends labels alone.
                if octet <= 1 { key.append(1) }
                key.append(octet <= 1 ? octet + 1 : octet)
            }
            key.append(0)
        }
        return key
    }
}
