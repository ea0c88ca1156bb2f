/// `tag=value` pairs between semicolons, as DKIM keys and DMARC policies write them (RFC 6376 3.2, RFC 7489 6.4).
struct TagList: Sendable {
    /// In the order they stand.
    let tags: [(name: String, value: String)]

    /// nil when a part is no `tag=value`.
    init?(_ text: String) {
        var tags: [(name: String, value: String)] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed) where !part.isEmpty {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let first = halves.first, let last = halves.last else { return nil }
            let name = Self.trimmed(first)
            guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }), !name.isEmpty else {
                return nil
            }
            tags.append((name, Self.trimmed(last)))
        }
        guard !tags.isEmpty else { return nil }
        self.tags = tags
    }

    /// The first value of that tag.
    subscript(name: String) -> String? { tags.first { $0.name == name }?.value }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
