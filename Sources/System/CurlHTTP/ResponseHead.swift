/// Collects the header lines of an answer as curl hands them over, one complete line at a time.
///
/// States: before the first line; in a head, left by its empty line; complete, left only by a new status line
/// (the head before it was an informational one). Lines after a complete head are trailers and are dropped.
struct ResponseHead {
    private(set) var headers: [(name: String, value: String)] = []
    private var isComplete = true
    private var receivedBytes = 0

    /// Of all heads of one answer together, in bytes.
    static let limit = 128 << 10

    /// Takes one line with its line break.
    /// - Returns: false when the limit is passed and the transfer has to end.
    mutating func take(_ line: UnsafeRawBufferPointer) -> Bool {
        receivedBytes += line.count
        guard receivedBytes <= ResponseHead.limit else { return false }
        if isComplete {
            guard line.starts(with: "HTTP/".utf8) else { return true }
            headers = []
            isComplete = false
            return true
        }
        let content = ResponseHead.trimmed(line[...])
        if content.isEmpty {
            isComplete = true
        } else if line[0] == 0x20 || line[0] == 0x09 {
            // RFC 9112, section 5.2: a folded line goes on where the one before it ended.
            if let last = headers.indices.last { headers[last].value += " " + String(decoding: content, as: UTF8.self) }
        } else if let colon = content.firstIndex(of: UInt8(ascii: ":")) {
            let value = ResponseHead.trimmed(content[(colon + 1)...])
            headers.append(
                (
                    name: String(decoding: content[..<colon], as: UTF8.self),
                    value: String(decoding: value, as: UTF8.self)
                )
            )
        }
        return true
    }

    /// Without blanks and line breaks at both ends.
    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        var rest = bytes
        while let first = rest.first, isBlank(first) { rest = rest.dropFirst() }
        while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
        return rest
    }
}
