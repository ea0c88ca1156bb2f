/// A moment in UTC, to the microsecond; written on the wire as RFC 3339 in whole seconds (`2026-11-24T05:20:22Z`).
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The moment that many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        microseconds = seconds * 1_000_000
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public var seconds: Int64 {
        microseconds.quotientAndRemainder(dividingBy: 1_000_000).remainder < 0
            ? microseconds / 1_000_000 - 1 : microseconds / 1_000_000
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

    /// The moment `seconds` later; the end of time when that lies beyond it.
    public func adding(seconds: Int64) -> Timestamp {
        let (product, tooMuch) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, overflow) = microseconds.addingReportingOverflow(product)
        return tooMuch || overflow
            ? Timestamp(microseconds: seconds < 0 ? .min : .max) : Timestamp(microseconds: sum)
    }

    /// Seconds from `other` to this moment, rounded down.
    public func seconds(since other: Timestamp) -> Int64 { seconds - other.seconds }
}
