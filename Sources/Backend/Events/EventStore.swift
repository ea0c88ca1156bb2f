import Core
import MariaDB

/// An event to be (`api.md` 12); the sequencer numbers it after the commit.
struct Event: Sendable {
    let type: String
    let resourceType: String
    let resourceID: String
    /// The API object as JSON text, nil for what is gone.
    let data: String?
    var change: Identifier?
}

/// Writes events in the transaction of what they tell of.
struct EventStore: Sendable {
    let surroundings: Surroundings

    private struct Actor: Encodable {
        let type: String
        let id: String
    }

    func record(_ event: Event, about domain: DomainRow, by caller: Caller, on connection: Connection) async throws {
        let sql = """
            INSERT INTO events (id, type, tenant_id, domain_id, domain_name, resource_type, resource_id, change_id, actor,
                data, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        _ = try await connection.query(
            sql,
            [
                .id(surroundings.newID()), .text(event.type), .id(domain.tenant), .id(domain.id), .name(domain.name),
                .text(event.resourceType), .text(event.resourceID), .id(event.change),
                .text(try JSONText.encode(Actor(type: caller.kind.rawValue, id: caller.id))), .optional(event.data),
                .at(surroundings.now),
            ]
        )
    }
}
