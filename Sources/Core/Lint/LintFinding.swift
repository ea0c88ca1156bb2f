/// Something in a zone that is allowed and yet, most likely, not what its operator wants (`domain.md` 2).
public struct LintFinding: Equatable, Sendable {
    /// How bad it is. Findings are listed worst first.
    public enum Severity: String, Comparable, Sendable, CaseIterable {
        /// Something does not work for somebody.
        case error
        /// Something works by luck, or works differently from what it seems to say.
        case warning
        /// Worth knowing.
        case notice

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .notice: 2
            }
        }
    }

    public let severity: Severity
    /// Stable, in snake case: `target_is_alias`.
    public let code: String
    /// The owner name that the finding is about.
    public let name: DomainName
    /// The records it is about; empty when it is about records that are missing.
    public let recordIDs: [Identifier]
    /// What is found, in one sentence.
    public let message: String
    /// What to do about it, in one sentence.
    public let hint: String
    /// Where the rule comes from: `RFC 2181 10.3`.
    public let reference: String
}
