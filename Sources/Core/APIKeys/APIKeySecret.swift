/// An API key as its holder has it: `sdk_live_`, 36 random base62 characters, and 6 characters of checksum.
///
/// The checksum (base62 of the CRC-32 of all that stands before it) lets scanners and typos be told without a query.
public struct APIKeySecret: Sendable, Equatable {
    static let prefix = "sdk_live_"
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    public let text: String

    /// Takes a key whose form and checksum are right; nil otherwise.
    public init?(_ text: String) {
        let octets = Array(text.utf8.prefix(64))
        guard octets.count == 51, text.hasPrefix(Self.prefix),
            octets.dropFirst(9).allSatisfy(Self.alphabet.contains),
            Array(octets.suffix(6)) == Self.checksum(of: octets.prefix(45))
        else { return nil }
        self.text = text
    }

    /// A new key, from unpredictable octets.
    public static func make(from randomness: Randomness) -> APIKeySecret? {
        var characters: [UInt8] = []
        // Octets from 248 on are thrown away: 256 is no multiple of 62, and some characters would be likelier.
        for _ in 0..<16 where characters.count < 36 {
            characters += randomness.bytes(64).filter { $0 < 248 }.map { alphabet[Int($0) % 62] }
        }
        let head = Array(prefix.utf8) + characters.prefix(36)
        return APIKeySecret(String(decoding: head + checksum(of: head[...]), as: UTF8.self))
    }

    /// The first 11 characters, by which people tell their keys apart.
    public var displayPrefix: String { String(text.prefix(11)) }

    private static func checksum(of octets: ArraySlice<UInt8>) -> [UInt8] {
        var rest = crc32(octets)
        var digits: [UInt8] = []
        for _ in 0..<6 {
            digits.append(alphabet[Int(rest % 62)])
            rest /= 62
        }
        return digits.reversed()
    }
}

/// The CRC-32 of ISO 3309 and zlib.
func crc32(_ octets: some Sequence<UInt8>) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for octet in octets {
        remainder ^= UInt32(octet)
        for _ in 0..<8 {
            remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
        }
    }
    return ~remainder
}
