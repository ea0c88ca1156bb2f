import API
import Core
import Logging
import MariaDB

extension ZonePusher {
    /// At most this many sets and about this many octets go into one request.
    private static let setsInRequest = 2000
    private static let octetsInRequest = 1_000_000

    /// Sends what `open` speaks of and answers the zone's serial, nil when PowerDNS has it no more.
    func send(_ open: [OutboxRow], of row: DomainRow?, under lease: PushLease) async throws -> Int64? {
        if let deletion = open.last(where: { $0.operation == .delete }) {
            try await delete(deletion.name, of: lease.domain)
            return nil
        }
        guard let row else { return nil }
        if row.status == .pendingValidation {
            // The name went to another holder: PowerDNS's zone is the new holder's now, and this one keeps away from it.
            try await delete(row.name, of: row.id)
            return nil
        }
        if open.contains(where: { $0.operation == .zone }) {
            try await sendZone(row, rows: open)
        } else {
            try await sendSets(of: open, in: row)
        }
        if lease.mustVerify { try await verify(row) }
        if needsRectify(open, in: row) { try await powerDNS.rectify(row.name, timeout: timeout) }
        return try await powerDNS.zone(row.name, timeout: timeout)?.serial
    }

    /// Deletes PowerDNS's zone if it is still this domain's own.
    private func delete(_ name: DomainName, of domain: Identifier) async throws {
        guard let zone = try await powerDNS.zone(name, timeout: timeout), zone.owner == domain else { return }
        try await powerDNS.delete(name, timeout: timeout)
    }

    /// Makes the zone, or brings it to the state of now with all its sets.
    private func sendZone(_ row: DomainRow, rows: [OutboxRow]) async throws {
        let wanted = try await wantedSets(of: row)
        guard let there = try await powerDNS.zone(row.name, withSets: true, timeout: timeout) else {
            return try await make(row, wanted)
        }
        if there.owner == row.id {
            let keys = Set(wanted.map(\.key))
            let surplus = there.sets.map(\.key).filter { !keys.contains($0) }
            let emptied = surplus.map { PowerDNSSet($0, records: []) }
            return try await sendInParts(emptied + wanted, in: row)
        }
        guard let former = there.owner, try await isFormerHolder(former, of: row) else {
            let reason =
                "PowerDNS has a zone \(row.name.text) that ScaiDNS does not manage: adopt it, or remove it there"
            return try await refuse(rows, reason: reason)
        }
        // The name passed to this zone: the former holder's goes with its keys, and it is made anew.
        try await powerDNS.delete(row.name, timeout: timeout)
        try await make(row, wanted)
    }

    private func isFormerHolder(_ domain: Identifier, of row: DomainRow) async throws -> Bool {
        try await database.withConnection { connection in
            guard let former = try await domains.row(domain, on: connection) else { return true }
            return former.name == row.name && (former.status == .pendingValidation || former.status == .deleted)
        }
    }

    /// A zone that needs several requests is made with its SOA disabled and switched on by the last one.
    private func make(_ row: DomainRow, _ sets: [PowerDNSSet]) async throws {
        let parts = Self.parts(of: sets)
        guard parts.count > 1 else {
            try await powerDNS.create(row.name, owner: row.id, sets: sets, timeout: timeout)
            return try await raiseSerial(of: row, sets)
        }
        let soa = sets.filter { $0.key.type == .soa }
        let dark = soa.map { $0.soa(serial: 1, isDisabled: true) }
        try await powerDNS.create(row.name, owner: row.id, sets: dark, timeout: timeout)
        for part in Self.parts(of: sets.filter { $0.key.type != .soa }) {
            try await powerDNS.replace(part, in: row.name, timeout: timeout)
        }
        try await powerDNS.replace(soa, in: row.name, timeout: timeout)
    }

    /// PowerDNS starts a new zone at today's first serial: one that was served with a higher one goes on from there, or
    /// its secondaries would keep what they have.
    private func raiseSerial(of row: DomainRow, _ sets: [PowerDNSSet]) async throws {
        guard let highest = row.serial, row.status == .active,
            let made = try await powerDNS.zone(row.name, timeout: timeout), made.serial <= highest
        else { return }
        let soa = sets.filter { $0.key.type == .soa }.map { $0.soa(serial: highest + 1, isDisabled: false) }
        try await powerDNS.replace(soa, in: row.name, timeout: timeout)
    }

