import API
import Core
import FoundationEssentials

/// Does what the console asks for and tells what became of it: the only place of the console that waits.
///
/// Cannot see or change the console's state; what comes back are messages.
struct EffectRunner: Sendable {
    /// Answers a call; the API client, or a script in tests.
    let answer: @Sendable (Call) async -> Result<Reply, CallFailure>
    let deliver: @Sendable (Console.Message) -> Void

    /// Starts a call; its answer is delivered.
    func run(_ call: Call) {
        Task { deliver(.answered(Answer(call: call, outcome: await answer(call)))) }
    }

    /// Delivers a tick each second until the task that is returned is cancelled.
    func tick() -> Task<Void, Never> {
        Task {
            // Ends with the sleep's refusal when the task is cancelled.
            while (try? await Task.sleep(for: .seconds(1), tolerance: .milliseconds(100))) != nil {
                deliver(.tick(Self.now()))
            }
        }
    }

    /// The time, to the microsecond.
    static func now() -> Timestamp {
        Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
}
