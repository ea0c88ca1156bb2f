import API
import Core
import Terminal

/// One zone: its state, and while it is pending the record that proves whose it is.
enum ZonePage {
    /// What the view knows.
    struct State: Equatable, Sendable {
        /// The zone's id, or the name it was asked for by.
        let reference: String
        let isReadOnly: Bool
        var now: Timestamp
        /// What the list knew, until the detail arrives.
        var summary: DomainSummary?
        var detail: DomainDetail?
        var check = Check.none
        var scroll = 0
        var rows = 1
        var columns = 80
        var isAwaited = false
        var askedAt: Timestamp?
        var refreshedAt: Timestamp?
        var failure: CallFailure?

        init(reference: String, summary: DomainSummary? = nil, isReadOnly: Bool, now: Timestamp) {
            self.reference = reference
            self.summary = summary
            self.isReadOnly = isReadOnly
            self.now = now
        }

        /// The zone's name as far as it is known.
        var name: String { (detail?.summary ?? summary)?.name ?? reference }
        var status: DomainStatus? { (detail?.summary ?? summary)?.status }
    }

    /// The look for the challenge that was asked for last.
    enum Check: Equatable, Sendable {
        case none
        case running
        case done(ValidationCheck)
        case failed(CallFailure)
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case sized(Size)
        case tick(Timestamp)
        case loaded(Result<DomainDetail, CallFailure>)
        case checkNow
        case checked(Result<ValidationCheck, CallFailure>)
        case openRecords
        case refresh
        case scroll(Int)
        case close
    }

    /// What it asks for.
    enum Effect: Equatable, Sendable {
        case load(String)
        case check(String)
        case openRecords(reference: String, name: String)
        case say(Notice)
        case close
    }

    static func bindings(_ state: State) -> [KeyBinding<Message>] {
        [
            KeyBinding(
                .character("c"),
                label: "check now",
                message: .checkNow,
                disabledReason: reasonNotToCheck(state)
            ),
            KeyBinding(.enter, .character("r"), label: "records", message: .openRecords),
            KeyBinding(.character("R"), label: "refresh", message: .refresh),
            KeyBinding(.down, .character("j"), label: "scroll down", message: .scroll(1), isHinted: false),
            KeyBinding(.up, .character("k"), label: "scroll up", message: .scroll(-1), isHinted: false),
            KeyBinding(.pageDown, label: "a page down", message: .scroll(state.rows), isHinted: false),
            KeyBinding(.pageUp, label: "a page up", message: .scroll(-state.rows), isHinted: false),
            KeyBinding(.escape, .character("q"), .left, .character("h"), label: "back", message: .close),
        ]
    }

    private static func reasonNotToCheck(_ state: State) -> String? {
        if state.isReadOnly { return "started with --read-only" }
        if state.check == .running { return "a check is running" }
        guard let status = state.status else { return "the zone is still being loaded" }
        if status != .pendingValidation { return "the zone is \(status.words), nothing waits for a proof" }
        return nil
    }

    static func update(_ state: inout State, _ message: Message) -> [Effect] {
        switch message {
        case .sized(let size):
            state.rows = size.rows
            state.columns = size.columns
            scroll(0, &state)
            return []
        case .tick(let now):
            state.now = now
            return Refresh.isDue(since: state.askedAt, at: now) ? load(&state) : []
        case .loaded(let result):
            state.isAwaited = false
            take(result, &state)
            return []
        case .checkNow:
            state.check = .running
            return [.check(state.reference)]
        case .checked(let result): return takeCheck(result, &state)
        case .openRecords: return [.openRecords(reference: state.reference, name: state.name)]
        case .refresh: return load(&state)
        case .scroll(let rows):
            scroll(rows, &state)
            return []
        case .close: return [.close]
        }
    }

    private static func load(_ state: inout State) -> [Effect] {
        guard !state.isAwaited else { return [] }
        state.isAwaited = true
        state.askedAt = state.now
        return [.load(state.reference)]
    }

    private static func take(_ result: Result<DomainDetail, CallFailure>, _ state: inout State) {
        switch result {
        case .success(let detail):
            state.detail = detail
            state.refreshedAt = state.now
            state.failure = nil
        case .failure(let failure): state.failure = failure
        }
        scroll(0, &state)
    }

    private static func takeCheck(_ result: Result<ValidationCheck, CallFailure>, _ state: inout State) -> [Effect] {
        switch result {
        case .failure(let failure):
            state.check = .failed(failure)
            return [.say(.problem(failure.message))]
        case .success(let check):
            state.check = .done(check)
            // What the server knows has changed either way: the state, or the count of attempts.
            state.isAwaited = false
            let notice: Notice =
                check.isValid
                ? .done("\(state.name) is validated. Enter shows its records.") : .problem(check.message)
            return [.say(notice)] + load(&state)
        }
    }

    private static func scroll(_ rows: Int, _ state: inout State) {
        let lines = lines(of: state, width: state.columns).count
        state.scroll = max(0, min(state.scroll + rows, lines - state.rows))
    }
}
