/// Holds one file of the vectors' folder against what this project does.
public struct Judge: Sendable {
    /// The file's name in the folder: `desec.jsonl`.
    public let file: String
    /// What is compared, in one sentence.
    public let rule: String
    /// Judges one row. `Verdict.disagreed` says what was expected and what came instead.
    let verdict: @Sendable (VectorRow) throws -> Verdict
    /// Why we disagree with that row, for rows where that is meant; nil makes the disagreement a failure.
    let reason: @Sendable (VectorRow) throws -> String?

    init(
        file: String,
        rule: String,
        verdict: @escaping @Sendable (VectorRow) throws -> Verdict,
        reason: @escaping @Sendable (VectorRow) throws -> String? = { _ in nil }
    ) {
        self.file = file
        self.rule = rule
        self.verdict = verdict
        self.reason = reason
    }
}

/// What comes out for one row.
public enum Verdict: Equatable, Sendable {
    case agreed
    /// As far as the row could be run; the rest was not, for that reason.
    case agreedInPart(String)
    case disagreed(String)
    /// What is needed for it is not built, or is not the matter of this project.
    case notRun(String)
}
