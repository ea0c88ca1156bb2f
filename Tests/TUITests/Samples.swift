import API
import Core
import Terminal

@testable import TUI

/// The windows that every view is tested in.
let testedSizes = [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 60, columns: 200)]

/// What a terminal would obey: a colour, the clipboard (OSC 52), a cleared screen, a title, and text turned round.
let hostileText = "\u{1B}[31m\u{1B}]52;c;eA==\u{7}\u{9B}2J\u{202E}evil\u{200B}"

/// Values as the server would send them, dated 2026-11-24.
enum Sample {
    static let now = Timestamp(seconds: 1_795_500_000)

    static func zone(
        _ name: String = "example.org",
        id: String? = nil,
        status: DomainStatus = .active,
        type: DomainType = .primary,
        sync: SyncStatus = .synced,
        description: String? = nil
    ) -> DomainSummary {
        DomainSummary(
            id: id ?? "id-" + name,
            name: name,
            unicodeName: nil,
            domainType: type,
            status: status,
            defaultTTL: 3600,
            description: description,
            dnssecEnabled: false,
            syncStatus: sync,
            createdAt: now.adding(seconds: -600),
            updatedAt: now.adding(seconds: -120)
        )
    }

    static func zones(_ range: Range<Int>) -> [DomainSummary] {
        range.map { zone("zone\(String(100_000 + $0).dropFirst()).example") }
    }

    static func detail(
        _ summary: DomainSummary = zone(),
        revision: Int = 7,
        validation: Validation? = nil,
        syncError: String? = nil
    ) -> DomainDetail {
        DomainDetail(
            summary,
            DomainDetail.More(
                tenantID: "t1",
                revision: revision,
                recordCount: 3,
                nameservers: ["ns1.example.net.", "ns2.example.net."],
                serial: 2_026_112_401,
                syncError: syncError,
                validation: validation
            )
        )
    }

    static let challengeValue = "scaidns-verify=" + String(repeating: "0123456789abcdef", count: 4)

    static func validation(of name: String, lastMessage: String? = nil) -> Validation {
        Validation(
            id: "v1",
            status: .pending,
            challengeValue: challengeValue,
            dnsRecord: Validation.ChallengeRecord(
                name: "_scaidns-verify." + name,
                type: "TXT",
                value: challengeValue,
                ttl: 3600
            ),
            expiresAt: now.adding(seconds: 72 * 3600),
            createdAt: now,
            lastCheckedAt: nil,
            lastMessage: lastMessage,
            attempts: 0,
            nextCheckAt: nil
        )
    }

    static func pending(_ name: String = "example.test") -> DomainDetail {
        detail(zone(name, status: .pendingValidation, sync: .pending), validation: validation(of: name))
    }

    static func record(
        _ name: String,
        _ type: String,
        _ content: String,
        id: String? = nil,
        ttl: Int = 3600,
        disabled: Bool = false,
        comment: String? = nil,
        sync: SyncStatus = .synced
    ) -> Record {
        Record(
            id: id ?? "\(name) \(type) \(content)",
            domainID: "id-example.org",
            name: name == "@" ? "example.org" : name + ".example.org",
            displayName: name,
            type: type,
            content: content,
            ttl: ttl,
            disabled: disabled,
            comment: comment,
            syncStatus: sync,
            createdAt: now,
            updatedAt: now
        )
    }

    static func list(_ records: [Record]) -> RecordList {
        RecordList(
            data: records,
            total: records.count,
            domainID: "id-example.org",
            domainName: "example.org",
            page: nil
        )
    }

    static let records = [
        record("@", "MX", "10 mail.example.org."), record("www", "A", "192.0.2.10", comment: "web"),
        record("www", "A", "192.0.2.11"), record("www", "AAAA", "2001:db8::10", ttl: 300),
    ]
}

/// The console driven by keys and answers, without a terminal and a server.
struct Story {
    private(set) var state: Console.State
    /// Calls that wait for their answers, the oldest first.
    private(set) var calls: [Call] = []
    private(set) var isClosed = false

    init(size: Size = testedSizes[0], isReadOnly: Bool = false) {
        state = Console.State(server: "dns.example.org", isReadOnly: isReadOnly, size: size, now: Sample.now)
        send(.resized(size))
    }

    /// A console that shows these zones.
    init(zones: [DomainSummary], size: Size = testedSizes[0], isReadOnly: Bool = false) {
        self.init(size: size, isReadOnly: isReadOnly)
        answer(.zones(Page(data: zones, total: zones.count, page: 1, pageSize: 100)))
    }

    /// A console that shows these records of `example.org`.
    init(records: [Record], size: Size = testedSizes[0], isReadOnly: Bool = false) {
        self.init(zones: [Sample.zone()], size: size, isReadOnly: isReadOnly)
        press("r")
        answer(.zone(Sample.detail()))
        answer(.records(Sample.list(records)))
    }

    mutating func send(_ message: Console.Message) {
        for effect in Console.update(&state, message) {
            switch effect {
            case .call(let call): calls.append(call)
            case .quit: isClosed = true
            case .redraw: break
            }
        }
    }

    mutating func press(_ text: String) {
        for character in text { send(.key(.character(character))) }
    }

    mutating func press(_ keys: Key...) {
        for key in keys { send(.key(key)) }
    }

    mutating func tick(seconds: Int64 = 1) {
        send(.tick(state.now.adding(seconds: seconds)))
    }

    /// Answers the oldest call.
    mutating func answer(_ reply: CallReply) {
        guard !calls.isEmpty else { return }
        send(.answered(Answer(call: calls.removeFirst(), outcome: .success(reply))))
    }

    /// Fails the oldest call.
    mutating func fail(_ failure: CallFailure) {
        guard !calls.isEmpty else { return }
        send(.answered(Answer(call: calls.removeFirst(), outcome: .failure(failure))))
    }

    var screen: Canvas { Console.view(state, size: state.size) }
    var text: String { screen.text }
    /// What the status line says, in one piece where it took several rows.
    var statusLine: String {
        let screen = screen
        let last = state.size.rows - 2
        let role = screen.role(row: last, column: 0)
        let rows = [last - 2, last - 1].filter { role == .bad && screen.role(row: $0, column: 0) == role } + [last]
        return rows.map(screen.text(row:)).joined(separator: " ")
    }
    var hintLine: String { screen.text(row: state.size.rows - 1) }

    /// The rows whose cells at the left have the role of the line under the cursor.
    var selectedRows: [String] {
        let screen = screen
        return (0..<screen.size.rows).filter { screen.role(row: $0, column: 0) == .selected }.map(screen.text(row:))
    }

    /// The lines that begin, after blanks, with `+` or `-`, and their roles.
    var changeLines: [String] {
        let screen = screen
        return (0..<screen.size.rows).compactMap { row in
            let line = screen.text(row: row).drop { $0 == " " }
            let role = screen.role(row: row, column: 2)
            let isChange = line.hasPrefix("+ ") && role == .added || line.hasPrefix("- ") && role == .removed
            return isChange ? String(line) : nil
        }
    }
}
