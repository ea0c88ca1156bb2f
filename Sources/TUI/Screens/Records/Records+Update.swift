import API
import Core
import Terminal

extension Records {
    static func update(_ state: inout State, _ message: Message) -> [Effect] {
        switch message {
        case .sized(let rows):
            // A heading, and what the selected record is in full.
            state.height = max(1, rows - 1 - detailRows)
            fit(&state)
            return []
        case .tick(let now):
            state.now = now
            guard Refresh.isDue(since: state.askedAt, at: now) else { return [] }
            state.askedAt = now
            return loadZone(&state) + (state.records == nil ? load(&state) : [])
        case .loadedZone(let result): return takeZone(result, &state)
        case .loaded(let ticket, let result):
            guard ticket == state.ticket else { return [] }
            state.areRecordsAwaited = false
            take(result, &state)
            return []
        case .changed(let made):
            state.wanted = made
            return reload(&state)
        case .refresh: return reload(&state)
        case .move(let move):
            state.cursor.move(move)
            return []
        case .nextMatch, .previousMatch:
            let count = state.shown.count
            guard count > 0 else { return [] }
            state.cursor.move(.to((state.cursor.selected + (message == .nextMatch ? 1 : count - 1)) % count))
            return []
        case .beginFilter:
            state.filterField = FilterField(state.filter)
            return []
        case .filterKey(let key):
            filterKey(key, &state)
            return []
        case .clearFilter:
            apply(.none, &state)
            return []
        case .toggleSystem:
            state.includesSystem.toggle()
            state.areRecordsAwaited = false
            return load(&state)
        case .add, .edit, .delete: return change(message, state)
        case .close: return [.close]
        }
    }

    private static func change(_ message: Message, _ state: State) -> [Effect] {
        guard let zone = state.zone, let records = state.records else { return [] }
        if message == .add { return [.add(zone: zone, records: records)] }
        guard let record = state.selected else { return [] }
        return message == .edit
            ? [.edit(record, zone: zone, records: records)] : [.delete(record, zone: zone)]
    }

    private static func filterKey(_ key: Key, _ state: inout State) {
        switch state.filterField?.edit(key) {
        case .typing, nil: break
        case .cancelled: state.filterField = nil
        case .applied(let filter):
            state.filterField = nil
            apply(filter, &state)
        }
    }

    private static func apply(_ filter: Filter, _ state: inout State) {
        let selected = state.selected?.id
        state.filter = filter
        sift(&state)
        follow(selected, &state)
    }

    private static func reload(_ state: inout State) -> [Effect] {
        state.areRecordsAwaited = false
        state.askedAt = state.now
        return loadZone(&state) + load(&state)
    }

    private static func loadZone(_ state: inout State) -> [Effect] {
        guard !state.isZoneAwaited else { return [] }
        state.isZoneAwaited = true
        return [.loadZone(state.reference)]
    }

    private static func load(_ state: inout State) -> [Effect] {
        guard !state.areRecordsAwaited else { return [] }
        state.areRecordsAwaited = true
        // Nil until the zone has been seen: then its first answer loads nothing twice.
        state.revision = state.zone?.more.revision
        state.ticket += 1
        return [.load(state.reference, includeSystem: state.includesSystem, ticket: state.ticket)]
    }

    /// The zone is small and asked for at each poll; its records only when its revision says that they changed, and
    /// while some of them are on their way to PowerDNS.
    private static func takeZone(_ result: Result<DomainDetail, CallFailure>, _ state: inout State) -> [Effect] {
        state.isZoneAwaited = false
        switch result {
        case .failure(let failure):
            state.failure = failure
            return []
        case .success(let zone):
            state.zone = zone
            state.failure = nil
            guard let records = state.records else { return load(&state) }
            let isUnsettled = records.contains { $0.syncStatus != .synced && !$0.disabled }
            if state.revision == zone.more.revision, !isUnsettled {
                state.refreshedAt = state.now
                return []
            }
            return load(&state)
        }
    }

    private static func take(_ result: Result<RecordList, CallFailure>, _ state: inout State) {
        switch result {
        case .failure(let failure): state.failure = failure
        case .success(let list):
            let selected = state.wanted ?? state.selected?.id
            state.wanted = nil
            state.records = list.data
            state.refreshedAt = state.now
            state.failure = nil
            sift(&state)
            follow(selected, &state)
        }
    }

    private static func follow(_ id: String?, _ state: inout State) {
        guard let id, let records = state.records, state.selected?.id != id,
            let place = state.shown.firstIndex(where: { records[$0].id == id })
        else { return }
        state.cursor.move(.to(place))
    }

    private static func sift(_ state: inout State) {
        let records = state.records ?? []
        if state.filter.isEmpty {
            state.shown = Array(records.indices)
        } else {
            let test = FilterTest(state.filter)
            state.shown = records.indices.filter { test.holds(for: row(of: records[$0])) }
        }
        fit(&state)
    }

    private static func row(of record: Record) -> Filter.Row {
        Filter.Row(
            texts: [record.name, record.content, record.comment ?? ""],
            type: record.type,
            status: record.disabled ? "disabled" : record.syncStatus.rawValue,
            ttl: record.ttl
        )
    }

    private static func fit(_ state: inout State) {
        state.cursor.fit(count: state.shown.count, height: state.height)
    }
}
