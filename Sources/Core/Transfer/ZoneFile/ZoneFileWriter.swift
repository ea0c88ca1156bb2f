/// Writes a master file for people (RFC 1035 5.1): names relative to the zone, columns, the SOA over several lines.
///
/// What it writes reads back as the same records. Disabled ones, which such files cannot say, are comments.
///
///     $ORIGIN example.org.
///     $TTL 3600
///     @                               IN SOA   ns1.example.net. hostmaster.example.org. (
///                                              1          ; serial
///     ...
///                                     IN NS    ns1.example.net.
///     www                         300 IN A     192.0.2.1
public struct ZoneFileWriter: Sendable {
    private let zone: DomainName
    private let defaultTTL: UInt32
    private var octets: [UInt8] = []
    /// The owner of the last record that is no comment.
    private var owner: DomainName?

    /// Begins a file with `$ORIGIN` and `$TTL`; `defaultTTL` is the one of records that need not state theirs.
    public init(zone: DomainName, defaultTTL: UInt32) {
        self.zone = zone
        self.defaultTTL = defaultTTL
        octets.append(contentsOf: "$ORIGIN \(zone.absoluteText)\n$TTL \(defaultTTL)\n".utf8)
    }

    /// A whole file, its records in the order for people.
    public static func file(zone: DomainName, defaultTTL: UInt32, records: [TransferRecord]) -> [UInt8] {
        var writer = ZoneFileWriter(zone: zone, defaultTTL: defaultTTL)
        for record in records.sorted() { writer.append(record) }
        return writer.take()
    }

    /// Adds a record. The caller gives them in the order of ``TransferRecord``.
    public mutating func append(_ record: TransferRecord) {
        if record.isDisabled { octets.append(contentsOf: "; disabled: ".utf8) }
        let lineStart = octets.count
        if record.isDisabled || record.owner != owner {
            record.owner.appendText(to: &octets, relativeTo: zone)
        }
        let ttl = record.ttl == defaultTTL ? "" : String(record.ttl)
        pad(to: Self.ttlEnd - ttl.utf8.count, from: lineStart)
        octets.append(contentsOf: ttl.utf8)
        octets.append(contentsOf: " IN ".utf8)
        octets.append(contentsOf: record.content.type.name.utf8)
        pad(to: Self.contentStart, from: lineStart)
        if record.content.type == .soa, !record.isDisabled, let lines = Self.lines(ofSOA: record.content) {
            octets.append(contentsOf: lines)
        } else {
            octets.append(contentsOf: record.content.portableText.utf8)
        }
        if let comment = record.comment, !comment.isEmpty { append(comment: comment) }
        octets.append(UInt8(ascii: "\n"))
        if !record.isDisabled { owner = record.owner }
    }

    /// What was written since the last call.
    public mutating func take() -> [UInt8] {
        defer { octets.removeAll(keepingCapacity: false) }
        return octets
    }

    /// Fills up to a column with blanks, at least one.
    private mutating func pad(to column: Int, from start: Int) {
        let count = max(1, column - (octets.count - start))
        octets.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    }

    /// A comment must not end its line: controls become blanks.
    private mutating func append(comment: String) {
        octets.append(contentsOf: " ; ".utf8)
        for octet in comment.utf8 { octets.append(octet < 0x20 || octet == 0x7F ? UInt8(ascii: " ") : octet) }
    }

    /// The names in one line, each number with its meaning in one of its own; nil when that is not seven words.
    private static func lines(ofSOA content: RecordContent) -> [UInt8]? {
        let words = content.text.split(separator: " ")
        guard words.count == 7 else { return nil }
        let margin = String(repeating: " ", count: contentStart)
        var text = "\(words[0]) \(words[1]) ("
        for (word, meaning) in zip(words.dropFirst(2), ["serial", "refresh", "retry", "expire", "minimum"]) {
            let blanks = String(repeating: " ", count: max(1, 11 - word.utf8.count))
            text += "\n\(margin)\(word)\(blanks); \(meaning)"
        }
        return Array("\(text)\n\(margin))".utf8)
    }

    /// Where the TTL ends, in octets from the line's start.
    private static let ttlEnd = 31
    /// Where the content begins when all before it fits.
    private static let contentStart = 45
}
