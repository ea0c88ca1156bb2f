/// Why a text is not taken as JSON. Offsets count octets from 0.
public enum JSONError: Error, Equatable, Sendable {
    /// Longer than the limit, which is given.
    case tooLarge(limit: Int)
    /// Arrays and objects nested deeper than the limit, which is given.
    case tooDeep(limit: Int)
    /// Not UTF-8: overlong forms, surrogates and what is above U+10FFFF included (RFC 8259 8.1).
    case notUTF8(at: Int)
    /// Something else belongs there.
    case unexpected(at: Int)
    case unexpectedEnd
    /// The object has that name already (RFC 7493 2.3).
    case duplicateName(String, at: Int)
    /// A backslash before something that is no escape.
    case badEscape(at: Int)
    /// Half of a surrogate pair (RFC 7493 2.1).
    case loneSurrogate(at: Int)
    /// A control character in a string that is not escaped (RFC 8259 7).
    case control(at: Int)
    /// Larger than any double, or more than 1,000 characters long.
    case numberOutOfRange(at: Int)
}

/// How much a ``JSONValue`` may be read from.
public struct JSONLimits: Equatable, Sendable {
    /// Octets in all.
    public let octets: Int
    /// How deep arrays and objects may be nested; never more than 512.
    public let depth: Int

    public init(octets: Int, depth: Int) {
        self.octets = octets
        self.depth = min(depth, 512)
    }

    /// What the API takes as a body: 10 MB, 32 levels (`api.md` 1.10).
    public static let body = JSONLimits(octets: 10 * 1024 * 1024, depth: 32)
}
