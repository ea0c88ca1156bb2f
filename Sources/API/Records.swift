public import Core

/// The operations on records (`api.md` 5).
public enum RecordEndpoints {
    public static let list = Endpoint<DomainPath, RecordListQuery, Nothing, RecordList>(
        .get,
        "/api/v1/domains/{domain_id}/records",
        needs: .readRecords
    )
    public static let create = Endpoint<DomainPath, Nothing, RecordDraft, Record>(
        .post,
        "/api/v1/domains/{domain_id}/records",
        needs: .createRecords
    )
    public static let show = Endpoint<RecordPath, Nothing, Nothing, Record>(
        .get,
        "/api/v1/domains/{domain_id}/records/{record_id}",
        needs: .readRecords
    )
    public static let update = Endpoint<RecordPath, Nothing, RecordUpdate, Record>(
        .patch,
        "/api/v1/domains/{domain_id}/records/{record_id}",
        needs: .updateRecords
    )
    public static let delete = Endpoint<RecordPath, Nothing, Nothing, Nothing>(
        .delete,
        "/api/v1/domains/{domain_id}/records/{record_id}",
        needs: .deleteRecords
    )
}

/// Names a record of a zone by its id.
public struct RecordPath: PathParameters, Equatable {
    public let domain: String
    public let record: String

    public init(_ domain: String, _ record: String) {
        self.domain = domain
        self.record = record
    }

    public init(captures: Captures) throws(SchemaError) {
        domain = try captures.text("domain_id")
        record = try captures.text("record_id")
    }

    public var captures: [(name: String, value: String)] { [("domain_id", domain), ("record_id", record)] }
}

/// Filters and order of a zone's records. Without `page` the whole list is answered.
public struct RecordListQuery: QueryParameters, Equatable {
    public var type: String?
    /// A case-insensitive part of the name.
    public var name: String?
    /// Whether the SOA and the apex NS are listed too.
    public var includeSystem: Bool
    public var disabled: Bool?
    public var sort: Sort
    public var page: PageRequest?

    /// The order; descending with `-` before the field. `name` groups a name's records and puts the apex first.
    public enum Sort: String, Sendable, CaseIterable {
        case name
        case nameDescending = "-name"
        case type
        case typeDescending = "-type"
        case updatedAt = "updated_at"
        case updatedAtDescending = "-updated_at"
    }

    public init(
        type: String? = nil,
        name: String? = nil,
        includeSystem: Bool = false,
        disabled: Bool? = nil,
        sort: Sort = .name,
        page: PageRequest? = nil
    ) {
        self.type = type
        self.name = name
        self.includeSystem = includeSystem
        self.disabled = disabled
        self.sort = sort
        self.page = page
    }

    public init(query: QueryReader) throws(SchemaError) {
        type = try query.text("type")
        name = try query.text("name")
        includeSystem = try query.flag("include_system") ?? false
        disabled = try query.flag("disabled")
        sort = try query.choice("sort") ?? .name
        let pageText = try query.text("page")
        let pageSizeText = try query.text("page_size")
        let isPaged = pageText != nil || pageSizeText != nil
        page = isPaged ? try PageRequest(query: query) : nil
    }

    public var items: [(name: String, value: String)] {
        var items: [(name: String, value: String)] = page?.items ?? []
        if let type { items.append(("type", type)) }
        if let name { items.append(("name", name)) }
        if includeSystem { items.append(("include_system", "true")) }
        if let disabled { items.append(("disabled", String(disabled))) }
        if sort != .name { items.append(("sort", sort.rawValue)) }
        return items
    }
}

/// The body that creates a record.
public struct RecordDraft: Codable, Sendable, Equatable {
    /// `@`, relative to the zone, or a full name inside it.
    public var name: String
    public var type: String
    /// Presentation format; priorities are part of it.
    public var content: String
    /// Seconds, 0 to 2147483647; the zone's default when absent.
    public var ttl: Int?
    public var disabled: Bool?
    public var comment: String?

    public init(
        name: String,
        type: String,
        content: String,
        ttl: Int? = nil,
        disabled: Bool? = nil,
        comment: String? = nil
    ) {
        self.name = name
        self.type = type
        self.content = content
        self.ttl = ttl
        self.disabled = disabled
        self.comment = comment
    }
}

/// The body that changes a record: what is absent stays.
public struct RecordUpdate: Codable, Sendable, Equatable {
    public var content: String?
    public var ttl: Int?
    public var disabled: Bool?
    public var comment: String?

    public init(content: String? = nil, ttl: Int? = nil, disabled: Bool? = nil, comment: String? = nil) {
        self.content = content
        self.ttl = ttl
        self.disabled = disabled
        self.comment = comment
    }
}

/// One record of a zone.
public struct Record: Codable, Sendable, Equatable {
    public let id: String
    public let domainID: String
    /// Full, without the trailing dot.
    public let name: String
    /// Relative to the zone; `@` at the apex.
    public let displayName: String
    public let type: String
    public let content: String
    /// Seconds.
    public let ttl: Int
    public let disabled: Bool
    public let comment: String?
    public let syncStatus: SyncStatus
    public let createdAt: Timestamp
    public let updatedAt: Timestamp
    public let warnings: [Warning]?

    public init(
        id: String,
        domainID: String,
        name: String,
        displayName: String,
        type: String,
        content: String,
        ttl: Int,
        disabled: Bool,
        comment: String?,
        syncStatus: SyncStatus,
        createdAt: Timestamp,
        updatedAt: Timestamp,
        warnings: [Warning]? = nil
    ) {
        self.id = id
        self.domainID = domainID
        self.name = name
        self.displayName = displayName
        self.type = type
        self.content = content
        self.ttl = ttl
        self.disabled = disabled
        self.comment = comment
        self.syncStatus = syncStatus
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.warnings = warnings
    }

    private enum CodingKeys: String, CodingKey {
        case id, name, type, content, ttl, disabled, comment, warnings
        case domainID = "domain_id"
        case displayName = "display_name"
        case syncStatus = "sync_status"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }
}

/// A zone's records; the page's figures only where a page was asked for.
public struct RecordList: Codable, Sendable, Equatable {
    public let data: [Record]
    public let total: Int
    public let domainID: String
    public let domainName: String
    public let page: Int?
    public let pageSize: Int?
    public let totalPages: Int?

    public init(data: [Record], total: Int, domainID: String, domainName: String, page: PageRequest?) {
        self.data = data
        self.total = total
        self.domainID = domainID
        self.domainName = domainName
        self.page = page?.page
        pageSize = page?.pageSize
        totalPages = page.map { (total + $0.pageSize - 1) / $0.pageSize }
    }

    private enum CodingKeys: String, CodingKey {
        case data, total, page
        case domainID = "domain_id"
        case domainName = "domain_name"
        case pageSize = "page_size"
        case totalPages = "total_pages"
    }
}
