/// Writes records as comma-separated values (RFC 4180): the header row `name,type,content,ttl,disabled`, rows ending in
/// CRLF. What it writes reads back as the same rows.
///
/// Nothing is put in front of what a spreadsheet might take for a formula: the file is for programs, and a content that
/// was changed would be another one.
public struct RecordTableWriter: Sendable {
    private var octets = Array("name,type,content,ttl,disabled\r\n".utf8)

    public init() {}

    /// Adds a row; its comment has no column.
    public mutating func append(_ row: ImportRow) {
        appendField(row.name)
        octets.append(UInt8(ascii: ","))
        appendField(row.type)
        octets.append(UInt8(ascii: ","))
        appendField(row.content)
        octets.append(UInt8(ascii: ","))
        if let ttl = row.ttl { octets.append(decimal: UInt64(ttl)) }
        octets.append(contentsOf: row.isDisabled ? ",true\r\n".utf8 : ",false\r\n".utf8)
    }

    /// What was written since the last call.
    public mutating func take() -> [UInt8] {
        defer { octets = [] }
        return octets
    }

    private mutating func appendField(_ text: String) {
        let needsQuotes = text.utf8.contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n")
        }
        guard needsQuotes else { return octets.append(contentsOf: text.utf8) }
        octets.append(UInt8(ascii: "\""))
        for octet in text.utf8 {
            if octet == UInt8(ascii: "\"") { octets.append(octet) }
            octets.append(octet)
        }
        octets.append(UInt8(ascii: "\""))
    }
}
