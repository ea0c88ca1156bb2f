extension ZoneFileReader {
    /// `$GENERATE start-stop[/step] owner [TTL] [class] type content` (BIND): one record for each number, `$` in owner and
    /// content replaced by it.
    mutating func readGenerate(
        _ octets: [UInt8],
        _ cursor: inout WordCursor,
        _ take: (ZoneFileEntry) -> Void
    ) {
        let place = cursor.position
        guard let word = cursor.next(in: octets), let range = GenerateRange(octets[word]) else {
            return report(
                .invalidDirective, at: place,
                "$GENERATE needs a range such as 1-254 or 0-100/2, up to 2147483647, the lesser number first.",
                offending: octets[place..<min(cursor.position, cursor.end)])
        }
        guard range.count <= limits.generatedByDirective, range.count <= limits.generated - shared.generated else {
            return report(
                .generateTooLarge, at: place,
                "$GENERATE makes at most \(limits.generatedByDirective) records, \(limits.generated) in all.",
                offending: octets[word])
        }
        let start = cursor.position
        guard let name = cursor.next(in: octets) else {
            return report(.invalidDirective, at: start, "$GENERATE needs an owner.", offending: nil)
        }
        guard let head = readHead(octets, &cursor, at: start) else { return }
        guard let ttl = head.ttl ?? defaultTTL ?? lastTTL ?? fallbackTTL else {
            return report(
                .ttlMissing, at: start, "No TTL is stated: write \"$TTL 3600\" before the first record.", offending: nil
            )
        }
        guard head.type != .soa else {
            return report(.invalidDirective, at: start, "A zone has one SOA: it is not generated.", offending: nil)
        }
        let content = Self.unquoted(cursor.position..<cursor.end, of: octets)
        do {
            let templates = Templates(
                owner: try GenerateTemplate(octets[name]), content: try GenerateTemplate(content[...]))
            shared.generated += range.count
            generate(range, templates, ttl: ttl, type: head.type, at: start, take)
        } catch {
            report(.invalidDirective, at: start, error.message, offending: octets[start..<cursor.end])
        }
    }

    private struct Templates {
        let owner: GenerateTemplate
        let content: GenerateTemplate
    }

    /// Ends with the first record that is faulty: the others would be, too.
    private mutating func generate(
        _ range: GenerateRange,
        _ templates: Templates,
        ttl: UInt32,
        type: RecordType,
        at place: Int,
        _ take: (ZoneFileEntry) -> Void
    ) {
        var owner: [UInt8] = []
        for value in range.values where !shared.isStopped {
            owner.removeAll(keepingCapacity: true)
            var content: [UInt8] = []
            guard templates.owner.append(value, to: &owner), templates.content.append(value, to: &content) else {
                return report(
                    .invalidDirective, at: place, "The offset makes a number below 0 or above 4294967295 for \(value).",
                    offending: nil)
            }
            shared.generatedOctets += owner.count + content.count
            guard shared.generatedOctets <= limits.generatedOctets else {
                return report(
                    .generateTooLarge, at: place,
                    "$GENERATE makes at most \(limits.generatedOctets) octets of names and contents in all.",
                    offending: nil)
            }
            do throws(DomainNameError) {
                let name = try DomainName(presentation: owner[...], origin: origin)
                var fields = FieldReader(content, type: type, style: .masterFile(origin: origin))
                switch Result(catching: { () throws(RecordContentError) in try RecordContent(masterFile: &fields) }) {
                case .success(let made):
                    give(ZoneFileEntry(owner: name, ttl: ttl, content: made, line: line, file: file), at: place, take)
                    self.owner = .known(name)
                case .failure(let error):
                    return report(
                        .invalidContent, at: place, "For \(value): \(error.message)", offending: content[...])
                }
            } catch {
                return report(.invalidName, at: place, "For \(value): \(error.message)", offending: owner[...])
            }
        }
    }

    /// A content that is one string in quotes stands for what is in it, as in BIND: `"10 mail$"`. Other contents stand for
    /// themselves.
    private static func unquoted(_ range: Range<Int>, of octets: [UInt8]) -> [UInt8] {
        var end = range.upperBound
        while end > range.lowerBound, FieldReader.isBlank(octets[end - 1]) { end -= 1 }
        let whole = octets[range.lowerBound..<end]
        guard whole.count >= 2, whole.first == UInt8(ascii: "\""), whole.last == UInt8(ascii: "\"") else {
            return Array(whole)
        }
        var content: [UInt8] = []
        var index = whole.startIndex + 1
        while index < whole.endIndex - 1 {
            if octets[index] == UInt8(ascii: "\"") { return Array(whole) }
            if octets[index] == UInt8(ascii: "\\"), index + 1 < whole.endIndex - 1 {
                // Only the quote loses its backslash: the others belong to the content.
                if octets[index + 1] != UInt8(ascii: "\"") { content.append(octets[index]) }
                index += 1
            }
            content.append(octets[index])
            index += 1
        }
        return content
    }
}
