extension DomainName {
    /// Reads presentation format (RFC 1035 5.1) from octets, as a reader of zone files has them: in one pass, escapes
    /// resolved, upper case folded, `origin` appended to a relative name, `@` for the origin itself.
    ///
    /// Without an origin every spelling is taken as absolute, and `@` is refused. One word is expected: blanks and what
    /// else master files give a meaning to (`"();@$`) have to be escaped, and so have octets outside ASCII.
    ///
    /// - Throws: ``DomainNameError``; ``DomainNameError/tooLong(octets:)`` counts the origin, too.
    public init(presentation octets: ArraySlice<UInt8>, origin: DomainName?) throws(DomainNameError) {
        if octets.count == 1 {
            if octets.first == UInt8(ascii: ".") {
                self = .root
                return
            }
            if let origin, octets.first == UInt8(ascii: "@") {
                self = origin
                return
            }
        }
        guard !octets.isEmpty else { throw .empty }
        var wire: [UInt8] = []
        wire.reserveCapacity(min(octets.count, 254) + 2 + (origin?.wire.count ?? 0))
        // Each label's length is known at its end: its octet is held free, the last one as the root's zero.
        wire.append(0)
        let isRelative: Bool
        if let hasOpenLabel = Self.copyPlain(octets, to: &wire) {
            isRelative = hasOpenLabel
        } else {
            isRelative = try Self.read(octets, to: &wire)
        }
        if isRelative {
            if let origin {
                wire.append(contentsOf: origin.wire)
            } else {
                wire.append(0)
            }
        }
        guard wire.count <= Self.longestWire else { throw .tooLong(octets: wire.count) }
        self.init(checkedWire: wire)
    }

