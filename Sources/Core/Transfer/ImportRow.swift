/// One record as JSON and CSV files give it, the body that creates it (`api.md` 3, 5): text, not yet judged.
public struct ImportRow: Equatable, Sendable {
    /// The owner as it was written: `@`, relative or absolute.
    public var name: String
    public var type: String
    public var content: String
    /// In seconds; nil where the zone's own TTL is meant.
    public var ttl: UInt32?
    public var isDisabled: Bool
    public var comment: String?
    /// Where the row begins in its file, counted from 1.
    public var line: Int

    public init(
        name: String,
        type: String,
        content: String,
        ttl: UInt32? = nil,
        isDisabled: Bool = false,
        comment: String? = nil,
        line: Int = 1
    ) {
        self.name = name
        self.type = type
        self.content = content
        self.ttl = ttl
        self.isDisabled = isDisabled
        self.comment = comment
        self.line = line
    }

    /// The row of a record, its name relative to `zone`.
    public init(_ record: TransferRecord, in zone: DomainName) {
        self.init(
            name: record.owner.relativeText(to: zone),
            type: record.content.type.name,
            content: record.content.text,
            ttl: record.ttl,
            isDisabled: record.isDisabled,
            comment: record.comment
        )
    }
}
