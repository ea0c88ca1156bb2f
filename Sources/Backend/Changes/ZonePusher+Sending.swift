import API
import Core
import Logging
import MariaDB

extension ZonePusher {
    /// At most this many sets and about this many octets go into one request.
    private static let setsInRequest = 2000
    private static let octetsInRequest = 1_000_000

    /// Sends what `open` speaks of and answers the zone's serial, nil when PowerDNS has it no more.
    func send(_ open: [OutboxRow], of row: DomainRow?, with calls: LeasedPowerDNS) async throws -> Int64? {
        if let deletion = open.last(where: { $0.operation == .delete }) {
            try await delete(deletion.name, of: calls.lease.domain, with: calls)
            return nil
        }
        guard let row else { return nil }
        switch row.status {
        case .pendingValidation:
            // The name went to another holder: PowerDNS's zone is the new holder's now, and this one keeps away from it.
            try await delete(row.name, of: row.id, with: calls)
            return nil
        case .deleted:
            try await darken(row, with: calls)
            return nil
        case .active, .inactive: break
        }
        if open.contains(where: { $0.operation == .zone }) {
            guard try await sendZone(row, open, with: calls) else { return nil }
        } else {
            try await sendSets(of: open, in: row, with: calls)
        }
        if calls.lease.mustVerify { try await verify(row, with: calls) }
        if needsRectify(open, in: row) { try await calls.rectify(row.name) }
        return try await calls.zone(row.name)?.serial
    }

    /// Deletes PowerDNS's zone if it is still this domain's own.
    private func delete(_ name: DomainName, of domain: Identifier, with calls: LeasedPowerDNS) async throws {
        guard try await calls.zone(name)?.owner == domain else { return }
        try await calls.delete(name)
    }

    /// Takes a deleted zone out of service; keys and metadata stay. A zone that is another's by now is left alone.
    private func darken(_ row: DomainRow, with calls: LeasedPowerDNS) async throws {
        guard let there = try await calls.zone(row.name), there.owner == row.id else { return }
        let soa = try await wantedSets(of: row, after: there.serial).filter { $0.key.type == .soa }
        try await calls.replace(soa, in: row.name)
    }

    /// Sends sets; one refused set refuses its whole request, so refused requests are halved until it stands alone and is
    /// set aside.
    func sendApart(
        _ sets: [PowerDNSSet],
        of row: DomainRow,
        _ open: [OutboxRow],
        with calls: LeasedPowerDNS
    ) async throws {
        do {
            try await calls.replace(sets, in: row.name)
        } catch PowerDNSFailure.refused(let words) {
            guard let first = sets.first else { return }
            guard sets.count > 1 else { return try await refuse(first.key, of: row, open, reason: words) }
            let half = sets.count / 2
            try await sendApart(Array(sets[..<half]), of: row, open, with: calls)
            try await sendApart(Array(sets[half...]), of: row, open, with: calls)
        }
    }

    private func refuse(
        _ set: RecordSetKey,
        of row: DomainRow,
        _ open: [OutboxRow],
        reason: String
    ) async throws {
        logger.warning("PowerDNS refuses a set", metadata: ["zone": "\(row.name)", "reason": "\(reason)"])
        let rows = open.filter { $0.operation == .set && $0.name == set.name && $0.type == set.type.name }
        guard rows.isEmpty else { return try await refuse(rows, reason: reason) }
        try await database.transaction { connection in
            try await outbox.park(set, of: row.id, error: reason, at: surroundings.now, on: connection)
        }
    }

    private func sendSets(of open: [OutboxRow], in row: DomainRow, with calls: LeasedPowerDNS) async throws {
        let sets = try await presentSets(of: open, in: row)
        do {
            try await sendInParts(sets, in: row, with: calls)
        } catch PowerDNSFailure.refused(let words) {
            logger.warning("PowerDNS refuses a push", metadata: ["zone": "\(row.name)", "reason": "\(words)"])
            try await sendOneByOne(open, in: row, with: calls)
        } catch PowerDNSFailure.noSuchZone {
            // Somebody removed the zone there: made anew, with everything. Should that not come to its end, the row added
            // first has the next pass do it.
            let promise = try await database.transaction { connection in
                let now = surroundings.now
                return try await outbox.add(
                    .zone,
                    name: row.name,
                    type: "",
                    of: row.id,
                    change: nil,
                    at: now,
                    on: connection
                )
            }
            try await make(row, open, after: row.serial ?? 0, with: calls)
            try await database.withConnection { connection in try await outbox.clear(promise, on: connection) }
        }
    }

    /// One refused set refuses the whole request: the changes go one by one, and the refused one is set aside.
    private func sendOneByOne(_ open: [OutboxRow], in row: DomainRow, with calls: LeasedPowerDNS) async throws {
        var rest = open
        while let first = rest.first {
            let rows = rest.filter { $0.change == first.change }
            rest.removeAll { $0.change == first.change }
            let sets = try await presentSets(of: rows, in: row)
            do {
                try await calls.replace(sets, in: row.name)
            } catch PowerDNSFailure.refused(let words) {
                try await refuse(rows, reason: words)
            }
        }
    }

