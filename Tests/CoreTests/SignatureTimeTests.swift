import Testing

@testable import Core

@Suite("Times of signatures")
struct SignatureTimeTests {
    @Test(
        "A time is read as a date or as seconds, modulo 2^32",
        arguments: [
            ("0", 0), ("19700101000000", 0), ("20030322173103", 1_048_354_263), ("1048354263", 1_048_354_263),
            ("4294967295", 0xFFFF_FFFF), ("21060207062815", 0xFFFF_FFFF), ("21060207062816", 0),
            ("20240229235959", 1_709_251_199), ("22251231235959", 0xE185_3CFF),
        ] as [(String, UInt32)]
    )
    func reads(text: String, seconds: UInt32) throws {
        let time = try #require(SignatureTime(Array(text.utf8)[...]))
        #expect(time.seconds == seconds)
        #expect(SignatureTime(Array(time.text.utf8)[...]) == time)
    }

    @Test(
        "What is no date, and what is too late or too long, is refused",
        arguments: [
            "", "x", "-1", "4294967296", "20030229000000", "20031301000000", "20030100000000", "20030101240000",
            "20030101006000", "20030101000060", "19691231235959", "22260101000000", "2026112405202", "222601010000000",
        ]
    )
    func refuses(text: String) {
        #expect(SignatureTime(Array(text.utf8)[...]) == nil)
    }

    @Test(
        "Base32hex is read in either case, with padding or without, and nothing that is left over",
        arguments: [
            ("", []), ("00", [0]), ("00======", [0]), ("CPNG====", [0x66, 0x6F]), ("cpnmu", [0x66, 0x6F, 0x6F]),
            ("CPNMUOJ1E8======", Array("foobar".utf8)), ("1", nil), ("12", nil), ("123", nil), ("w0", nil),
            ("00=", nil), ("========", nil), ("123456==", nil),
        ] as [(String, [UInt8]?)]
    )
    func base32hex(text: String, octets: [UInt8]?) {
        #expect(Base32Hex.decoded(Array(text.utf8)[...]) == octets)
    }
}
