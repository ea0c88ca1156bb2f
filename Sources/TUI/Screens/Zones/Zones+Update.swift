import API
import Core
import Terminal

extension Zones {
    static func update(_ state: inout State, _ message: Message) -> [Effect] {
        switch message {
        case .sized(let rows):
            state.height = max(1, rows - 1)
            fit(&state)
            return loadMissing(&state)
        case .tick(let now):
            state.now = now
            guard state.awaited.isEmpty, Refresh.isDue(since: state.askedAt, at: now) else { return [] }
            return load(visiblePages(state), &state)
        case .loaded(let page, let ticket, let result):
            guard ticket == state.ticket else { return [] }
            state.awaited.remove(page)
            return take(result, &state) + loadMissing(&state)
        case .move(let move):
            state.cursor.move(move)
            return loadMissing(&state)
        case .nextMatch: return step(1, &state)
        case .previousMatch: return step(-1, &state)
        case .refresh:
            state.failure = nil
            forgetQuestions(&state)
            if state.localMatches == nil { state.list.keep(visiblePages(state)) }
            return load(visiblePages(state), &state)
        case .beginFilter:
            state.filterField = FilterField(state.filter)
            return []
        case .filterKey(let key): return filterKey(key, &state)
        case .clearFilter: return apply(.none, &state)
        case .open: return state.selected.map { [.open($0)] } ?? []
        case .openRecords: return state.selected.map { [.openRecords($0)] } ?? []
        case .create: return [.create]
        case .delete: return state.selected.map { [.delete($0)] } ?? []
        case .quit: return [.quit]
        }
    }

    private static func filterKey(_ key: Key, _ state: inout State) -> [Effect] {
        guard let outcome = state.filterField?.edit(key) else { return [] }
        switch outcome {
        case .typing: return []
        case .cancelled:
            state.filterField = nil
            return []
        case .applied(let filter):
            state.filterField = nil
            return apply(filter, &state)
        }
    }

    /// Sets a filter: the list begins anew when the server's part changed.
    private static func apply(_ filter: Filter, _ state: inout State) -> [Effect] {
        let before = state.query
        state.filter = filter
        state.cursor.move(.start)
        if state.query != before {
            state.list = SparseList()
            forgetQuestions(&state)
            state.refreshedAt = nil
            state.failure = nil
        }
        state.localMatches = state.localFilter.isEmpty ? nil : [:]
        for page in state.list.pages.keys { match(page, &state) }
        fit(&state)
        return refuseLocalFilter(&state) + loadMissing(&state)
    }

    /// Answers that are on their way are too old: what they tell of may have changed.
    private static func forgetQuestions(_ state: inout State) {
        state.ticket += 1
        state.awaited = []
    }

    private static func take(_ result: Result<Page<DomainSummary>, CallFailure>, _ state: inout State) -> [Effect] {
        switch result {
        case .failure(let failure):
            state.failure = failure
            return []
        case .success(let page):
            let selected = state.selected?.id
            state.failure = nil
            state.refreshedAt = state.now
            state.list.take(page)
            match(page.page, &state)
            if state.localMatches == nil { state.list.trim(around: state.cursor.selected) }
            fit(&state)
            follow(selected, &state)
            return refuseLocalFilter(&state)
        }
    }

    /// Keeps the cursor on its zone when rows before it came or went.
    private static func follow(_ id: String?, _ state: inout State) {
        guard let id, state.selected?.id != id, let row = state.list.row(where: { $0.id == id }) else { return }
        let shown = state.shownRows
        let place = shown.map { $0.firstIndex(of: row) } ?? row
        if let place { state.cursor.move(.to(place)) }
    }

    /// Notes which rows of a page pass the local part of the filter.
    private static func match(_ number: Int, _ state: inout State) {
        guard state.localMatches != nil else { return }
        state.localMatches = state.localMatches?.filter { state.list.pages[$0.key] != nil }
        let test = FilterTest(state.localFilter)
        let first = (number - 1) * SparseList<DomainSummary>.pageSize
        let zones = state.list.pages[number] ?? []
        state.localMatches?[number] = zones.indices.filter { test.holds(for: row(of: zones[$0])) }.map { first + $0 }
    }

    private static func row(of zone: DomainSummary) -> Filter.Row {
        Filter.Row(
            texts: [zone.name, zone.unicodeName ?? "", zone.description ?? ""],
            type: zone.domainType.rawValue,
            status: zone.status.rawValue,
            ttl: zone.defaultTTL
        )
    }

    private static func refuseLocalFilter(_ state: inout State) -> [Effect] {
        guard state.localMatches != nil, let total = state.list.total, total > mostFilteredRows else { return [] }
        let serverPart = ZoneQuery.split(state.filter)
        state.filter = state.filter.keeping { term in !serverPart.local.terms.contains(term) }
        state.localMatches = nil
        fit(&state)
        return [
            .say(
                .problem(
                    "ttl:, ! and ~ work on lists of up to 100,000 zones, this one has \(total): narrow it with a "
                        + "substring, type: or status: first."
                )
            )
        ]
    }

    private static func fit(_ state: inout State) {
        state.cursor.fit(count: state.shownRows?.count ?? state.list.total ?? 0, height: state.height)
    }

    private static func step(_ rows: Int, _ state: inout State) -> [Effect] {
        guard state.cursor.count > 0 else { return [] }
        state.cursor.move(.to((state.cursor.selected + rows + state.cursor.count) % state.cursor.count))
        return loadMissing(&state)
    }

    private static func visiblePages(_ state: State) -> [Int] {
        guard let shown = state.shownRows else {
            let visible = state.cursor.visible
            return state.list.pageNumbers(of: visible.isEmpty ? 0..<1 : visible)
        }
        let pages = state.cursor.visible.flatMap { state.list.pageNumbers(of: shown[$0]..<(shown[$0] + 1)) }
        return pages.isEmpty ? [1] : Array(Set(pages)).sorted()
    }

    /// Asks for what the window shows or will show soon; under a local filter for the rest of the list too.
    private static func loadMissing(_ state: inout State) -> [Effect] {
        if state.localMatches != nil {
            let missing = (1...state.list.pageCount).lazy.filter { [list = state.list] in list.pages[$0] == nil }
            return load(Array(missing.prefix(2)), &state, atMost: 2)
        }
        let visible = state.cursor.visible
        let near = max(0, visible.lowerBound - state.height)..<(max(visible.upperBound, 1) + state.height)
        return load(state.list.pageNumbers(of: near).filter { state.list.pages[$0] == nil }, &state)
    }

    /// After a failure nothing is asked for at once: the next poll tries again.
    private static func load(_ pages: [Int], _ state: inout State, atMost: Int = 4) -> [Effect] {
        guard state.failure == nil || Refresh.isDue(since: state.askedAt, at: state.now) else { return [] }
        let query = state.query
        let wanted = pages.filter { !state.awaited.contains($0) }.prefix(max(0, atMost - state.awaited.count))
        guard !wanted.isEmpty else { return [] }
        state.awaited.formUnion(wanted)
        state.askedAt = state.now
        return wanted.map { [ticket = state.ticket] in .load(query, page: $0, ticket: ticket) }
    }
}
