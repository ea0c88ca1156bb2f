/// Base32 with the alphabet that keeps the order, as NSEC3 writes hashes (RFC 4648 7, RFC 5155 3.3).
enum Base32Hex {
    private static let alphabet = Array("0123456789abcdefghijklmnopqrstuv".utf8)

    /// Lower case, without padding.
    static func encoded(_ octets: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var group: UInt16 = 0
        var bits = 0
        for octet in octets {
            group = group << 8 | UInt16(octet)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(group >> UInt16(bits) & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(group << UInt16(5 - bits) & 31)]) }
        return text
    }

    /// The octets of a whole text in either case, with padding or without; nil for a foreign character, a wrong length,
    /// or bits that are left over and not zero.
    static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        let digits = text.dropLast(padding)
        guard padding == 0 || text.count % 8 == 0 && padding < 8 else { return nil }
        var octets: [UInt8] = []
        var group: UInt16 = 0
        var bits = 0
        for digit in digits {
            guard let value = value(digit) else { return nil }
            group = group << 5 | UInt16(value)
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            octets.append(UInt8(truncatingIfNeeded: group >> UInt16(bits)))
        }
        // A last digit that brings no octet to its end is one too many.
        guard bits < 5, group & ((1 << UInt16(bits)) - 1) == 0 else { return nil }
        return octets
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "v"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "V"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
