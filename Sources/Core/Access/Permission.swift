/// What somebody may do to a kind of thing: `records:create` (`domain.md` 6).
///
/// A held permission may be a pattern: `records:*` and `*` match, and `records:write` in an API key's scopes stands for
/// create, update and delete.
public struct Permission: Hashable, Sendable, Codable, CustomStringConvertible {
    public let text: String

    /// The permission of that text. Any text is one; only those of the catalogue are ever asked for.
    public init(_ text: String) {
        self.text = text
    }

    public var description: String { text }

    /// Whether holding this permission answers the question for `wanted`.
    public func covers(_ wanted: Permission) -> Bool {
        if text == "*" || text == wanted.text { return true }
        guard let (resource, action) = parts, let (wantedResource, wantedAction) = wanted.parts else { return false }
        // `*:read` is how the role `read_only` holds every `:read`.
        guard resource == wantedResource || resource == "*" else { return false }
        return action == wantedAction || action == "*"
            || (action == "write" && ["create", "update", "delete"].contains(wantedAction))
    }

    private var parts: (resource: Substring, action: Substring)? {
        let halves = text.split(separator: ":", maxSplits: 1)
        return halves.count == 2 ? (halves[0], halves[1]) : nil
    }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Permission {
    public static let readDomains = Permission("domains:read")
    public static let createDomains = Permission("domains:create")
    public static let updateDomains = Permission("domains:update")
    public static let deleteDomains = Permission("domains:delete")
    public static let readRecords = Permission("records:read")
    public static let createRecords = Permission("records:create")
    public static let updateRecords = Permission("records:update")
    public static let deleteRecords = Permission("records:delete")
    public static let enableDNSSEC = Permission("dnssec:enable")
}
