import API
import Core
import MariaDB

/// What is still to be told to PowerDNS about one zone.
struct OutboxRow: Sendable, Equatable {
    enum Operation: String, Sendable {
        /// Make the zone, or bring it into or out of service, with all its sets.
        case zone
        /// Replace one set.
        case set
        /// Delete the zone with its signing keys.
        case delete
    }

    let id: UInt64
    let change: Identifier?
    let operation: Operation
    /// Of the set; of the zone for `zone` and `delete`.
    let name: DomainName
    /// Empty for `zone` and `delete`.
    let type: String
}

/// Rows of the outbox: written with the change, cleared when PowerDNS has it.
struct OutboxStore: Sendable {
    /// How many rows one push reads at most.
    static let rowsInPush = 2000

    /// Adds a row and answers its id.
    @discardableResult
    func add(
        _ operation: OutboxRow.Operation,
        name: DomainName,
        type: String,
        of domain: Identifier,
        change: Identifier?,
        at now: Timestamp,
        on connection: Connection
    ) async throws -> UInt64 {
        let sql = """
            INSERT INTO outbox (domain_id, change_id, op, name, type, created_at) VALUES (?, ?, ?, ?, ?, ?)
            """
        return try await connection.query(
            sql,
            [.id(domain), .id(change), .text(operation.rawValue), .name(name), .text(type), .at(now)]
        ).lastInsertID
    }

    /// The open rows of a zone, oldest first.
    func open(of domain: Identifier, on connection: Connection) async throws -> [OutboxRow] {
        let sql = """
            SELECT id, change_id, op, name, type FROM outbox WHERE domain_id = ? AND parked = FALSE
            ORDER BY id LIMIT \(Self.rowsInPush)
            """
        return try await connection.query(sql, [.id(domain)]).rows.map { row in
            OutboxRow(
                id: UInt64(clamping: try row.int("id")),
                change: try row.optionalID("change_id"),
                operation: try row.word("op"),
                name: try row.domainName("name"),
                type: try row.text("type")
            )
        }
    }

    /// Removes one row, unless it was parked meanwhile.
    func clear(_ row: UInt64, on connection: Connection) async throws {
        let parameters: [Value] = [.int(Int64(clamping: row))]
        _ = try await connection.query("DELETE FROM outbox WHERE id = ? AND parked = FALSE", parameters)
    }

    /// Removes what was sent; rows that were parked meanwhile stay.
    func clear(_ rows: [OutboxRow], on connection: Connection) async throws {
        guard !rows.isEmpty else { return }
        let sql = "DELETE FROM outbox WHERE parked = FALSE AND id IN (\(DomainStore.marks(rows.count)))"
        _ = try await connection.query(sql, rows.map { .int(Int64(clamping: $0.id)) })
    }

    /// Sets rows aside that PowerDNS refuses; `error` is what it said.
    func park(_ rows: [OutboxRow], error: String, on connection: Connection) async throws {
        guard !rows.isEmpty else { return }
        let sql = """
            UPDATE outbox SET parked = TRUE, attempts = attempts + 1, error = ?
            WHERE id IN (\(DomainStore.marks(rows.count)))
            """
        _ = try await connection.query(sql, [.text(error)] + rows.map { .int(Int64(clamping: $0.id)) })
    }

    /// Sets aside a set that no open row speaks of: it was refused as a part of its zone.
    func park(
        _ set: RecordSetKey,
        of domain: Identifier,
        error: String,
        at now: Timestamp,
        on connection: Connection
    ) async throws {
        let parameters: [Value] = [.id(domain), .name(set.name), .text(set.type.name)]
        let old = "DELETE FROM outbox WHERE domain_id = ? AND name = ? AND type = ? AND op = 'set' AND parked = TRUE"
        _ = try await connection.query(old, parameters)
        let sql = """
            INSERT INTO outbox (domain_id, op, name, type, attempts, error, parked, created_at)
            VALUES (?, 'set', ?, ?, 1, ?, TRUE, ?)
            """
        _ = try await connection.query(sql, parameters + [.text(error), .at(now)])
    }

