extension ZoneFileReader {
    /// Reads an entry that is complete and stands in one line: a record, a directive or nothing.
    mutating func readEntry(_ range: Range<Int>, of octets: [UInt8], _ take: (ZoneFileEntry) -> Void) {
        guard let first = range.first else { return }
        var cursor = WordCursor(position: first, end: range.upperBound)
        if FieldReader.isBlank(octets[first]) {
            guard cursor.skipBlanks(in: octets) else { return }
            readRecord(owner: nil, octets, cursor, take)
        } else if octets[first] == UInt8(ascii: "$") {
            guard let word = cursor.next(in: octets) else { return }
            readDirective(octets[word], octets, cursor, take)
        } else if let word = cursor.next(in: octets) {
            readOwner(octets[word])
            readRecord(owner: word, octets, cursor, take)
        }
    }

    private mutating func readOwner(_ word: ArraySlice<UInt8>) {
        do {
            owner = .known(try DomainName(presentation: word, origin: origin))
        } catch {
            owner = .faulty
            report(.invalidName, at: word.startIndex, error.message, offending: word)
        }
    }

    /// Reads what follows the owner: TTL and class in either order, both optional, the type and the content
    /// (RFC 1035 5.1).
    private mutating func readRecord(
        owner word: Range<Int>?,
        _ octets: [UInt8],
        _ start: WordCursor,
        _ take: (ZoneFileEntry) -> Void
    ) {
        var cursor = start
        let place = word?.lowerBound ?? cursor.position
        guard let head = readHead(octets, &cursor, at: place) else { return }
        var fields = FieldReader(
            octets,
            in: cursor.position..<cursor.end,
            type: head.type,
            style: .masterFile(origin: origin)
        )
        let content: RecordContent
        do {
            content = try RecordContent(masterFile: &fields)
        } catch {
            report(
                .invalidContent, at: cursor.position + error.position, error.message,
                offending: error.got.map { Array($0.utf8)[...] })
            return
        }
        guard let ttl = ttl(head, content, at: place) else { return }
        switch owner {
        case .known(let name):
            give(ZoneFileEntry(owner: name, ttl: ttl, content: content, line: line, file: file), at: place, take)
        case .missing:
            report(.ownerMissing, at: place, "The first record has to name its owner.", offending: nil)
        case .faulty: break
        }
    }

    /// Gives a record, unless it is one too many.
    mutating func give(_ entry: ZoneFileEntry, at offset: Int, _ take: (ZoneFileEntry) -> Void) {
        guard shared.records < limits.records else {
            report(
                .tooManyRecords, at: offset, "There are more than \(limits.records) records, which is the most.",
                offending: nil)
            shared.isStopped = true
            return
        }
        shared.records += 1
        take(entry)
    }

    /// What stands between a record's owner and its content.
    struct Head {
        var ttl: UInt32?
        var type: RecordType
    }

    /// Reads TTL, class and type; nil after a fault, which is told.
    mutating func readHead(_ octets: [UInt8], _ cursor: inout WordCursor, at place: Int) -> Head? {
        var ttl: UInt32?
        var hasClass = false
        while let word = cursor.next(in: octets) {
            if isDigit(octets[word.lowerBound]), ttl == nil {
                guard let stated = readTTL(octets[word]) else { return nil }
                ttl = stated
                continue
            }
            if let type = RecordMnemonics.type(of: octets, in: word) { return Head(ttl: ttl, type: type) }
            if !hasClass, let isInternet = RecordMnemonics.isInternetClass(octets, in: word) {
                guard isInternet else {
                    report(
                        .unsupportedClass, at: word.lowerBound, "Only the class IN is served.", offending: octets[word])
                    return nil
                }
                hasClass = true
                continue
            }
            report(
                .unknownType, at: word.lowerBound, "A record type such as A or TYPE62347 has to stand here.",
                offending: octets[word])
            return nil
        }
        report(
            .typeMissing, at: min(cursor.position, max(place, cursor.end)), "The record's type is missing.",
            offending: nil)
        return nil
    }

    /// A TTL; nil after a fault, which is told.
    mutating func readTTL(_ word: ArraySlice<UInt8>) -> UInt32? {
        guard let ttl = FieldReader.seconds(word), ttl <= UInt32(Int32.max) else {
            report(
                .invalidTTL, at: word.startIndex,
                "A TTL must be 0-2147483647 seconds, or as 1h30m with w, d, h, m and s.", offending: word)
            return nil
        }
        return ttl
    }

    /// The TTL of a record: its own, else `$TTL` (RFC 2308 4), else the one stated last (RFC 1035 5.1), else for want of
    /// anything the SOA's minimum, as BIND does; nil after a fault, which is told.
    private mutating func ttl(_ head: Head, _ content: RecordContent, at place: Int) -> UInt32? {
        if let stated = head.ttl {
            lastTTL = stated
            return stated
        }
        if let known = defaultTTL ?? lastTTL { return known }
        if content.type == .soa, let minimum = content.soaMinimum, minimum <= UInt32(Int32.max) {
            warn(.ttlFromSOA, at: place, "No TTL is stated: the SOA's minimum of \(minimum) is taken.")
            defaultTTL = minimum
            return minimum
        }
        if let fallbackTTL { return fallbackTTL }
        report(.ttlMissing, at: place, "No TTL is stated: write \"$TTL 3600\" before the first record.", offending: nil)
        return nil
    }
}

extension RecordContent {
    /// The last number of a SOA.
    fileprivate var soaMinimum: UInt32? {
        guard let word = text.utf8.split(separator: UInt8(ascii: " ")).last, let number = FieldReader.number(word)
        else {
            return nil
        }
        return UInt32(exactly: number)
    }
}
