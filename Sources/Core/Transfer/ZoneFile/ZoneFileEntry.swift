/// One record of a master file, its owner absolute and its content canonical. The class is IN always.
///
/// Zone files hold more than can be stored: ``RecordContent/requireStorable()`` decides about that.
public struct ZoneFileEntry: Equatable, Sendable {
    public let owner: DomainName
    /// In seconds, 0 to 2147483647.
    public let ttl: UInt32
    public let content: RecordContent
    /// Where the record begins, counted from 1.
    public let line: Int
    /// The file that `$INCLUDE` named; nil in the file that was given.
    public let file: String?

    public init(owner: DomainName, ttl: UInt32, content: RecordContent, line: Int, file: String? = nil) {
        self.owner = owner
        self.ttl = ttl
        self.content = content
        self.line = line
        self.file = file
    }

    public var type: RecordType { content.type }
}
