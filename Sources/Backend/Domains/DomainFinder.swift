import API
import Core
import MariaDB

/// Finds the zone that a path names, by id or by name, among those the caller sees (`api.md` 1.1).
struct DomainFinder: Sendable {
    let store: DomainStore
    let clock: WallClock

    /// The zone named by `reference`; what the caller does not see is not there.
    ///
    /// Among several of one name: own tenant before others, live before deleted, holder before pending.
    ///
    /// - Throws: ``AccessRefusal/notFound(_:)``, ``AccessRefusal/ambiguousName(_:_:)``
    func find(_ reference: String, for caller: Caller, on connection: Connection) async throws -> DomainRow {
        guard reference.contains(".") else {
            guard let id = Identifier(reference), let row = try await store.row(id, on: connection),
                row.status != .deleted
            else { throw AccessRefusal.notFound("domain") }
            return row
        }
        // A text that is no name names no zone.
        guard let name = try? DomainName(reference) else { throw AccessRefusal.notFound("domain") }
        let named = try await store.rows(named: name, preferring: caller.tenant, on: connection)
        return try Self.choice(among: named.filter { isSeen($0, by: caller) }, of: name, for: caller.tenant)
    }

    /// The one that is meant among the visible live zones of a name.
    static func choice(
        among seen: [DomainRow],
        of name: DomainName,
        for tenant: Identifier
    ) throws(AccessRefusal) -> DomainRow {
        for group in [
            seen.filter { $0.tenant == tenant && $0.isPushed }, seen.filter { $0.tenant == tenant },
            seen.filter(\.isPushed), seen,
        ] {
            if group.count == 1 { return group[0] }
            guard group.isEmpty else { throw AccessRefusal.ambiguousName(name.text, group.map(\.id)) }
        }
        throw AccessRefusal.notFound("domain")
    }

    private func isSeen(_ row: DomainRow, by caller: Caller) -> Bool {
        AccessQuestion(.readDomains, on: row.target).decision(from: caller.holdings, at: clock.now()) != .hidden
    }
}
