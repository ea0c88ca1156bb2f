/// Where random octets come from; given from outside so that Core and the services stay repeatable in tests.
public struct Randomness: Sendable {
    /// That many octets, unpredictable to others.
    public let bytes: @Sendable (_ count: Int) -> [UInt8]

    public init(bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.bytes = bytes
    }

    /// A number of 16 bits, each value as likely as any other.
    public func number16() -> UInt16 {
        bytes(2).prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }
}

/// Where the time comes from.
public struct WallClock: Sendable {
    public let now: @Sendable () -> Timestamp

    public init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }
}
