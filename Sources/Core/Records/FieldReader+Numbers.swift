extension FieldReader {
    /// A decimal number from 0 to `maximum`.
    mutating func number<Number: FixedWidthInteger & Sendable>(
        _ field: String,
        upTo maximum: Number = .max
    ) throws(RecordContentError) -> Number {
        let token = try token(field)
        guard let number = Self.number(token), let fitting = Number(exactly: number), fitting <= maximum else {
            throw refusal(field, "must be 0-\(maximum)", got: String(decoding: token, as: UTF8.self))
        }
        return fitting
    }

    /// A time in seconds, 0 to 4294967295; also with BIND's units, `1h30m` (s, m, h, d, w).
    mutating func seconds(_ field: String) throws(RecordContentError) -> UInt32 {
        let token = try token(field)
        guard let seconds = Self.seconds(token) else {
            throw refusal(field, "must be 0-\(UInt32.max) seconds", got: String(decoding: token, as: UTF8.self))
        }
        return seconds
    }

    /// A number, or one of the names that stand for one.
    mutating func mnemonic<Number: FixedWidthInteger & Sendable>(
        _ field: String,
        from names: [String: Number]
    ) throws(RecordContentError) -> Number {
        let token = try token(field)
        if let number = Self.number(token), let fitting = Number(exactly: number) { return fitting }
        let word = String(decoding: token, as: UTF8.self)
        guard let number = names[word.uppercased()] else {
            let first = names.min { $0.value < $1.value }.map { " or a name such as \($0.key)" } ?? ""
            throw refusal(field, "must be 0-\(Number.max)\(first)", got: word)
        }
        return number
    }

    /// The value of decimal digits; nil for anything else, and for what no field can have (9 * 10^16 and more).
    static func number(_ digits: some Collection<UInt8>) -> UInt64? {
        guard !digits.isEmpty else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard isDigit(digit), number < 1 << 53 else { return nil }
            number = number * 10 + UInt64(digit - UInt8(ascii: "0"))
        }
        return number
    }

    /// A decimal number times ten to the power of `decimals`; nil with more decimals than that, and over 2^53.
    static func fixed(_ token: ArraySlice<UInt8>, decimals: Int) -> Int64? {
        let isNegative = token.first == UInt8(ascii: "-")
        let parts = token.dropFirst(isNegative ? 1 : 0).split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty else { return nil }
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        guard parts.count == 1 || (1...decimals).contains(fraction.count) else { return nil }
        let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: decimals - fraction.count)
        guard let number = number(whole + fraction + zeros), let value = Int64(exactly: number) else { return nil }
        return isNegative ? -value : value
    }

    /// Seconds written as a number, or as numbers with units; nil for anything else, and over 32 bits.
    static func seconds(_ token: ArraySlice<UInt8>) -> UInt32? {
        if let plain = number(token) { return UInt32(exactly: plain) }
        var total: UInt64 = 0
        var rest = token
        while !rest.isEmpty {
            let digits = rest.prefix(while: isDigit)
            rest = rest.dropFirst(digits.count)
            guard let count = number(digits), count <= UInt64(UInt32.max), let unit = rest.popFirst(),
                let factor = Self.units[asciiLowercased(unit)]
            else { return nil }
            total += count * factor
            guard total <= UInt64(UInt32.max) else { return nil }
        }
        return UInt32(exactly: total)
    }

    private static let units: [UInt8: UInt64] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400,
        UInt8(ascii: "w"): 604_800,
    ]
}
