/// Goes through the words of an entry.
struct WordCursor {
    /// Where the next word begins, or the end.
    private(set) var position: Int
    let end: Int

    init(position: Int, end: Int) {
        self.position = position
        self.end = end
    }

    /// The next word, up to a blank that no backslash protects; nil at the end.
    mutating func next(in octets: [UInt8]) -> Range<Int>? {
        let start = position
        while position < end, !FieldReader.isBlank(octets[position]) {
            position += octets[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position, end)
        guard position > start else { return nil }
        let word = start..<position
        _ = skipBlanks(in: octets)
        return word
    }

    /// Goes to the next word; false when there is none.
    mutating func skipBlanks(in octets: [UInt8]) -> Bool {
        while position < end, FieldReader.isBlank(octets[position]) { position += 1 }
        return position < end
    }
}

extension WordCursor {
    /// A string in quotes or one word, escapes resolved; nil when there is none, it is not closed, or an escape is bad.
    mutating func nextString(in octets: [UInt8]) -> [UInt8]? {
        guard position < end else { return nil }
        let isQuoted = octets[position] == UInt8(ascii: "\"")
        var string: [UInt8] = []
        var index = isQuoted ? position + 1 : position
        while index < end, isQuoted ? octets[index] != UInt8(ascii: "\"") : !FieldReader.isBlank(octets[index]) {
            guard octets[index] == UInt8(ascii: "\\") else {
                string.append(octets[index])
                index += 1
                continue
            }
            guard index + 1 < end else { return nil }
            guard isDigit(octets[index + 1]) else {
                string.append(octets[index + 1])
                index += 2
                continue
            }
            guard index + 3 < end, let value = FieldReader.number(octets[(index + 1)...(index + 3)]),
                let octet = UInt8(exactly: value)
            else { return nil }
            string.append(octet)
            index += 4
        }
        if isQuoted {
            guard index < end else { return nil }
            index += 1
            guard index == end || FieldReader.isBlank(octets[index]) else { return nil }
        }
        position = index
        _ = skipBlanks(in: octets)
        return string
    }
}
