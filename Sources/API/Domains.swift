import Core

/// The operations on zones (`api.md` 3).
public enum DomainEndpoints {
    public static let list = Endpoint<Nothing, DomainListQuery, Nothing, Page<DomainSummary>>(
        .get,
        "/api/v1/domains/",
        needs: .readDomains
    )
    public static let create = Endpoint<Nothing, Nothing, DomainDraft, DomainDetail>(
        .post,
        "/api/v1/domains/",
        needs: .createDomains
    )
    public static let show = Endpoint<DomainPath, Nothing, Nothing, DomainDetail>(
        .get,
        "/api/v1/domains/{domain_id}",
        needs: .readDomains
    )
    public static let delete = Endpoint<DomainPath, DomainDeletionQuery, Nothing, Nothing>(
        .delete,
        "/api/v1/domains/{domain_id}",
        needs: .deleteDomains
    )
}

/// Names a zone: by id, or by name where the text holds a dot (`api.md` 1.1; a single-label zone as `lan.`).
public struct DomainPath: PathParameters, Equatable {
    public let domain: String

    public init(_ domain: String) {
        self.domain = domain
    }

    public init(captures: Captures) throws(SchemaError) {
        domain = try captures.text("domain_id")
    }

    public var captures: [(name: String, value: String)] { [("domain_id", domain)] }
}

/// How a zone is deleted.
public struct DomainDeletionQuery: QueryParameters, Equatable {
    /// For good: with its records, and with its zone and signing keys in PowerDNS.
    public var hard: Bool

    public init(hard: Bool = false) {
        self.hard = hard
    }

    public init(query: QueryReader) throws(SchemaError) {
        hard = try query.flag("hard") ?? false
    }

    public var items: [(name: String, value: String)] { hard ? [("hard", "true")] : [] }
}

/// Filters, order and page of the list of zones.
public struct DomainListQuery: QueryParameters, Equatable {
    public var status: DomainStatus?
    public var domainType: DomainType?
    /// A case-insensitive part of the name.
    public var search: String?
    public var sort: Sort
    public var page: PageRequest

    /// The order; descending with `-` before the field.
    public enum Sort: String, Sendable, CaseIterable {
        case name
        case nameDescending = "-name"
        case createdAt = "created_at"
        case createdAtDescending = "-created_at"
        case updatedAt = "updated_at"
        case updatedAtDescending = "-updated_at"
    }

    public init(
        status: DomainStatus? = nil,
        domainType: DomainType? = nil,
        search: String? = nil,
        sort: Sort = .name,
        page: PageRequest = PageRequest()
    ) {
        self.status = status
        self.domainType = domainType
        self.search = search
        self.sort = sort
        self.page = page
    }

    public init(query: QueryReader) throws(SchemaError) {
        status = try query.choice("status")
        domainType = try query.choice("domain_type")
        search = try query.text("search")
        sort = try query.choice("sort") ?? .name
        page = try PageRequest(query: query)
    }

    public var items: [(name: String, value: String)] {
        var items = page.items
        if let status { items.append(("status", status.rawValue)) }
        if let domainType { items.append(("domain_type", domainType.rawValue)) }
        if let search { items.append(("search", search)) }
        if sort != .name { items.append(("sort", sort.rawValue)) }
        return items
    }
}

/// What a zone is in service for (`domain.md` 1.2).
public enum DomainStatus: String, Codable, Sendable, CaseIterable {
    case pendingValidation = "pending_validation"
    case active
    case inactive
    case deleted
}

/// What kind of zone it is.
public enum DomainType: String, Codable, Sendable, CaseIterable {
    case primary
    case secondary
    case reverseIPv4 = "reverse_ipv4"
    case reverseIPv6 = "reverse_ipv6"
}

/// The body that creates a zone.
public struct DomainDraft: Codable, Sendable, Equatable {
    public var name: String
    public var domainType: DomainType
    /// Seconds, 0 to 2147483647; 3600 when absent.
    public var defaultTTL: Int?
    public var description: String?
    /// The tenant it is made in; needed from platform administrators only.
    public var tenantID: String?

    public init(
        name: String,
        domainType: DomainType = .primary,
        defaultTTL: Int? = nil,
        description: String? = nil,
        tenantID: String? = nil
    ) {
        self.name = name
        self.domainType = domainType
        self.defaultTTL = defaultTTL
        self.description = description
        self.tenantID = tenantID
    }

    private enum CodingKeys: String, CodingKey {
        case name, description
        case domainType = "domain_type"
        case defaultTTL = "default_ttl"
        case tenantID = "tenant_id"
    }
}
