/// A record as it goes into an exported file.
public struct TransferRecord: Equatable, Sendable {
    public let owner: DomainName
    /// In seconds.
    public let ttl: UInt32
    public let content: RecordContent
    /// Whether the record is kept but not served.
    public let isDisabled: Bool
    /// What somebody noted beside it.
    public let comment: String?

    public init(
        owner: DomainName,
        ttl: UInt32,
        content: RecordContent,
        isDisabled: Bool = false,
        comment: String? = nil
    ) {
        self.owner = owner
        self.ttl = ttl
        self.content = content
        self.isDisabled = isDisabled
        self.comment = comment
    }

    public init(_ entry: ZoneFileEntry) {
        self.init(owner: entry.owner, ttl: entry.ttl, content: entry.content)
    }
}

extension TransferRecord: Comparable {
    /// The order of a file for people: names in canonical order (RFC 4034 6.1), which puts the apex first; at each SOA and
    /// NS before the other types by name; then by content, the enabled before the disabled.
    public static func < (left: TransferRecord, right: TransferRecord) -> Bool {
        if left.owner != right.owner { return left.owner < right.owner }
        if left.content.type != right.content.type {
            let (ours, others) = (rank(left.content.type), rank(right.content.type))
            return ours == others ? left.content.type.name < right.content.type.name : ours < others
        }
        if left.content.text != right.content.text { return left.content.text < right.content.text }
        if left.ttl != right.ttl { return left.ttl < right.ttl }
        return !left.isDisabled && right.isDisabled
    }

    private static func rank(_ type: RecordType) -> Int {
        switch type {
        case .soa: 0
        case .ns: 1
        default: 2
        }
    }
}
