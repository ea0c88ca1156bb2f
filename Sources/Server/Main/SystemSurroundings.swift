import Backend
import Core
import FoundationEssentials

/// The system's clock and randomness; nothing outside `Main` reads them.
enum SystemSurroundings {
    static let clock = WallClock {
        Timestamp(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
    }

    static let randomness = Randomness { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    static let surroundings = Surroundings(clock: clock, randomness: randomness)
}
