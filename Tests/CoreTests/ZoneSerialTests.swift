import Testing

@testable import Core

@Suite("Serials")
struct ZoneSerialTests {
    @Test(
        "The next serial is today's first, or one more than the highest seen",
        arguments: [
            (Int64(0), Int64(2_026_112_401)), (2_026_112_401, 2_026_112_402), (2_026_112_399, 2_026_112_401),
            (3_000_000_000, 3_000_000_001), (4_294_967_294, 4_294_967_295), (4_294_967_295, 1),
            (.max, 1),
        ]
    )
    func next(highest: Int64, next: Int64) throws {
        let now = try #require(Timestamp("2026-11-24T23:59:59Z"))
        #expect(ZoneSerial.next(after: highest, at: now) == next)
    }
}
