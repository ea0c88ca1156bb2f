extension IPAddress.V6 {
    /// Reads any form of RFC 4291 2.2 from octets, in one pass; nil when they are none.
    public init?(presentation octets: ArraySlice<UInt8>) {
        var value: UInt128 = 0
        var count = 0
        // How many groups stand before the `::`.
        var gap: Int?
        var index = octets.startIndex
        let end = octets.endIndex
        if octets.starts(with: [Self.colon, Self.colon]) {
            gap = 0
            index += 2
        }
        while index < end {
            let start = index
            var group: UInt128 = 0
            while index < end, index - start < 4, let digit = hexadecimalValue(octets[index]) {
                group = group << 4 | UInt128(digit)
                index += 1
            }
            guard index > start, count < 8 else { return nil }
            if index < end, octets[index] == UInt8(ascii: ".") {
                guard count <= 6, let tail = IPAddress.V4(presentation: octets[start...]) else { return nil }
                value = value << 32 | UInt128(tail.value)
                count += 2
                break
            }
            value = value << 16 | group
            count += 1
            guard index < end else { break }
            guard octets[index] == Self.colon, index + 1 < end else { return nil }
            index += 1
            if octets[index] == Self.colon {
                guard gap == nil else { return nil }
                gap = count
                index += 1
            }
        }
        guard let gap else {
            guard count == 8 else { return nil }
            self.init(value: value)
            return
        }
        // The `::` stands for one group at least.
        guard count <= 7 else { return nil }
        let bitsBehind = UInt128(16 * (count - gap))
        let behind = value & ~(.max << bitsBehind)
        self.init(value: (value >> bitsBehind) << UInt128(16 * (8 - gap)) | behind)
    }

    /// RFC 5952 4: lower case, no leading zeros, the first of the longest runs of two or more zero groups as `::`.
    ///
    /// The mixed form of its section 5 (`::ffff:192.0.2.1`) is not used: PowerDNS refuses it in AAAA contents.
    public var text: String {
        var octets: [UInt8] = []
        appendText(to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    /// Appends ``text``.
    public func appendText(to octets: inout [UInt8]) {
        let run = longestZeroRun
        var index = 0
        while index < 8 {
            if index == run.lowerBound, !run.isEmpty {
                octets.append(Self.colon)
                octets.append(Self.colon)
                index = run.upperBound
                continue
            }
            if index > 0, index != run.upperBound || run.isEmpty { octets.append(Self.colon) }
            Self.appendHexadecimal(group(index), to: &octets)
            index += 1
        }
    }

    /// The first of the longest runs of two or more zero groups; empty when there is none.
    private var longestZeroRun: Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in 0..<8 {
            guard group(index) == 0 else {
                start = index + 1
                continue
            }
            if index + 1 - start > longest.count { longest = start..<(index + 1) }
        }
        return longest.count >= 2 ? longest : 0..<0
    }

    private static func appendHexadecimal(_ group: UInt16, to octets: inout [UInt8]) {
        var shift = 12
        while shift > 0, group >> UInt16(shift) == 0 { shift -= 4 }
        while shift >= 0 {
            octets.append(hexadecimalDigit(UInt8(truncatingIfNeeded: group >> UInt16(shift)) & 0xF))
            shift -= 4
        }
    }

    private static let colon = UInt8(ascii: ":")
}
