import Core
import MariaDB

/// A change set to be: what was done to a zone's records, by whom.
struct ChangeDraft: Sendable {
    let kind: String
    let message: String?
    let plan: RecordSetPlan
}

/// Rows of changes: the history of each zone (`api.md` 6).
struct ChangeStore: Sendable {
    let surroundings: Surroundings

    /// A record as a change's item keeps it.
    struct Snapshot: Codable, Sendable, Equatable {
        let name: String
        let type: String
        let content: String
        let ttl: UInt32
        let disabled: Bool
        let comment: String?

        init(_ record: StoredRecord) {
            name = record.name.text
            type = record.type.name
            content = record.content.text
            ttl = record.ttl
            disabled = record.isDisabled
            comment = record.comment
        }
    }

    /// Writes the change with its items and answers its id.
    func record(
        _ draft: ChangeDraft,
        of domain: DomainRow,
        revision: Int64,
        by caller: Caller,
        on connection: Connection
    ) async throws -> Identifier {
        let id = surroundings.newID()
        let plan = draft.plan
        let sql = """
            INSERT INTO changes (id, domain_id, revision, kind, actor_type, actor_id, request_id, message, created, updated,
                deleted, state, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'applied', ?)
            """
        _ = try await connection.query(
            sql,
            [
                .id(id), .id(domain.id), .int(revision), .text(draft.kind), .text(caller.kind.rawValue),
                .text(caller.id), .text(caller.origin.requestID), .optional(draft.message),
                .int(Int64(plan.created.count)), .int(Int64(plan.updated.count)), .int(Int64(plan.deleted.count)),
                .at(surroundings.now),
            ]
        )
        var items: [(Identifier, StoredRecord?, StoredRecord?)] = plan.created.map { ($0.id, nil, $0) }
        items += plan.updated.map { ($0.after.id, $0.before, $0.after) }
        items += plan.deleted.map { ($0.id, $0, nil) }
        for (index, item) in items.enumerated() {
            _ = try await connection.query(
                "INSERT INTO change_items (change_id, n, record_id, `before`, `after`) VALUES (?, ?, ?, ?, ?)",
                [
                    .id(id), .int(Int64(index + 1)), .id(item.0),
                    .optional(try item.1.map { try JSONText.encode(Snapshot($0)) }),
                    .optional(try item.2.map { try JSONText.encode(Snapshot($0)) }),
                ]
            )
        }
        return id
    }

    /// Marks a change as refused by PowerDNS, or as undone after that; `error` is what PowerDNS said.
    func mark(_ id: Identifier, state: String, error: String, on connection: Connection) async throws {
        _ = try await connection.query(
            "UPDATE changes SET state = ?, error = ? WHERE id = ?",
            [.text(state), .text(error), .id(id)]
        )
    }
}
