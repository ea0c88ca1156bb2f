/// Why a DNS server gave no answer.
public enum DNSFailure: Error, Hashable, Sendable {
    /// Silence until the deadline.
    case timeout
    /// No way there, or nobody listening.
    case unreachable
    /// What came is no answer to the question.
    case malformed
    /// This address was asked often enough for now (``QueryBudget``).
    case putOff(seconds: Int)
}
