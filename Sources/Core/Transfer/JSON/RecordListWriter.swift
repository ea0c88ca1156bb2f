/// Writes records as a JSON array of the bodies that create them (`api.md` 3, 5), one on a line. What it writes reads back
/// as the same rows.
public struct RecordListWriter: Sendable {
    private var octets: [UInt8] = [UInt8(ascii: "[")]
    private var hasRows = false

    public init() {}

    /// Adds a row.
    public mutating func append(_ row: ImportRow) {
        octets.append(contentsOf: hasRows ? ",\n".utf8 : "\n".utf8)
        hasRows = true
        var members: [(name: String, value: JSONValue)] = [
            ("name", .string(row.name)), ("type", .string(row.type)), ("content", .string(row.content)),
            ("disabled", .bool(row.isDisabled)),
        ]
        if let ttl = row.ttl, let number = JSONNumber(exactly: ttl) { members.append(("ttl", .number(number))) }
        if let comment = row.comment { members.append(("comment", .string(comment))) }
        octets.append(contentsOf: JSONValue.object(members).canonicalOctets)
    }

    /// Ends the array.
    public mutating func finish() {
        octets.append(contentsOf: "\n]\n".utf8)
    }

    /// What was written since the last call.
    public mutating func take() -> [UInt8] {
        defer { octets = [] }
        return octets
    }
}
