/// The id of anything that ScaiDNS keeps: a UUIDv7 (RFC 9562 5.7), opaque to clients, written in lower case.
public struct Identifier: Hashable, Sendable, CustomStringConvertible {
    /// 16 octets.
    public let bytes: [UInt8]

    /// The id that stands for none: all zeros.
    public static let zero = Identifier(checked: [UInt8](repeating: 0, count: 16))

    private init(checked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Exactly 16 octets; nil otherwise.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads `8-4-4-4-12` hexadecimal digits, in any case; nil for anything else.
    public init?(_ text: String) {
        let octets = Array(text.utf8)
        guard octets.count == 36, [8, 13, 18, 23].allSatisfy({ octets[$0] == UInt8(ascii: "-") }) else { return nil }
        let digits = octets.enumerated().filter { ![8, 13, 18, 23].contains($0.offset) }
            .compactMap { Character(UnicodeScalar($0.element)).hexDigitValue }
        guard digits.count == 32 else { return nil }
        bytes = stride(from: 0, to: 32, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }

    /// A new id that sorts by its time: 48 bits of milliseconds, the rest from `randomness`.
    public static func make(at now: Timestamp, from randomness: Randomness) -> Identifier {
        let milliseconds = UInt64(clamping: now.microseconds / 1000)
        let time = stride(from: 40, through: 0, by: -8).map { UInt8(truncatingIfNeeded: milliseconds >> UInt64($0)) }
        var random = randomness.bytes(10)
        random.append(contentsOf: repeatElement(0, count: max(0, 10 - random.count)))
        random[0] = random[0] & 0x0F | 0x70
        random[2] = random[2] & 0x3F | 0x80
        return Identifier(checked: time + random.prefix(10))
    }

    /// `0193f1a2-…`, 36 characters.
    public var text: String {
        var text = ""
        for (index, octet) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            let digits = String(octet, radix: 16)
            text += octet < 16 ? "0" + digits : digits
        }
        return text
    }

    public var description: String { text }
}
