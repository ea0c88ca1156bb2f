public import Core

/// A zone as lists show it (`api.md` 3).
public struct DomainSummary: Codable, Sendable, Equatable {
    public let id: String
    public let name: String
    /// The name in Unicode where it differs from `name`.
    public let unicodeName: String?
    public let domainType: DomainType
    public let status: DomainStatus
    /// Seconds.
    public let defaultTTL: Int
    public let description: String?
    public let dnssecEnabled: Bool
    public let syncStatus: SyncStatus
    public let createdAt: Timestamp
    public let updatedAt: Timestamp

    public init(
        id: String,
        name: String,
        unicodeName: String?,
        domainType: DomainType,
        status: DomainStatus,
        defaultTTL: Int,
        description: String?,
        dnssecEnabled: Bool,
        syncStatus: SyncStatus,
        createdAt: Timestamp,
        updatedAt: Timestamp
    ) {
        self.id = id
        self.name = name
        self.unicodeName = unicodeName
        self.domainType = domainType
        self.status = status
        self.defaultTTL = defaultTTL
        self.description = description
        self.dnssecEnabled = dnssecEnabled
        self.syncStatus = syncStatus
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    private enum CodingKeys: String, CodingKey {
        case id, name, status, description
        case unicodeName = "unicode_name"
        case domainType = "domain_type"
        case defaultTTL = "default_ttl"
        case dnssecEnabled = "dnssec_enabled"
        case syncStatus = "sync_status"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }
}

/// A zone by itself: the summary's fields and these beside them (`api.md` 3).
public struct DomainDetail: Codable, Sendable, Equatable {
    public let summary: DomainSummary
    public let more: More

    /// What the detail has over the summary.
    public struct More: Codable, Sendable, Equatable {
        public var tenantID: String
        /// Raised by every change of the zone's records or fields; the zone's ETag.
        public var revision: Int
        public var recordCount: Int
        /// The zone's nameservers, with trailing dots.
        public var nameservers: [String]
        /// The serial that PowerDNS serves; nil before the first push.
        public var serial: Int?
        /// What PowerDNS said when it refused the zone or one of its sets.
        public var syncError: String?
        public var deletedAt: Timestamp?
        /// The pending challenge.
        public var validation: Validation?
        public var warnings: [Warning]?

        public init(
            tenantID: String,
            revision: Int,
            recordCount: Int,
            nameservers: [String],
            serial: Int? = nil,
            syncError: String? = nil,
            deletedAt: Timestamp? = nil,
            validation: Validation? = nil,
            warnings: [Warning]? = nil
        ) {
            self.tenantID = tenantID
            self.revision = revision
            self.recordCount = recordCount
            self.nameservers = nameservers
            self.serial = serial
            self.syncError = syncError
            self.deletedAt = deletedAt
            self.validation = validation
            self.warnings = warnings
        }

        private enum CodingKeys: String, CodingKey {
            case revision, nameservers, serial, validation, warnings
            case tenantID = "tenant_id"
            case recordCount = "record_count"
            case syncError = "sync_error"
            case deletedAt = "deleted_at"
        }
    }

    public init(_ summary: DomainSummary, _ more: More) {
        self.summary = summary
        self.more = more
    }

    public init(from decoder: any Decoder) throws {
        summary = try DomainSummary(from: decoder)
        more = try More(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try summary.encode(to: encoder)
        try more.encode(to: encoder)
    }
}