    /// Appends labels without escapes all at once, then folds them and puts lengths where dots stand, which is what nearly all
    /// names are; gives whether no dot ends them. Nil for all that ``read(_:to:)`` has to look at; what is appended then is of no use.
    private static func copyPlain(_ octets: ArraySlice<UInt8>, to wire: inout [UInt8]) -> Bool? {
        guard octets.count < longestWire else { return nil }
        wire.append(contentsOf: octets)
        let end = wire.count
        var start = 0
        var labels = wire.mutableSpan
        for index in 1..<end {
            let octet = labels[index]
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                labels[index] = octet | 0x20
            case UInt8(ascii: "."):
                let count = index - start - 1
                guard count > 0, count <= longestLabel else { return nil }
                labels[start] = UInt8(truncatingIfNeeded: count)
                labels[index] = 0
                start = index
            default:
                return nil
            }
        }
        let count = end - start - 1
        guard count <= longestLabel else { return nil }
        guard count > 0 else { return false }
        labels[start] = UInt8(truncatingIfNeeded: count)
        return true
    }

    /// Reads labels octet by octet, instead of whatever stands in `wire`; gives whether no dot ends them.
    private static func read(_ octets: ArraySlice<UInt8>, to wire: inout [UInt8]) throws(DomainNameError) -> Bool {
        wire.removeAll(keepingCapacity: true)
        wire.append(0)
        var start = 0
        var index = octets.startIndex
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            switch octet {
            case UInt8(ascii: "."):
                try closeLabel(from: start, of: &wire, in: octets)
                start = wire.count
                wire.append(0)
            case UInt8(ascii: "\\"):
                wire.append(asciiLowercased(try escaped(at: &index, in: octets)))
            default:
                guard mayStandPlain(octet) else { throw refused(at: index - 1, in: octets) }
                wire.append(asciiLowercased(octet))
            }
        }
        guard start < wire.count - 1 else { return false }
        try closeLabel(from: start, of: &wire, in: octets)
        return true
    }

    /// Whether the spelling says that the name is absolute: it ends in a dot that no backslash escapes (RFC 1035 5.1).
    public static func isAbsolute(_ octets: ArraySlice<UInt8>) -> Bool {
        guard octets.last == UInt8(ascii: ".") else { return false }
        var index = octets.endIndex - 1
        var isEscaped = false
        while index > octets.startIndex, octets[index - 1] == UInt8(ascii: "\\") {
            isEscaped.toggle()
            index -= 1
        }
        return !isEscaped
    }

    /// Appends presentation format, escaped after RFC 1035 5.1; `absolute` adds the trailing dot. The root is `.` always.
    public func appendText(to octets: inout [UInt8], absolute: Bool) {
        guard !isRoot else {
            octets.append(UInt8(ascii: "."))
            return
        }
        appendText(of: 0..<(wire.count - 1), to: &octets)
        if absolute { octets.append(UInt8(ascii: ".")) }
    }

    /// Appends the labels that stand in a range of the wire form, without a dot at the end. The range has to begin with a
    /// label and end with one.
    func appendText(of range: Range<Int>, to octets: inout [UInt8]) {
        guard !appendPlain(range, to: &octets) else { return }
        var index = range.lowerBound
        while index < range.upperBound {
            if index > range.lowerBound { octets.append(UInt8(ascii: ".")) }
            let end = index + 1 + Int(wire[index])
            index += 1
            while index < end {
                Self.appendEscaped(wire[index], to: &octets)
                index += 1
            }
        }
    }

    /// As ``appendText(of:to:)``, all at once, when nothing in the range has to be escaped; else appends nothing.
    private func appendPlain(_ range: Range<Int>, to octets: inout [UInt8]) -> Bool {
        let labels = wire.span
        var start = range.lowerBound
        while start < range.upperBound {
            let end = start + 1 + Int(labels[start])
            for index in (start + 1)..<end where !Self.mayStandPlain(labels[index]) { return false }
            start = end
        }
        let shift = octets.count - range.lowerBound - 1
        octets.append(contentsOf: wire[range].dropFirst())
        var dot = range.lowerBound + 1 + Int(labels[range.lowerBound])
        while dot < range.upperBound {
            octets[dot + shift] = UInt8(ascii: ".")
            dot += 1 + Int(labels[dot])
        }
        return true
    }

    /// Appends one octet of a label: plain, as `\X` or as `\DDD`.
    static func appendEscaped(_ octet: UInt8, to octets: inout [UInt8]) {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: "@"),
            UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "."):
            octets.append(UInt8(ascii: "\\"))
            octets.append(octet)
        case 0x21...0x7E:
            octets.append(octet)
        default:
            let zero = UInt8(ascii: "0")
            octets.append(UInt8(ascii: "\\"))
            octets.append(zero + octet / 100)
            octets.append(zero + octet / 10 % 10)
            octets.append(zero + octet % 10)
        }
    }

    /// The most octets of a name on the wire (RFC 1035 2.3.4).
    static let longestWire = 255
    /// The most octets of a label (RFC 1035 2.3.4).
    static let longestLabel = 63

    /// Printable ASCII without what master files give a meaning to (RFC 1035 5.1).
    static func mayStandPlain(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: "@"),
            UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "."):
            false
        default: (0x21...0x7E).contains(octet)
        }
    }

    /// Writes the length of the label that begins at `start` and reaches to the end.
    private static func closeLabel(
        from start: Int,
        of wire: inout [UInt8],
        in octets: ArraySlice<UInt8>
    ) throws(DomainNameError) {
        let count = wire.count - start - 1
        guard count > 0 else { throw .emptyLabel(in: shown(octets)) }
        guard count <= longestLabel else { throw .labelTooLong(octets: count) }
        wire[start] = UInt8(count)
    }

    /// The octet that an escape stands for; `index` is behind the backslash, and behind the escape afterwards.
    private static func escaped(at index: inout Int, in octets: ArraySlice<UInt8>) throws(DomainNameError) -> UInt8 {
        guard index < octets.endIndex else { throw .badEscape(in: shown(octets)) }
        let first = octets[index]
        guard isDigit(first) else {
            guard (0x20...0x7E).contains(first) else { throw .badEscape(in: shown(octets)) }
            index += 1
            return first
        }
        guard index + 2 < octets.endIndex, isDigit(octets[index + 1]), isDigit(octets[index + 2]) else {
            throw .badEscape(in: shown(octets))
        }
        let value = octets[index..<(index + 3)].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard let octet = UInt8(exactly: value) else { throw .badEscape(in: shown(octets)) }
        index += 3
        return octet
    }

    /// The text for an error: no valid name is longer than 1,004 characters, so no more of it is carried around.
    private static func shown(_ octets: ArraySlice<UInt8>) -> String {
        String(decoding: octets.prefix(1024), as: UTF8.self)
    }

    private static func refused(at index: Int, in octets: ArraySlice<UInt8>) -> DomainNameError {
        .badCharacter(character(at: index, in: octets), in: shown(octets))
    }

    /// The character whose first octet was refused, as people know it; controls and broken UTF-8 as `\u{..}`.
    private static func character(at index: Int, in octets: ArraySlice<UInt8>) -> String {
        let octet = octets[index]
        if octet >= 0x80 {
            // Longer than any one character that a name could hold; a cluster of hundreds of marks is cut.
            let character = String(decoding: octets[index...].prefix(64), as: UTF8.self).first
            if let character, character != "\u{FFFD}" { return String(character) }
        } else if (0x20...0x7E).contains(octet) {
            return String(UnicodeScalar(octet))
        }
        return "\\u{\(String(octet, radix: 16))}"
    }
}

func isDigit(_ octet: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
}
