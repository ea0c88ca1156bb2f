import Testing

@testable import Core

@Suite("Waits between pushes")
struct PushBackoffTests {
    @Test(
        "The wait doubles from one second, with at most a quarter more, and never exceeds five minutes",
        arguments: [
            (Int64(1), UInt8(0), Int64(1)), (2, 0, 2), (8, 0, 128), (9, 0, 240), (10, 0, 240), (1_000_000, 255, 299),
            (.max, 255, 299), (0, 0, 1), (-5, 255, 1), (4, 255, 9),
        ]
    )
    func delay(failures: Int64, jitter: UInt8, seconds: Int64) {
        #expect(PushBackoff.delay(afterFailures: failures, jitter: jitter) == seconds)
    }
}
