/// The pauses between attempts to connect: doubling from 50 ms to 3 s, each shortened at random by up to half, so that
/// many processes do not return at the same moment.
struct Backoff {
    private var next = Duration.milliseconds(50)

    mutating func pause() -> Duration {
        defer { next = min(next * 2, .seconds(3)) }
        return next * Double.random(in: 0.5...1)
    }

    mutating func reset() { self = Backoff() }
}