    private func sendSets(of open: [OutboxRow], in row: DomainRow) async throws {
        let sets = try await presentSets(of: open, in: row)
        do throws(PowerDNSFailure) {
            try await sendInParts(sets, in: row)
        } catch .refused(let words) {
            logger.warning("PowerDNS refuses a push", metadata: ["zone": "\(row.name)", "reason": "\(words)"])
            try await sendOneByOne(open, in: row)
        } catch .noSuchZone {
            // Somebody removed the zone there: made anew, with everything.
            try await make(row, try await wantedSets(of: row))
        }
    }

    /// One refused set refuses the whole request: the changes go one by one, and the refused one is set aside.
    private func sendOneByOne(_ open: [OutboxRow], in row: DomainRow) async throws {
        var rest = open
        while let first = rest.first {
            let rows = rest.filter { $0.change == first.change }
            rest.removeAll { $0.change == first.change }
            let sets = try await presentSets(of: rows, in: row)
            if let words = try await refusal(of: sets, in: row) { try await refuse(rows, reason: words) }
        }
    }

    /// Sends the sets and answers PowerDNS's words when it refuses them.
    private func refusal(of sets: [PowerDNSSet], in row: DomainRow) async throws(PowerDNSFailure) -> String? {
        do throws(PowerDNSFailure) {
            try await powerDNS.replace(sets, in: row.name, timeout: timeout)
            return nil
        } catch {
            guard case .refused(let words) = error else { throw error }
            return words
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
    private func refuse(_ rows: [OutboxRow], reason: String) async throws {
        try await database.transaction { connection in
            try await outbox.park(rows, error: reason, on: connection)
            for change in Set(rows.compactMap(\.change)) {
                try await changes.mark(change, state: "failed", error: reason, on: connection)
            }
        }
    }

    private func sendInParts(_ sets: [PowerDNSSet], in row: DomainRow) async throws(PowerDNSFailure) {
        let emptiedFirst = sets.filter(\.contents.isEmpty) + sets.filter { !$0.contents.isEmpty }
        for part in Self.parts(of: emptiedFirst) {
            try await powerDNS.replace(part, in: row.name, timeout: timeout)
        }
    }

    /// After an unknown outcome an older request may have landed late: read back and send again until equal.
    private func verify(_ row: DomainRow) async throws {
        for _ in 0..<3 {
            let wanted = try await wantedSets(of: row).filter { $0.key.type != .soa }
            let there = try await powerDNS.zone(row.name, withSets: true, timeout: timeout)
            let found = (there?.sets ?? []).filter { $0.key.type != .soa }
            let byKey = Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            var differing = wanted.filter { set in
                byKey[set.key]?.ttl != set.ttl || byKey[set.key]?.contents != set.contents.sorted()
            }
            let keys = Set(wanted.map(\.key))
            differing += found.filter { !keys.contains($0.key) }.map { PowerDNSSet($0.key, records: []) }
            guard !differing.isEmpty else { return }
            try await sendInParts(differing, in: row)
        }
        throw PowerDNSFailure.unknownOutcome("the zone read back differs from what was sent")
    }

    /// Every set that the zone should have there; the SOA disabled when it is out of service.
    private func wantedSets(of row: DomainRow) async throws -> [PowerDNSSet] {
        let served = try await database.withConnection { connection in
            try await records.served(of: row.id, on: connection)
        }
        var sets = Dictionary(grouping: served, by: \.key).map { PowerDNSSet($0.key, records: $0.value) }
        sets.sort { ($0.key.name, $0.key.type.name) < ($1.key.name, $1.key.type.name) }
        // PowerDNS writes the serial of a PATCHed SOA as given, even a lower one than it had.
        let serial = (row.serial ?? 0) + 1
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

    private static func parts(of sets: [PowerDNSSet]) -> [[PowerDNSSet]] {
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
