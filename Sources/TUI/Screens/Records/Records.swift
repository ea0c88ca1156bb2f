import API
import Core
import Terminal

/// The records of a zone, grouped by name.
enum Records {
    /// What the view knows.
    struct State: Equatable, Sendable {
        /// The zone's id, or the name it was asked for by.
        let reference: String
        let isReadOnly: Bool
        var now: Timestamp
        var zone: DomainDetail?
        var records: [Record]?
        var includesSystem = false
        var filter = Filter.none
        var filterField: FilterField?
        /// The places in `records` that pass the filter.
        var shown: [Int] = []
        var cursor = ListCursor()
        var height = 1
        /// The zone's revision when the records were asked for; another one means that they changed.
        var revision: Int?
        var isZoneAwaited = false
        var areRecordsAwaited = false
        /// Counts up with each question for the records: only the answer to the last one is taken.
        var ticket = 0
        /// The record to select when it arrives: one that was made here.
        var wanted: String?
        var askedAt: Timestamp?
        var refreshedAt: Timestamp?
        var failure: CallFailure?
        private let givenName: String

        init(reference: String, name: String, isReadOnly: Bool, now: Timestamp) {
            self.reference = reference
            givenName = name
            self.isReadOnly = isReadOnly
            self.now = now
        }

        /// The zone's name as far as it is known.
        var name: String { zone?.summary.name ?? givenName }

        /// The record under the cursor.
        var selected: Record? {
            guard let records, shown.indices.contains(cursor.selected) else { return nil }
            return records[shown[cursor.selected]]
        }
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case sized(rows: Int)
        case tick(Timestamp)
        case loadedZone(Result<DomainDetail, CallFailure>)
        case loaded(ticket: Int, Result<RecordList, CallFailure>)
        /// A change was made here: what is shown is old. With the id of a record that it made.
        case changed(made: String?)
        case move(ListCursor.Move)
        case nextMatch, previousMatch
        case refresh
        case beginFilter
        case filterKey(Key)
        case clearFilter
        case toggleSystem
        case add, edit, delete, close
    }

    /// What it asks for.
    enum Effect: Equatable, Sendable {
        case loadZone(String)
        case load(String, includeSystem: Bool, ticket: Int)
        case add(zone: DomainDetail, records: [Record])
        case edit(Record, zone: DomainDetail, records: [Record])
        case delete(Record, zone: DomainDetail)
        case say(Notice)
        case close
    }

    static func bindings(_ state: State) -> [KeyBinding<Message>] {
        let reason = reasonNotToChange(state)
        let selectedReason = reason ?? reasonNotToTouch(state.selected)
        return [
            KeyBinding(.character("a"), label: "add", message: .add, disabledReason: reason),
            KeyBinding(.character("e"), .enter, label: "edit", message: .edit, disabledReason: selectedReason),
            KeyBinding(
                .character("d"),
                label: "delete",
                message: .delete,
                disabledReason: selectedReason,
                isDangerous: true
            ),
            KeyBinding(
                .character("s"),
                label: state.includesSystem ? "hide system" : "show system",
                message: .toggleSystem
            ),
            KeyBinding(.character("/"), label: "filter", message: .beginFilter),
            KeyBinding(.character("R"), label: "refresh", message: .refresh),
        ] + movement(Message.move) + [
            KeyBinding(.character("n"), label: "next match", message: .nextMatch, isHinted: false),
            KeyBinding(.character("N"), label: "previous match", message: .previousMatch, isHinted: false),
            KeyBinding(
                .escape,
                label: state.filter.isEmpty ? "back" : "clear the filter",
                message: state.filter.isEmpty ? .close : .clearFilter
            ),
            KeyBinding(.character("q"), .left, .character("h"), label: "back", message: .close, isHinted: false),
        ]
    }

    static func meaning(of key: Key, in state: State) -> KeyMeaning<Message> {
        if state.filterField != nil { return .send(.filterKey(key)) }
        return bindings(state).meaning(of: key)
    }

    /// Whether ScaiDNS writes the record itself: the SOA and the nameservers at the apex.
    static func isSystem(_ record: Record) -> Bool {
        record.type == "SOA" || (record.type == "NS" && record.displayName == "@")
    }

    private static func reasonNotToChange(_ state: State) -> String? {
        if state.isReadOnly { return "started with --read-only" }
        guard let zone = state.zone, state.records != nil else { return "the zone is still being loaded" }
        if zone.summary.domainType == .secondary { return "a secondary zone gets its records from its primary" }
        return nil
    }

    private static func reasonNotToTouch(_ record: Record?) -> String? {
        guard let record else { return "no record is selected" }
        return isSystem(record) ? "SOA and apex NS are written by ScaiDNS itself" : nil
    }
}
