/// Writes the parts of a message, names compressed (RFC 1035 4.1.4), and takes back what does not fit.
struct WireMessageWriter {
    private(set) var octets: [UInt8] = []
    /// Where each name that was written begins, and each name above it; in the first 16 KiB, where pointers reach.
    private var places: [ArraySlice<UInt8>: Int] = [:]
    /// The keys of `places` in the order of their places.
    private var placed: [ArraySlice<UInt8>] = []

    mutating func number16(_ number: UInt16) {
        octets.append(UInt8(truncatingIfNeeded: number >> 8))
        octets.append(UInt8(truncatingIfNeeded: number))
    }

    /// Writes over two octets that are already there.
    mutating func number16(_ number: UInt16, at place: Int) {
        octets[place] = UInt8(truncatingIfNeeded: number >> 8)
        octets[place + 1] = UInt8(truncatingIfNeeded: number)
    }

    mutating func octets(_ more: some Sequence<UInt8>) {
        octets.append(contentsOf: more)
    }

    mutating func question(_ question: WireQuestion) {
        // In the very letters of the question, never compressed: what follows points here.
        let start = octets.count
        octets.append(contentsOf: question.spelling)
        remember(question.name.wire, from: start)
        number16(question.type.rawValue)
        number16(question.recordClass)
    }

    /// - Throws: ``WireEncodingError/dataTooLong(octets:)``, ``WireEncodingError/strayOptions``
    mutating func record(_ record: WireRecord) throws(WireEncodingError) {
        guard record.type != .opt else { throw .strayOptions }
        guard record.data.count <= 65_535 else { throw .dataTooLong(octets: record.data.count) }
        name(record.owner.wire)
        number16(record.type.rawValue)
        number16(record.recordClass)
        number16(UInt16(truncatingIfNeeded: record.ttl >> 16))
        number16(UInt16(truncatingIfNeeded: record.ttl))
        let place = octets.count
        number16(0)
        data(of: record)
        number16(UInt16(truncatingIfNeeded: octets.count - place - 2), at: place)
    }

    /// Takes back all that was written behind the first `count` octets.
    mutating func cut(to count: Int) {
        octets.removeLast(max(0, octets.count - count))
        while let last = placed.last, places[last].map({ $0 >= count }) ?? true {
            places[last] = nil
            placed.removeLast()
        }
    }

    /// Compression never makes data longer, so their length fits as before.
    private mutating func data(of record: WireRecord) {
        guard let layout = WireDataLayout.of(record.type), layout.mayCompress,
            let fields = Self.fields(of: record.data, layout)
        else {
            octets.append(contentsOf: record.data)
            return
        }
        for (part, field) in zip(layout.parts, fields) {
            if case .name = part { name(field) } else { octets.append(contentsOf: field) }
        }
    }

    /// The parts of the data; nil when they are not what the type says, and are then written as they are.
    private static func fields(of data: [UInt8], _ layout: WireDataLayout) -> [[UInt8]]? {
        var reader = WireReader(data)
        var fields: [[UInt8]] = []
        do {
            for part in layout.parts {
                switch part {
                case .octets(let count): fields.append(Array(try reader.take(count)))
                case .name: fields.append(try reader.spelling())
                case .string: return nil
                case .rest: fields.append(reader.rest())
                }
            }
            try reader.end()
        } catch {
            return nil
        }
        return fields
    }

    /// Writes the labels up to the first name that stands somewhere already, and a pointer to it. `wire` is a whole name.
    private mutating func name(_ wire: [UInt8]) {
        let folded = wire.map(asciiLowercased)
        let start = octets.count
        var index = 0
        while index < wire.count, wire[index] != 0 {
            if let place = places[folded[index...]] {
                octets.append(contentsOf: wire[..<index])
                number16(0xC000 | UInt16(truncatingIfNeeded: place))
                remember(folded, from: start, before: index)
                return
            }
            index += 1 + Int(wire[index])
        }
        octets.append(contentsOf: wire)
        remember(folded, from: start)
    }

    /// Notes the names that begin in the first `end` octets of `folded`, which was written at `start`.
    private mutating func remember(_ folded: [UInt8], from start: Int, before end: Int = .max) {
        var index = 0
        while index < end, index < folded.count, folded[index] != 0, start + index <= 0x3FFF {
            let key = folded[index...]
            if places[key] == nil {
                places[key] = start + index
                placed.append(key)
            }
            index += 1 + Int(folded[index])
        }
    }
}
