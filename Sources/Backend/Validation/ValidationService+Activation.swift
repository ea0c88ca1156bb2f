import API
import Core
import MariaDB

extension ValidationService {
    /// Makes the zone the holder of its name: whoever held it before goes out of service, whoever else had it pending
    /// has to ask for a new challenge (`domain.md` 1.2). Under the guard of the name and the zone's lock.
    func activate(_ domain: DomainRow, as caller: Caller, on connection: Connection) async throws {
        let now = surroundings.now
        if let holder = try await domains.lockHolder(of: domain.name, on: connection), holder.id != domain.id {
            try await domains.setStatus(.pendingValidation, of: holder.id, proof: nil, at: now, on: connection)
            try await outbox.drop(of: holder.id, on: connection)
            try await lose(holder, on: connection)
        }
        for rival in try await store.rivals(of: domain, on: connection) {
            try await store.cancelOpen(
                of: rival, reason: "Another tenant proved the name to be its own", on: connection)
        }
        try await domains.setStatus(.active, of: domain.id, proof: "check", at: now, on: connection)
        try await outbox.add(
            .zone,
            name: domain.name,
            type: "",
            of: domain.id,
            change: nil,
            at: now,
            on: connection
        )
    }

    /// The audit entry in the tenant that lost the name.
    private func lose(_ holder: DomainRow, on connection: Connection) async throws {
        let entry = AuditEntry(
            action: "domain.update",
            resourceType: "domain",
            resourceID: holder.id.text,
            resourceName: holder.name.text,
            tenant: holder.tenant,
            details: try JSONText.encode(["message": "Another tenant proved the name to be its own: out of service"])
        )
        let system = Caller.system(tenant: holder.tenant, requestID: "validation")
        try await audit.record(entry, by: system, on: connection)
        try await events.record(
            Event(type: "domain.updated", resourceType: "domain", resourceID: holder.id.text, data: nil),
            about: holder,
            by: system,
            on: connection
        )
    }
}

extension Caller {
    /// ScaiDNS itself, for what no caller asked for.
    static func system(tenant: Identifier, requestID: String) -> Caller {
        Caller(
            kind: .system,
            id: "scaidns",
            email: nil,
            tenant: tenant,
            holdings: Holdings(assignments: [], grants: [], keyScopes: []),
            origin: RequestOrigin(requestID: requestID, address: nil, userAgent: nil)
        )
    }
}
