/// A text that must not be shown: printed, interpolated or dumped it is `***`.
public struct Secret: Sendable, Equatable {
    /// The text itself, for the one place that sends it.
    public let revealed: String

    public init(_ text: String) {
        revealed = text
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
