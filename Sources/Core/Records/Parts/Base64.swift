/// Base64 as records write it (RFC 4648 4): padded, without line breaks.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    static func encoded(_ octets: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((octets.count + 2) / 3 * 4)
        var index = 0
        while index < octets.count {
            let second = index + 1 < octets.count ? octets[index + 1] : 0
            let third = index + 2 < octets.count ? octets[index + 2] : 0
            let group = UInt32(octets[index]) << 16 | UInt32(second) << 8 | UInt32(third)
            let left = octets.count - index
            for place in 0..<4 {
                let value = Int(group >> UInt32(18 - 6 * place) & 63)
                text.append(place <= left ? alphabet[value] : UInt8(ascii: "="))
            }
            index += 3
        }
        return text
    }

    /// The octets of a whole text; nil for a foreign character, a wrong length or a wrong padding.
    ///
    /// Bits that the padding leaves over are dropped, as PowerDNS and BIND's peers do; the canonical form has none.
    static func decoded(_ text: [UInt8]) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2 else { return nil }
        var octets: [UInt8] = []
        octets.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        for (index, digit) in text.dropLast(padding).enumerated() {
            let value = values[Int(digit)]
            guard value < 64 else { return nil }
            group = group << 6 | UInt32(value)
            guard index % 4 == 3 else { continue }
            octets.append(contentsOf: [group >> 16, group >> 8, group].map { UInt8(truncatingIfNeeded: $0) })
            group = 0
        }
        switch padding {
        case 1: octets.append(contentsOf: [group >> 10, group >> 2].map { UInt8(truncatingIfNeeded: $0) })
        case 2: octets.append(UInt8(truncatingIfNeeded: group >> 4))
        default: break
        }
        return octets
    }
}
