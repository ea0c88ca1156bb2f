import API

/// The part of a filter on zones that the server looks at.
struct ZoneQuery: Equatable, Sendable {
    var search: String?
    var status: DomainStatus?
    var type: DomainType?

    /// Parts a filter: one substring, one type and one status go to the server, what is left is for complete lists.
    static func split(_ filter: Filter) -> (query: ZoneQuery, local: Filter) {
        var query = ZoneQuery()
        let local = filter.keeping { term in
            guard !term.isInverted else { return true }
            switch term.kind {
            case .contains(let part) where query.search == nil:
                query.search = part
                return false
            case .status(let word) where query.status == nil:
                query.status = only(DomainStatus.allCases, word)
                return query.status == nil
            case .type(let word) where query.type == nil:
                query.type = only(DomainType.allCases, word)
                return query.type == nil
            default: return true
            }
        }
        return (query, local)
    }

    /// The one choice that begins with `word`.
    private static func only<Choice: RawRepresentable<String>>(_ choices: [Choice], _ word: String) -> Choice? {
        let fitting = choices.filter { $0.rawValue == word || $0.rawValue.hasPrefix(word) }
        return fitting.count == 1 ? fitting.first : fitting.first { $0.rawValue == word }
    }
}
