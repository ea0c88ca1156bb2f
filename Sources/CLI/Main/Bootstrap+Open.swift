import Backend
import Core
import FoundationEssentials

extension Bootstrap {
    /// With the environment, clock and randomness of the process.
    static func open() -> Bootstrap {
        Bootstrap(
            source: SettingsSource(environment: ProcessInfo.processInfo.environment, readFile: SettingsFile.onDisk),
            streams: .standard,
            surroundings: Surroundings(
                clock: WallClock { Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) },
                randomness: Randomness { count in
                    var generator = SystemRandomNumberGenerator()
                    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
                }
            )
        )
    }
}
