import API
import Core
import Terminal

/// The list of zones.
enum Zones {
    /// What the view knows.
    struct State: Equatable, Sendable {
        let isReadOnly: Bool
        var now: Timestamp
        var filter = Filter.none
        var filterField: FilterField?
        var list = SparseList<DomainSummary>()
        /// The rows of the list that pass the local part of the filter, by page; nil without a local part.
        var localMatches: [Int: [Int]]?
        var cursor = ListCursor()
        var height = 1
        /// The pages that were asked for and have not arrived.
        var awaited: Set<Int> = []
        /// Counts up when what was asked for before is no longer wanted.
        var ticket = 0
        var askedAt: Timestamp?
        /// When the rows shown were last told by the server.
        var refreshedAt: Timestamp?
        var failure: CallFailure?

        init(isReadOnly: Bool, now: Timestamp) {
            self.isReadOnly = isReadOnly
            self.now = now
        }

        var query: ZoneQuery { ZoneQuery.split(filter).query }
        var localFilter: Filter { ZoneQuery.split(filter).local }

        /// The rows of the list that are shown; nil for all of them.
        var shownRows: [Int]? {
            localMatches.map { matches in matches.keys.sorted().flatMap { matches[$0] ?? [] } }
        }

        /// The zone under the cursor; nil while it is not here.
        var selected: DomainSummary? { zone(at: cursor.selected, shownRows) }

        func zone(at row: Int, _ shown: [Int]?) -> DomainSummary? {
            guard let shown else { return list[row] }
            return shown.indices.contains(row) ? list[shown[row]] : nil
        }
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case sized(rows: Int)
        case tick(Timestamp)
        case loaded(page: Int, ticket: Int, Result<Page<DomainSummary>, CallFailure>)
        case move(ListCursor.Move)
        case nextMatch, previousMatch
        case refresh
        case beginFilter
        case filterKey(Key)
        case clearFilter
        case open, openRecords, create, delete, quit
    }

    /// What it asks for.
    enum Effect: Equatable, Sendable {
        case load(ZoneQuery, page: Int, ticket: Int)
        case open(DomainSummary)
        case openRecords(DomainSummary)
        case create
        case delete(DomainSummary)
        case say(Notice)
        case quit
    }

    /// The longest list that the local part of a filter works on.
    static let mostFilteredRows = 100_000

    static func bindings(_ state: State) -> [KeyBinding<Message>] {
        let nothing = state.selected == nil ? "no zone is selected" : nil
        let readOnly = state.isReadOnly ? "started with --read-only" : nil
        return [
            KeyBinding(.enter, .right, .character("l"), label: "open", message: .open, disabledReason: nothing),
            KeyBinding(.character("r"), label: "records", message: .openRecords, disabledReason: nothing),
            KeyBinding(.character("a"), label: "create", message: .create, disabledReason: readOnly),
            KeyBinding(
                .character("D"),
                label: "delete",
                message: .delete,
                disabledReason: readOnly ?? nothing,
                isDangerous: true
            ),
            KeyBinding(.character("/"), label: "filter", message: .beginFilter),
            KeyBinding(.character("R"), label: "refresh", message: .refresh),
        ] + movement(Message.move) + [
            KeyBinding(.character("n"), label: "next match", message: .nextMatch, isHinted: false),
            KeyBinding(.character("N"), label: "previous match", message: .previousMatch, isHinted: false),
            KeyBinding(
                .escape,
                label: "clear the filter",
                message: .clearFilter,
                disabledReason: state.filter.isEmpty ? "no filter is set" : nil,
                isHinted: false
            ),
            KeyBinding(.character("q"), label: "quit", message: .quit, isHinted: false),
        ]
    }

    static func meaning(of key: Key, in state: State) -> KeyMeaning<Message> {
        if state.filterField != nil { return .send(.filterKey(key)) }
        return bindings(state).meaning(of: key)
    }
}

/// The keys that move in every list.
func movement<Message>(_ message: (ListCursor.Move) -> Message) -> [KeyBinding<Message>] {
    [
        KeyBinding(.down, .character("j"), label: "down", message: message(.by(1)), isHinted: false),
        KeyBinding(.up, .character("k"), label: "up", message: message(.by(-1)), isHinted: false),
        KeyBinding(.pageDown, label: "a page down", message: message(.page(1)), isHinted: false),
        KeyBinding(.pageUp, label: "a page up", message: message(.page(-1)), isHinted: false),
        KeyBinding(.character("g"), .home, label: "first row", message: message(.start), isHinted: false),
        KeyBinding(.character("G"), .end, label: "last row", message: message(.end), isHinted: false),
    ]
}
