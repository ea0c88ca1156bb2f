import Core
public import Foundation

/// What judging a whole file gave.
public struct VectorReport: Sendable {
    /// A row that we see differently.
    public struct Disagreement: Sendable {
        public let line: Int
        public let what: String
        /// Why that is meant; nil when it is not, which fails the run.
        public let reason: String?
    }

    public let file: String
    public private(set) var agreed = 0
    public private(set) var disagreements: [Disagreement] = []
    /// Why rows were not run, and how many each.
    public private(set) var notRun: [String: Int] = [:]

    /// Why rows were run in part only, and how many each; they count among ``agreed``.
    public private(set) var inPart: [String: Int] = [:]

    /// How many rows were judged.
    public var run: Int { agreed + disagreements.count }

    /// The disagreements that nobody gave a reason for.
    public var failures: [Disagreement] { disagreements.filter { $0.reason == nil } }

    /// Judges all rows of `judge`'s file in `folder`. A row that cannot be read is a disagreement.
    public init(_ judge: Judge, in folder: URL) throws {
        file = judge.file
        for row in try VectorRow.rows(of: folder.appending(path: judge.file)) {
            do {
                switch try judge.verdict(row) {
                case .agreed: agreed += 1
                case .agreedInPart(let why):
                    agreed += 1
                    inPart[why, default: 0] += 1
                case .disagreed(let what): add(row, what, try judge.reason(row))
                case .notRun(let why): notRun[why, default: 0] += 1
                }
            } catch {
                add(row, "the row cannot be judged: \(error)", nil)
            }
        }
    }

    private mutating func add(_ row: VectorRow, _ what: String, _ reason: String?) {
        disagreements.append(Disagreement(line: row.line, what: what, reason: reason))
    }

    /// The report for people: a line of figures, then a line for each disagreement.
    public var text: String {
        var lines = ["\(file): \(run) run, \(agreed) agreed, \(disagreements.count) disagreed"]
        for (why, count) in inPart.sorted(by: { $0.key < $1.key }) { lines.append("  \(count) run in part: \(why)") }
        for (why, count) in notRun.sorted(by: { $0.key < $1.key }) { lines.append("  \(count) not run: \(why)") }
        for disagreement in disagreements {
            // The vectors hold controls, which a terminal would obey.
            lines.append("  line \(disagreement.line): \(TerminalText(disagreement.what))")
            lines.append("    \(disagreement.reason.map { "meant: \($0)" } ?? "NOT MEANT")")
        }
        return lines.joined(separator: "\n")
    }
}
