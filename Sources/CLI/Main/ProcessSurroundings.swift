import FoundationEssentials

/// What the commands that work on the database directly take from the process and the system.
enum ProcessSurroundings {
    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// Since 1970-01-01T00:00:00Z.
    static func microseconds() -> Int64 { Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)) }

    /// That many octets from the system's own source.
    static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
