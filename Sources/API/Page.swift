/// One numbered page of a list (`api.md` 1.6).
public struct Page<Item: Codable & Sendable>: Codable, Sendable {
    public let data: [Item]
    public let total: Int
    public let page: Int
    public let pageSize: Int
    public let totalPages: Int

    public init(data: [Item], total: Int, page: Int, pageSize: Int) {
        self.data = data
        self.total = total
        self.page = page
        self.pageSize = pageSize
        totalPages = (total + pageSize - 1) / pageSize
    }

    private enum CodingKeys: String, CodingKey {
        case data, total, page
        case pageSize = "page_size"
        case totalPages = "total_pages"
    }
}

extension Page: Equatable where Item: Equatable {}

/// Which numbered page is wanted: `page` from 1 (default 1), `page_size` 1 to 100 (default 50).
public struct PageRequest: Sendable, Equatable {
    public var page: Int
    public var pageSize: Int

    public init(page: Int = 1, pageSize: Int = 50) {
        self.page = page
        self.pageSize = pageSize
    }

    init(query: QueryReader) throws(SchemaError) {
        page = try query.number("page", in: 1...1_000_000) ?? 1
        pageSize = try query.number("page_size", in: 1...100) ?? 50
    }

    var items: [(name: String, value: String)] {
        [("page", String(page)), ("page_size", String(pageSize))]
    }
}

/// A remark about a write that was carried out: a stable word, a sentence, the records it is about.
public struct Warning: Codable, Equatable, Sendable {
    public let code: String
    public let message: String
    public let recordIDs: [String]

    public init(_ code: String, _ message: String, recordIDs: [String] = []) {
        self.code = code
        self.message = message
        self.recordIDs = recordIDs
    }

    private enum CodingKeys: String, CodingKey {
        case code, message
        case recordIDs = "record_ids"
    }
}

/// Whether PowerDNS has what the database holds (`domain.md` 3.3).
public enum SyncStatus: String, Codable, Sendable, CaseIterable {
    /// PowerDNS has it.
    case synced
    /// The write stands and the push goes on.
    case pending
    /// PowerDNS refuses it; `sync_error` says why.
    case failed
}
