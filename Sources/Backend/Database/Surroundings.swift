public import Core

/// The clock and the randomness that services are given; read from the system in `Main/` alone.
public struct Surroundings: Sendable {
    public let clock: WallClock
    public let randomness: Randomness

    public init(clock: WallClock, randomness: Randomness) {
        self.clock = clock
        self.randomness = randomness
    }

    public var now: Timestamp { clock.now() }

    /// A new id, of now.
    public func newID() -> Identifier { .make(at: now, from: randomness) }
}
