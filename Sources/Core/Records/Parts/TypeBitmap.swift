/// A set of record types as NSEC, NSEC3 and CSYNC hold it: windows of 256 types, a bit each (RFC 4034 4.1.2).
struct TypeBitmap: Equatable, Sendable {
    /// The types' numbers, ascending.
    let types: [UInt16]

    /// Reads all mnemonics that are left, in any order; possibly none.
    init(from fields: inout FieldReader) throws(RecordContentError) {
        var types: Set<UInt16> = []
        while !fields.isAtEnd {
            let word = try fields.word("types")
            guard let type = RecordType(masterFile: word) else {
                throw fields.refusal("types", "must be record types such as A, or TYPE0-TYPE65535", got: word)
            }
            types.insert(type.code)
        }
        self.types = types.sorted()
    }

    func write(to fields: inout FieldWriter) {
        for code in types { fields.word(RecordType(code: code).name) }
    }

    init(wire: inout WireReader) throws(WireError) {
        var types: [UInt16] = []
        var lastWindow = -1
        while !wire.isAtEnd {
            let window = try wire.number8()
            let length = Int(try wire.number8())
            // RFC 4034 4.1.2: ascending, 1 to 32 octets, without zeros at the end.
            guard Int(window) > lastWindow, (1...32).contains(length) else { throw wire.badField("type bit maps") }
            lastWindow = Int(window)
            let bits = try wire.take(length)
            guard bits.last != 0 else { throw wire.badField("type bit maps") }
            types += Self.types(in: bits, from: UInt16(window) << 8)
        }
        self.types = types
    }

    func write(to wire: inout WireWriter) {
        var index = 0
        while index < types.count {
            let window = types[index] >> 8
            let end = types[index...].firstIndex { $0 >> 8 != window } ?? types.count
            let bits = Self.bits(of: types[index..<end])
            wire.number8(UInt8(truncatingIfNeeded: window))
            wire.number8(UInt8(truncatingIfNeeded: bits.count))
            wire.octets(bits)
            index = end
        }
    }

    /// The numbers that the bits stand for, the first of them for `first`; at most 32 octets.
    static func types(in bits: ArraySlice<UInt8>, from first: UInt16) -> [UInt16] {
        zip(bits, bits.indices).flatMap { octet, index in
            (0..<8).filter { octet & (0x80 >> UInt8($0)) != 0 }
                .map { first &+ UInt16(truncatingIfNeeded: (index - bits.startIndex) * 8 + $0) }
        }
    }

    /// The bits of numbers in one window, without zeros at the end; ascending numbers are expected.
    static func bits(of types: ArraySlice<UInt16>) -> [UInt8] {
        guard let last = types.last else { return [] }
        var bits = [UInt8](repeating: 0, count: Int(last & 0xFF) / 8 + 1)
        for type in types { bits[Int(type & 0xFF) / 8] |= 0x80 >> UInt8(type & 7) }
        return bits
    }
}
