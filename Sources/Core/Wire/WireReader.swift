/// Reads a DNS message front to back; every read is checked against the end.
struct WireReader {
    let octets: [UInt8]
    /// Where the next read begins.
    private(set) var offset: Int

    init(_ octets: [UInt8], at offset: Int = 0) {
        self.octets = octets
        self.offset = offset
    }

    mutating func number8() throws(WireError) -> UInt8 {
        guard offset < octets.count else { throw .endsEarly(at: offset) }
        offset += 1
        return octets[offset - 1]
    }

    mutating func number16() throws(WireError) -> UInt16 {
        let high = try number8()
        return UInt16(high) << 8 | UInt16(try number8())
    }

    mutating func number32() throws(WireError) -> UInt32 {
        let high = try number16()
        return UInt32(high) << 16 | UInt32(try number16())
    }

    mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
        guard count >= 0, octets.count - offset >= count else { throw .endsEarly(at: octets.count) }
        offset += count
        return octets[(offset - count)..<offset]
    }

    /// A name, decompressed, in the case it was sent in: length-prefixed labels and the root's zero, at most 255 octets.
    ///
    /// A pointer has to point to before the part of the name that holds it, so every jump goes further back and the reading
    /// ends; 126 jumps are enough for any name of 127 labels.
    mutating func spelling() throws(WireError) -> [UInt8] {
        let start = offset
        var name: [UInt8] = []
        var cursor = self
        var partStart = start
        var jumps = 0
        while true {
            let at = cursor.offset
            let length = try cursor.number8()
            switch length & 0xC0 {
            case 0x00:
                name.append(length)
                if length == 0 {
                    guard name.count <= 255 else { throw .nameTooLong(at: start) }
                    if jumps == 0 { offset = cursor.offset }
                    return name
                }
                name.append(contentsOf: try cursor.take(Int(length)))
                guard name.count < 255 else { throw .nameTooLong(at: start) }
            case 0xC0:
                let target = Int(length & 0x3F) << 8 | Int(try cursor.number8())
                if jumps == 0 { offset = cursor.offset }
                jumps += 1
                guard target < partStart, jumps <= 126 else { throw .badPointer(at: at) }
                partStart = target
                cursor = WireReader(octets, at: target)
            default:
                throw .badLabel(at: at)
            }
        }
    }

    /// A name as a value; its case is folded.
    mutating func name() throws(WireError) -> DomainName {
        let start = offset
        guard let name = DomainName(spelling: try spelling()) else { throw .nameTooLong(at: start) }
        return name
    }
}

extension DomainName {
    /// The name of a wire form without compression; nil when the octets are none.
    init?(spelling: [UInt8]) {
        var labels: [[UInt8]] = []
        var index = 0
        while index < spelling.count, spelling[index] != 0 {
            let end = index + 1 + Int(spelling[index])
            guard end < spelling.count else { return nil }
            labels.append(Array(spelling[(index + 1)..<end]))
            index = end
        }
        guard index == spelling.count - 1 else { return nil }
        do {
            self = try DomainName(labels: labels)
        } catch {
            return nil
        }
    }
}
