/// Looks at JSON as text, without making values of it.
public enum JSONText {
    /// How deep arrays and objects are nested; nil when deeper than `maximum`.
    static func depth(of bytes: [UInt8], atMost maximum: Int) -> Int? {
        var scanner = Scanner()
        var deepest = 0
        for byte in bytes {
            scanner.take(byte)
            deepest = max(deepest, scanner.depth)
            guard deepest <= maximum else { return nil }
        }
        return deepest
    }

    /// The elements of the array that stands in the member of that name of the outermost object, each on one line, as the
    /// server wrote them; empty when there is no such array. The text is valid JSON.
    public static func elements(of member: String, in bytes: [UInt8]) -> [[UInt8]] {
        var scanner = Scanner()
        var string: [UInt8] = []
        var key: [UInt8] = []
        var isInside = false
        var element: [UInt8] = []
        var elements: [[UInt8]] = []
        for byte in bytes {
            let wasInString = scanner.isInString
            let depth = scanner.depth
            scanner.take(byte)
            if isInside {
                let isEnd = !wasInString && depth == 2 && (byte == comma || byte == closeBracket)
                if isEnd {
                    if !element.isEmpty { elements.append(element) }
                    element = []
                    if byte == closeBracket { return elements }
                } else if wasInString || !isBlank(byte) {
                    element.append(byte)
                }
            } else if depth == 1, wasInString, scanner.isInString {
                string.append(byte)
            } else if depth == 1, !wasInString {
                if byte == quote { string = [] }
                if byte == colon { key = string }
                if byte == openBracket, key == Array(member.utf8) { isInside = true }
            }
        }
        return elements
    }

    fileprivate static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let colon = UInt8(ascii: ":")
    private static let openBracket = UInt8(ascii: "[")
    private static let closeBracket = UInt8(ascii: "]")

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Knows after each byte how deep it is and whether inside a string.
    struct Scanner {
        private(set) var depth = 0
        private(set) var isInString = false
        private var isEscaped = false

        mutating func take(_ byte: UInt8) {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == quote {
                    isInString = false
                }
                return
            }
            switch byte {
            case quote: isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
    }
}
