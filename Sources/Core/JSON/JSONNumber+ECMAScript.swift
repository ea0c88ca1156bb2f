extension JSONNumber {
    /// The number as ECMAScript prints it (RFC 8785 3.2.2.3, ECMA-262 Number::toString): the shortest digits that read
    /// back as the same double, with an exponent from 1e21 on and below 1e-6. Zero has no sign.
    ///
    ///     0.000001   1e-7   333333333.3333333   1e+21
    public var text: String {
        guard double != 0 else { return "0" }
        let (digits, point) = Self.shortest(double.magnitude)
        return (double < 0 ? "-" : "") + Self.layout(digits, point: point)
    }

    /// The shortest digits d1d2... and the place of the point, so that the value is 0.d1d2... times 10 to the `point`.
    ///
    /// Swift's own description has the same digits (shortest, and nearest among the shortest), laid out differently.
    private static func shortest(_ positive: Double) -> (digits: [UInt8], point: Int) {
        let parts = positive.description.split(separator: "e", maxSplits: 1)
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts.first ?? "0"
        let whole = mantissa.prefix { $0 != "." }
        let all = mantissa.utf8.filter { $0 != UInt8(ascii: ".") }
        let significant = all.drop { $0 == zero }
        let digits = Array(significant.reversed().drop { $0 == zero }.reversed())
        return (digits, whole.utf8.count - (all.count - significant.count) + exponent)
    }

    private static let zero = UInt8(ascii: "0")

    private static func layout(_ digits: [UInt8], point: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        let zeros = { (count: Int) in String(repeating: "0", count: max(0, count)) }
        switch point {
        case digits.count...21 where point >= digits.count: return text + zeros(point - digits.count)
        case 1...21: return text.prefix(point) + "." + text.dropFirst(point)
        case -5...0: return "0." + zeros(-point) + text
        default:
            let exponent = point - 1
            let mantissa = digits.count == 1 ? text : text.prefix(1) + "." + text.dropFirst()
            return mantissa + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
        }
    }
}
