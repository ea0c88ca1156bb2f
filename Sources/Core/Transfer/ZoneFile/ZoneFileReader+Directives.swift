extension ZoneFileReader {
    /// Reads a line that begins with a dollar sign; `cursor` stands behind its first word.
    mutating func readDirective(
        _ word: ArraySlice<UInt8>,
        _ octets: [UInt8],
        _ cursor: WordCursor,
        _ take: (ZoneFileEntry) -> Void
    ) {
        var cursor = cursor
        switch String(decoding: word.prefix(16), as: UTF8.self).uppercased() {
        case "$ORIGIN": readOrigin(octets, &cursor)
        case "$TTL": readDefaultTTL(octets, &cursor)
        case "$INCLUDE": readInclude(octets, &cursor, take)
        case "$GENERATE": readGenerate(octets, &cursor, take)
        default:
            report(
                .unknownDirective, at: word.startIndex,
                "Only $ORIGIN, $TTL, $INCLUDE and $GENERATE are known; write \"\\$\" for a name that begins so.",
                offending: word)
        }
    }

    /// `$ORIGIN name` (RFC 1035 5.1): a relative name is relative to the origin before.
    private mutating func readOrigin(_ octets: [UInt8], _ cursor: inout WordCursor) {
        guard let word = cursor.next(in: octets) else {
            return report(.invalidDirective, at: cursor.position, "$ORIGIN needs a name.", offending: nil)
        }
        guard let name = readName(octets[word]), isAtEnd(octets, cursor) else { return }
        origin = name
    }

    /// `$TTL seconds` (RFC 2308 4), also in BIND's units.
    private mutating func readDefaultTTL(_ octets: [UInt8], _ cursor: inout WordCursor) {
        guard let word = cursor.next(in: octets) else {
            return report(.invalidDirective, at: cursor.position, "$TTL needs a time.", offending: nil)
        }
        guard let ttl = readTTL(octets[word]), isAtEnd(octets, cursor) else { return }
        defaultTTL = ttl
    }

    /// `$INCLUDE file [origin]` (RFC 1035 5.1): what the file says of origin, TTL and owner ends with it.
    private mutating func readInclude(
        _ octets: [UInt8],
        _ cursor: inout WordCursor,
        _ take: (ZoneFileEntry) -> Void
    ) {
        let place = cursor.position
        guard let path = cursor.nextString(in: octets) else {
            return report(
                .invalidDirective, at: place, "$INCLUDE needs a file's name.", offending: octets[place..<cursor.end])
        }
        var name = origin
        if let word = cursor.next(in: octets) {
            guard let stated = readName(octets[word]), isAtEnd(octets, cursor) else { return }
            name = stated
        }
        include(String(decoding: path, as: UTF8.self), origin: name, at: place, take)
    }

    private mutating func include(
        _ path: String,
        origin: DomainName,
        at place: Int,
        _ take: (ZoneFileEntry) -> Void
    ) {
        let shown = Array(path.utf8)[...]
        guard depth < limits.includeDepth else {
            return report(
                .includeTooDeep, at: place, "Files include each other deeper than \(limits.includeDepth) times.",
                offending: shown)
        }
        guard shared.includes < limits.includes else {
            report(
                .tooManyIncludes, at: place, "At most \(limits.includes) files are included.", offending: shown)
            shared.isStopped = true
            return
        }
        shared.includes += 1
        do throws(ZoneFileSource.Refusal) {
            let opened = try source.open(ZoneFileSource.Request(path: path, includingFile: file))
            var reader = ZoneFileReader(
                origin: origin,
                fallbackTTL: fallbackTTL,
                source: source,
                limits: limits,
                file: opened.name,
                depth: depth + 1
            )
            reader.defaultTTL = defaultTTL
            reader.lastTTL = lastTTL
            swap(&reader.shared, &shared)
            defer { swap(&reader.shared, &shared) }
            while !reader.shared.isStopped, let chunk = try opened.nextChunk() { reader.feed(chunk, to: take) }
            reader.finish(take)
        } catch {
            switch error {
            case .refused(let reason):
                report(.includeRefused, at: place, "The file is not taken: \(reason).", offending: shown)
            case .unreadable(let reason):
                report(.includeUnreadable, at: place, "The file cannot be read: \(reason).", offending: shown)
            }
        }
    }

    /// A name of a directive; nil after a fault, which is told.
    private mutating func readName(_ word: ArraySlice<UInt8>) -> DomainName? {
        do {
            return try DomainName(presentation: word, origin: origin)
        } catch {
            report(.invalidName, at: word.startIndex, error.message, offending: word)
            return nil
        }
    }

    /// Whether nothing is left of a directive; tells a fault if there is.
    private mutating func isAtEnd(_ octets: [UInt8], _ cursor: WordCursor) -> Bool {
        guard cursor.position < cursor.end else { return true }
        report(
            .invalidDirective, at: cursor.position, "The directive must end here.",
            offending: octets[cursor.position..<cursor.end])
        return false
    }
}
