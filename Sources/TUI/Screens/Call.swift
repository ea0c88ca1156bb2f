import API
import Core

/// One request to the server that a screen may ask for.
enum Call: Equatable, Sendable {
    /// One page of the list of zones, ``SparseList/pageSize`` zones each.
    /// The ticket tells the answers of one asking from those of an older one.
    case zones(ZoneQuery, page: Int, ticket: Int)
    /// A zone by id or name.
    case zone(String)
    /// All records of a zone.
    case records(zone: String, includeSystem: Bool, ticket: Int)
    /// A look for the challenge now.
    case check(zone: String)
    case createZone(DomainDraft)
    case deleteZone(id: String, name: String)
    case createRecord(zone: String, RecordDraft)
    case updateRecord(zone: String, record: String, RecordUpdate)
    case deleteRecord(zone: String, record: String)

    /// Whether it writes.
    var isChange: Bool {
        switch self {
        case .zones, .zone, .records, .check: false
        case .createZone, .deleteZone, .createRecord, .updateRecord, .deleteRecord: true
        }
    }
}

/// What the server gave.
enum CallReply: Equatable, Sendable {
    case zones(Page<DomainSummary>)
    case zone(DomainDetail)
    case records(RecordList)
    case checked(ValidationCheck)
    case record(Record)
    case done
}

/// A call and what became of it.
struct Answer: Equatable, Sendable {
    let call: Call
    let outcome: Result<CallReply, CallFailure>
}

/// Why a call failed.
struct CallFailure: Error, Equatable, Sendable {
    let kind: Kind
    /// A sentence for people.
    let message: String
    /// The field of the request that it is about, as the API names it.
    var field: String?

    /// What can be done about it.
    enum Kind: Equatable, Sendable {
        /// Nobody answered, or something between said that nobody does: worth trying again.
        case unreachable
        /// The credential is missing or refused.
        case unauthorized
        case notFound
        /// Everything else that the server refused.
        case refused
    }

    init(_ kind: Kind, _ message: String, field: String? = nil) {
        self.kind = kind
        self.message = message
        self.field = field
    }
}

/// Something said in the status line.
struct Notice: Equatable, Sendable {
    let text: String
    let isProblem: Bool

    static func done(_ text: String) -> Notice { Notice(text: text, isProblem: false) }
    static func problem(_ text: String) -> Notice { Notice(text: text, isProblem: true) }
}

/// How often what is shown is asked for again.
enum Refresh {
    /// Seconds between the answers to two polls and the next.
    static let interval: Int64 = 5

    /// Whether it is time, `last` being when it was asked last.
    static func isDue(since last: Timestamp?, at now: Timestamp) -> Bool {
        guard let last else { return true }
        return abs(now.seconds(since: last)) >= interval
    }
}
