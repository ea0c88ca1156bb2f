import Testing

@testable import Core

@Suite("Times and ids")
struct TimestampTests {
    @Test(
        "RFC 3339 is read with any offset and fraction and printed in UTC",
        arguments: [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"), ("2026-11-24T05:20:22.999999Z", "2026-11-24T05:20:22Z"),
            ("2026-11-24T05:20:22+01:30", "2026-11-24T03:50:22Z"), ("2000-02-29t00:00:00z", "2000-02-29T00:00:00Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ]
    )
    func readsAndPrints(text: String, printed: String) throws {
        #expect(try #require(Timestamp(text)).description == printed)
    }

    @Test(
        "What is no RFC 3339 time is nil",
        arguments: [
            "", "2026-11-24", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-24T24:00:00Z",
            "2026-11-24T05:20:22", "2026-11-24T05:20:22.Z", "2026-11-24T05:20:22Z ", "2026-11-24T05:20:22+1:00",
        ]
    )
    func refuses(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("Adding beyond the end of time stays at the end of time")
    func saturates() {
        #expect(Timestamp(seconds: 0).adding(seconds: .max).microseconds == .max)
        #expect(Timestamp(seconds: 0).adding(seconds: .min).microseconds == .min)
    }

    @Test("A new id carries its version, its variant and its time")
    func versionSeven() throws {
        let id = Identifier.make(
            at: Timestamp(microseconds: 1_645_557_742_000_000),
            from: Randomness { count in [UInt8](repeating: 0xFF, count: count) }
        )
        // The time is that of the example in RFC 9562 A.6.
        #expect(id.text == "017f22e2-79b0-7fff-bfff-ffffffffffff")
        #expect(Identifier(id.text.uppercased()) == id)
        #expect(Identifier("017f22e279b07fffbfffffffffffffff") == nil)
        #expect(Identifier(String(repeating: "-", count: 36)) == nil)
    }
}
