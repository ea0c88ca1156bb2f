/// A pattern in which `*` stands for any run of characters, dots included; nothing else is special; case is ignored.
///
/// Matching takes time in proportion to pattern and text together, whatever they are: the literal parts are looked for
/// from left to right, each once, and the first place where one fits is never worse than a later one.
///
///     GlobPattern("*.dev").matches("www.dev")   // true
public struct GlobPattern: Equatable, Sendable {
    /// The literal parts in lower case; between two of them stands a `*`. Never empty.
    private let parts: [[UInt8]]
    private let octets: [UInt8]

    public init(_ pattern: String) {
        octets = pattern.utf8.map(asciiLowercased)
        parts = octets.split(separator: Self.star, omittingEmptySubsequences: false).map(Array.init)
    }

    /// Whether the whole of `text` matches.
    public func matches(_ text: String) -> Bool { matches(text.utf8.map(asciiLowercased)) }

    /// Whether everything that matches `other` matches this pattern too.
    ///
    /// A run of characters that may be anything can only be covered by a `*` here; so `other` is matched as if its own
    /// `*` were one more character, which none of the literal parts contains.
    public func includes(_ other: GlobPattern) -> Bool { matches(other.octets) }

    private static let star = UInt8(ascii: "*")

    private func matches(_ text: [UInt8]) -> Bool {
        guard let first = parts.first, let last = parts.last, text.starts(with: first) else { return false }
        guard parts.count > 1 else { return text.count == first.count }
        guard text.count >= first.count + last.count, text.suffix(last.count).elementsEqual(last) else { return false }
        var rest = text[first.count..<(text.count - last.count)]
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let end = Self.end(ofFirst: part, in: rest) else { return false }
            rest = rest[end...]
        }
        return true
    }

    /// Where the first occurrence of `part` in `text` ends, by the search of Knuth, Morris and Pratt: no octet of the
    /// text is looked at again.
    private static func end(ofFirst part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        let borders = borders(of: part)
        var matched = 0
        for (index, octet) in zip(text.indices, text) {
            while matched > 0, part[matched] != octet { matched = borders[matched - 1] }
            if part[matched] == octet { matched += 1 }
            if matched == part.count { return index + 1 }
        }
        return nil
    }

    /// For each beginning of `part`, how long the longest shorter beginning is that it ends with.
    private static func borders(of part: [UInt8]) -> [Int] {
        var borders = [Int](repeating: 0, count: part.count)
        var length = 0
        for index in part.indices.dropFirst() {
            while length > 0, part[index] != part[length] { length = borders[length - 1] }
            if part[index] == part[length] { length += 1 }
            borders[index] = length
        }
        return borders
    }
}
