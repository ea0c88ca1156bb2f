extension JSONValue {
    /// The canonical form (RFC 8785) in UTF-8: no blanks, members sorted by the UTF-16 code units of their names, numbers
    /// as ECMAScript prints them, in strings only what has to be escaped.
    public var canonicalOctets: [UInt8] {
        var octets: [UInt8] = []
        // A stack of our own instead of recursion: a value may be nested deeper than the thread's stack.
        var open: [Open] = []
        Self.begin(self, &octets, &open)
        while let last = open.popLast() {
            switch last {
            case .array(let elements, let next):
                guard next < elements.count else {
                    octets.append(UInt8(ascii: "]"))
                    continue
                }
                if next > 0 { octets.append(UInt8(ascii: ",")) }
                open.append(.array(elements, next: next + 1))
                Self.begin(elements[next], &octets, &open)
            case .object(let members, let next):
                guard next < members.count else {
                    octets.append(UInt8(ascii: "}"))
                    continue
                }
                if next > 0 { octets.append(UInt8(ascii: ",")) }
                Self.append(members[next].name, to: &octets)
                octets.append(UInt8(ascii: ":"))
                open.append(.object(members, next: next + 1))
                Self.begin(members[next].value, &octets, &open)
            }
        }
        return octets
    }

    /// The canonical form as text.
    public var canonicalText: String { String(decoding: canonicalOctets, as: UTF8.self) }

    private enum Open {
        case array([JSONValue], next: Int)
        case object([JSONObject.Member], next: Int)
    }

    /// Writes a scalar whole; of an array or object the opening bracket, and leaves the rest on the stack.
    private static func begin(_ value: JSONValue, _ octets: inout [UInt8], _ open: inout [Open]) {
        switch value {
        case .null: octets.append(contentsOf: "null".utf8)
        case .bool(let bool): octets.append(contentsOf: (bool ? "true" : "false").utf8)
        case .number(let number): octets.append(contentsOf: number.text.utf8)
        case .string(let string): append(string, to: &octets)
        case .array(let elements):
            octets.append(UInt8(ascii: "["))
            open.append(.array(elements, next: 0))
        case .object(let object):
            octets.append(UInt8(ascii: "{"))
            open.append(.object(object.members, next: 0))
        }
    }

    /// RFC 8785 3.2.2.2: the two-letter escapes where there is one, `\u00xx` in lower case for the other controls below
    /// U+0020, everything else as it is.
    private static func append(_ string: String, to octets: inout [UInt8]) {
        octets.append(UInt8(ascii: "\""))
        for octet in string.utf8 {
            switch octet {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                octets.append(UInt8(ascii: "\\"))
                octets.append(octet)
            case 0x08: octets.append(contentsOf: "\\b".utf8)
            case 0x09: octets.append(contentsOf: "\\t".utf8)
            case 0x0A: octets.append(contentsOf: "\\n".utf8)
            case 0x0C: octets.append(contentsOf: "\\f".utf8)
            case 0x0D: octets.append(contentsOf: "\\r".utf8)
            case ..<0x20:
                octets.append(contentsOf: "\\u00".utf8)
                octets.append(contentsOf: (octet < 0x10 ? "0" : "1").utf8)
                octets.append(contentsOf: String(octet % 16, radix: 16).utf8)
            default: octets.append(octet)
            }
        }
        octets.append(UInt8(ascii: "\""))
    }
}
