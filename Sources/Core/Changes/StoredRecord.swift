/// A record of a zone as it is kept.
public struct StoredRecord: Hashable, Sendable {
    public let id: Identifier
    public var name: DomainName
    public var content: RecordContent
    /// Seconds, one of ``ttls``.
    public var ttl: UInt32
    /// Kept and shown, but not served; takes no part in coexistence.
    public var isDisabled: Bool
    /// The SOA and the apex NS, which ScaiDNS writes itself.
    public var isSystem: Bool
    public var comment: String?
    public let createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        id: Identifier,
        name: DomainName,
        content: RecordContent,
        ttl: UInt32,
        isDisabled: Bool = false,
        isSystem: Bool = false,
        comment: String? = nil,
        createdAt: Timestamp,
        updatedAt: Timestamp
    ) {
        self.id = id
        self.name = name
        self.content = content
        self.ttl = ttl
        self.isDisabled = isDisabled
        self.isSystem = isSystem
        self.comment = comment
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// What a TTL may be, in seconds: 31 bits (RFC 2181 8).
    public static let ttls: ClosedRange<UInt32> = 0...2_147_483_647

    public var type: RecordType { content.type }

    /// The set that the record is a member of.
    public var key: RecordSetKey { RecordSetKey(name: name, type: type) }
}

/// Names a record set (RRset): owner and type.
public struct RecordSetKey: Hashable, Sendable {
    public let name: DomainName
    public let type: RecordType

    public init(name: DomainName, type: RecordType) {
        self.name = name
        self.type = type
    }
}
