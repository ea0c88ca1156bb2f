/// How strongly a standard speaks for or against the use of an algorithm, in the words of RFC 2119.
public enum AlgorithmAdvice: String, Hashable, Sendable, CaseIterable {
    case must = "MUST"
    case recommended = "RECOMMENDED"
    case may = "MAY"
    case notRecommended = "NOT RECOMMENDED"
    case mustNot = "MUST NOT"
}
