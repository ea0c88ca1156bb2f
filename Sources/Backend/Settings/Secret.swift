/// A text that must not be shown: printing, interpolating or dumping it gives `***`.
public struct Secret: Equatable, Sendable {
    private let text: String

    public init(_ text: String) {
        self.text = text
    }

    /// The text itself, for the one place that needs it.
    public func reveal() -> String { text }

    /// Number of characters.
    public var count: Int { text.count }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
