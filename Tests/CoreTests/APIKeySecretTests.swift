import Testing

@testable import Core

@Suite("API keys")
struct APIKeySecretTests {
    /// CRC-32 of the first 45 characters by zlib: 0x68edd19e, in base62 `1v8Wf0`.
    static let key = "sdk_live_012345678901234567890123456789ABCDEF1v8Wf0"

    @Test("A key whose checksum was computed elsewhere is taken")
    func known() throws {
        let secret = try #require(APIKeySecret(Self.key))
        #expect(secret.text == Self.key)
        #expect(secret.displayPrefix == "sdk_live_01")
    }

    @Test("The CRC-32 is that of zlib and ISO 3309: the check value of its catalogue")
    func crc() {
        #expect(crc32("123456789".utf8) == 0xCBF4_3926)
        #expect(crc32([]) == 0)
    }

    @Test(
        "A key that was cut, changed or lengthened is none",
        arguments: [
            "", "sdk_live_", String(key.dropLast()), key + "0", " " + key, "sdk_test_" + key.dropFirst(9),
            key.replacing("9ABC", with: "9ABD"), key.replacing("1v8Wf0", with: "1v8Wf1"),
            key.replacing("ABC", with: "A-C"),
            "SDK_LIVE_" + key.dropFirst(9),
        ]
    )
    func broken(text: String) {
        #expect(APIKeySecret(text) == nil)
    }

    @Test("New keys have the form and differ; poor randomness gives none rather than a weak one")
    func made() {
        let first = APIKeySecret.make(
            from: Randomness { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) } })
        let second = APIKeySecret.make(
            from: Randomness { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 * 5) } })
        #expect(first?.text.utf8.count == 51)
        #expect(first != second)
        #expect(APIKeySecret.make(from: Randomness { Array(repeating: 255, count: $0) }) == nil)
    }
}
