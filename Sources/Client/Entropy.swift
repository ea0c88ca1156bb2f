/// Where the client takes its random values from; tests give fixed ones.
public struct Entropy: Sendable {
    /// A fresh UUID in lower case.
    public var identifier: @Sendable () -> String
    /// A number from 0 up to, but not including, 1.
    public var fraction: @Sendable () -> Double

    public init(identifier: @escaping @Sendable () -> String, fraction: @escaping @Sendable () -> Double) {
        self.identifier = identifier
        self.fraction = fraction
    }

    /// The system's random numbers.
    public static let system = Entropy(
        identifier: { uuid(from: UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)) },
        fraction: { Double.random(in: 0..<1) }
    )

    /// A version 4 UUID (RFC 9562 5.4) of 128 random bits, of which 6 are overwritten.
    static func uuid(from high: UInt64, _ low: UInt64) -> String {
        let digits = hexadecimal(high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000) + hexadecimal(low & ~(0xC << 60) | 0x8 << 60)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(place) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