    /// The sets that the rows speak of, as they are now.
    private func presentSets(of rows: [OutboxRow], in row: DomainRow) async throws -> [PowerDNSSet] {
        let keys = Self.keys(of: rows)
        return try await database.withConnection { connection in
            var sets: [PowerDNSSet] = []
            for key in keys {
                let members = try await records.members(of: key, in: row.id, on: connection)
                sets.append(PowerDNSSet(key, records: members))
            }
            return sets
        }
    }

    /// Parks the rows with PowerDNS's words and marks their changes as failed.
    func refuse(_ rows: [OutboxRow], reason: String) async throws {
        try await database.transaction { connection in
            try await outbox.park(rows, error: reason, on: connection)
            for change in Set(rows.compactMap(\.change)) {
                try await changes.mark(change, state: "failed", error: reason, on: connection)
            }
        }
    }

    func sendInParts(_ sets: [PowerDNSSet], in row: DomainRow, with calls: LeasedPowerDNS) async throws {
        for part in Self.parts(of: Self.emptiedFirst(sets)) { try await calls.replace(part, in: row.name) }
    }

    static func emptiedFirst(_ sets: [PowerDNSSet]) -> [PowerDNSSet] {
        sets.filter(\.contents.isEmpty) + sets.filter { !$0.contents.isEmpty }
    }

    /// After an unknown outcome an older request may have landed late: read back and send again until equal.
    private func verify(_ row: DomainRow, with calls: LeasedPowerDNS) async throws {
        for attempt in 1...4 {
            let wanted = try await wantedSets(of: row, after: row.serial ?? 0)
            // What PowerDNS refuses cannot be there.
            let refused = try await database.withConnection { connection in
                try await outbox.parkedSets(of: row.id, on: connection)
            }
            guard let there = try await calls.zone(row.name, withSets: true), there.owner == row.id else { return }
            let differing = Self.difference(wanted, from: there.sets) { $0.type == .soa || refused.contains($0) }
            guard !differing.isEmpty else { return }
            if attempt < 4 { try await sendInParts(differing, in: row, with: calls) }
        }
        throw PowerDNSFailure.unknownOutcome("the zone read back differs from what was sent")
    }

    /// What has to be sent to turn `found` into `wanted`, but for the sets that are passed over.
    static func difference(
        _ wanted: [PowerDNSSet],
        from found: [PowerDNSSet],
        passingOver isPassedOver: (RecordSetKey) -> Bool
    ) -> [PowerDNSSet] {
        let byKey = Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(wanted.map(\.key))
        let differing = wanted.filter { set in
            byKey[set.key]?.ttl != set.ttl || byKey[set.key]?.contents.sorted() != set.contents.sorted()
        }
        let surplus = found.filter { !keys.contains($0.key) }.map { PowerDNSSet($0.key, records: []) }
        return (surplus + differing).filter { !isPassedOver($0.key) }
    }

    /// Every set that the zone should have there, with a serial above `highest`; the SOA disabled when it is out of
    /// service.
    func wantedSets(of row: DomainRow, after highest: Int64) async throws -> [PowerDNSSet] {
        let served = try await database.withConnection { connection in
            try await records.served(of: row.id, on: connection)
        }
        var sets = Dictionary(grouping: served, by: \.key).map { PowerDNSSet($0.key, records: $0.value) }
        sets.sort { ($0.key.name, $0.key.type.name) < ($1.key.name, $1.key.type.name) }
        // PowerDNS writes the serial of a PATCHed SOA as given, even a lower one than it had.
        let serial = ZoneSerial.next(after: max(highest, row.serial ?? 0), at: surroundings.now)
        return sets.map { set in
            set.key.type == .soa ? set.soa(serial: serial, isDisabled: row.status != .active) : set
        }
    }

    /// A name two or more labels below the apex may make or remove an empty non-terminal, which PowerDNS only knows
    /// after a rectify.
    private func needsRectify(_ open: [OutboxRow], in row: DomainRow) -> Bool {
        let depth = row.name.labelCount + 2
        return row.isSigned || open.contains { $0.operation == .zone || $0.name.labelCount >= depth }
    }

    private static func keys(of rows: [OutboxRow]) -> [RecordSetKey] {
        var keys: [RecordSetKey] = []
        var seen: Set<RecordSetKey> = []
        for row in rows where row.operation == .set {
            guard let type = RecordType(row.type) else { continue }
            let key = RecordSetKey(name: row.name, type: type)
            if seen.insert(key).inserted { keys.append(key) }
        }
        return keys
    }

    static func parts(of sets: [PowerDNSSet]) -> [[PowerDNSSet]] {
        var parts: [[PowerDNSSet]] = []
        var octets = octetsInRequest
        for set in sets {
            if octets + set.wireSize > octetsInRequest || (parts.last?.count ?? setsInRequest) >= setsInRequest {
                parts.append([])
                octets = 0
            }
            parts[parts.count - 1].append(set)
            octets += set.wireSize
        }
        return parts
    }
}
