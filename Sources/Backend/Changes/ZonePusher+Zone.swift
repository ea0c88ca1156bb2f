import API
import Core
import Logging
import MariaDB

/// The former holder of a name may still have a request on the wire: it has to be waited for.
struct FormerHolderPushes: Error {
    let until: Timestamp
}

extension ZonePusher {
    /// Makes the zone, or brings it to the state of now with all its sets; false when the zone there is not ours to touch.
    func sendZone(_ row: DomainRow, _ open: [OutboxRow], with calls: LeasedPowerDNS) async throws -> Bool {
        guard let there = try await calls.zone(row.name, withSets: true) else {
            try await make(row, open, after: row.serial ?? 0, with: calls)
            return true
        }
        if there.owner == row.id {
            try await bring(row, open, from: there, with: calls)
            return true
        }
        guard let former = there.owner, let highest = try await serial(ofFormer: former, of: row) else {
            let reason =
                "PowerDNS has a zone \(row.name.text) that ScaiDNS does not manage: adopt it, or remove it there"
            try await refuse(open, reason: reason)
            return false
        }
        // The name passed to this zone: the former holder's goes with its keys, and it is made anew.
        let lease = try await takeLease(ofFormer: former)
        try await calls.delete(row.name)
        try await make(row, open, after: max(highest, there.serial), with: calls)
        if let lease {
            try await database.withConnection { connection in try await leases.release(lease, on: connection) }
        }
        return true
    }

    private func bring(
        _ row: DomainRow,
        _ open: [OutboxRow],
        from there: PowerDNSZone,
        with calls: LeasedPowerDNS
    ) async throws {
        let wanted = try await wantedSets(of: row, after: there.serial)
        let keys = Set(wanted.map(\.key))
        let surplus = there.sets.map(\.key).filter { !keys.contains($0) }
        let sets = Self.emptiedFirst(surplus.map { PowerDNSSet($0, records: []) } + wanted)
        for part in Self.parts(of: sets) { try await sendApart(part, of: row, open, with: calls) }
    }

    /// The highest serial of the zone that held the name before; nil when that domain still holds it, or never did.
    private func serial(ofFormer former: Identifier, of row: DomainRow) async throws -> Int64? {
        try await database.withConnection { connection in
            // Removed for good: its last row in the outbox finds the zone to be another's.
            guard let domain = try await domains.row(former, on: connection) else { return 0 }
            guard domain.name == row.name, !domain.isPushed else { return nil }
            return domain.serial ?? 0
        }
    }

    /// Keeps the former holder's pushers away, after the deadline of their last call; nil when there is nothing to take.
    private func takeLease(ofFormer former: Identifier) async throws -> PushLease? {
        let now = surroundings.now
        let until = now.adding(seconds: 4 * timing.callSeconds + LeasedPowerDNS.marginSeconds)
        let (lease, end) = try await database.withConnection { connection in
            let lease = try await leases.take(former, holder: holder, now: now, until: until, on: connection)
            return (lease, lease == nil ? try await leases.end(of: former, on: connection) : nil)
        }
        if let end { throw FormerHolderPushes(until: end) }
        return lease
    }

    /// A zone that needs several requests is made with its SOA disabled and switched on by the last one.
    func make(_ row: DomainRow, _ open: [OutboxRow], after highest: Int64, with calls: LeasedPowerDNS) async throws {
        let sets = try await wantedSets(of: row, after: highest)
        if Self.parts(of: sets).count == 1 {
            do {
                try await calls.create(row.name, owner: row.id, sets: sets)
                return try await raiseSerial(of: row, sets, above: highest, with: calls)
            } catch PowerDNSFailure.refused(let words) {
                logger.warning("PowerDNS refuses a zone", metadata: ["zone": "\(row.name)", "reason": "\(words)"])
            }
        }
        let soa = sets.filter { $0.key.type == .soa }
        let dark = soa.map { $0.soa(serial: 1, isDisabled: true) }
        try await calls.create(row.name, owner: row.id, sets: dark)
        for part in Self.parts(of: sets.filter { $0.key.type != .soa }) {
            try await sendApart(part, of: row, open, with: calls)
        }
        try await calls.replace(soa, in: row.name)
    }

    /// PowerDNS starts a new zone at today's first serial: one that was served with a higher one goes on from there, or
    /// its secondaries would keep what they have.
    private func raiseSerial(
        of row: DomainRow,
        _ sets: [PowerDNSSet],
        above highest: Int64,
        with calls: LeasedPowerDNS
    ) async throws {
        guard highest > 0, row.status == .active, let made = try await calls.zone(row.name), made.serial <= highest
        else { return }
        try await calls.replace(sets.filter { $0.key.type == .soa }, in: row.name)
    }
}