    /// The sets of a zone that PowerDNS refuses.
    func parkedSets(of domain: Identifier, on connection: Connection) async throws -> Set<RecordSetKey> {
        Set(try await sync(of: domain, on: connection).sets.filter { $0.value == .failed }.keys)
    }

    /// What PowerDNS said when it refused a change; nil when it did not.
    func refusal(of change: Identifier, on connection: Connection) async throws -> String? {
        let sql = "SELECT error FROM outbox WHERE change_id = ? AND parked = TRUE ORDER BY id LIMIT 1"
        return try await connection.query(sql, [.id(change)]).rows.first?.optionalText("error")
    }

    /// Whether no later change touched the sets of this one.
    func isLast(_ change: Identifier, on connection: Connection) async throws -> Bool {
        let sql = """
            SELECT COUNT(*) AS later FROM changes c JOIN change_items i ON i.change_id = c.id
            JOIN changes mine ON mine.id = ? AND c.domain_id = mine.domain_id AND c.revision > mine.revision
            JOIN outbox o ON o.change_id = mine.id
            WHERE JSON_VALUE(COALESCE(i.`after`, i.`before`), '$.name') = o.name
              AND JSON_VALUE(COALESCE(i.`after`, i.`before`), '$.type') = o.type
            """
        return try await connection.query(sql, [.id(change)]).rows.first?.int("later") == 0
    }

    /// Removes what is open or parked for a change that is taken back.
    func clear(_ change: Identifier, on connection: Connection) async throws {
        _ = try await connection.query("DELETE FROM outbox WHERE change_id = ?", [.id(change)])
    }

    /// A later change of a set opens what was parked for it.
    func reopen(_ set: RecordSetKey, of domain: Identifier, on connection: Connection) async throws {
        let sql = """
            UPDATE outbox SET parked = FALSE, error = NULL
            WHERE domain_id = ? AND name = ? AND type = ? AND parked = TRUE
            """
        _ = try await connection.query(sql, [.id(domain), .name(set.name), .text(set.type.name)])
    }

    /// Drops whatever is open for a zone, before the one row that takes it out of PowerDNS.
    func drop(of domain: Identifier, on connection: Connection) async throws {
        _ = try await connection.query("DELETE FROM outbox WHERE domain_id = ?", [.id(domain)])
    }

    /// What PowerDNS said about the zone's first refused row.
    func error(of domain: Identifier, on connection: Connection) async throws -> String? {
        let sql = "SELECT error FROM outbox WHERE domain_id = ? AND parked = TRUE ORDER BY id LIMIT 1"
        return try await connection.query(sql, [.id(domain)]).rows.first?.optionalText("error")
    }

    /// Where the sets of a zone are on their way to PowerDNS.
    func sync(of domain: Identifier, on connection: Connection) async throws -> ZoneSync {
        let sql = "SELECT op, name, type, MAX(parked) AS parked FROM outbox WHERE domain_id = ? GROUP BY op, name, type"
        var sync = ZoneSync()
        for row in try await connection.query(sql, [.id(domain)]).rows {
            let status = try row.int("parked") == 0 ? SyncStatus.pending : .failed
            let operation: OutboxRow.Operation = try row.word("op")
            if operation == .set, let type = RecordType(try row.text("type")) {
                sync.sets[RecordSetKey(name: try row.domainName("name"), type: type)] = status
            } else {
                sync.zone = status
            }
        }
        return sync
    }
}

/// Where a zone and its sets are on their way to PowerDNS; what is not named here has arrived.
struct ZoneSync: Sendable, Equatable {
    var zone: SyncStatus?
    var sets: [RecordSetKey: SyncStatus] = [:]

    func status(of record: StoredRecord, in domain: DomainRow) -> SyncStatus {
        if let status = zone ?? sets[record.key] { return status }
        return domain.isPushed ? .synced : .pending
    }
}
