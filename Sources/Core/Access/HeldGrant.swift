/// A role that somebody was granted on one zone, perhaps on some of its records only.
public struct HeldGrant: Equatable, Sendable {
    public let id: Identifier
    public let role: String
    public let permissions: [Permission]
    public let domain: Identifier
    /// Matched against the relative name; `*` is any run of characters. Nil: every name.
    public let recordPattern: String?
    /// Nil: every type. An empty list covers no record at all.
    public let recordTypes: [String]?
    /// From this moment on it is as if it were not there; nil: for ever.
    public let expiresAt: Timestamp?
    private let pattern: GlobPattern?
    /// In upper case.
    private let types: Set<String>?

    public init(
        id: Identifier,
        role: String,
        permissions: [Permission],
        domain: Identifier,
        recordPattern: String?,
        recordTypes: [String]?,
        expiresAt: Timestamp?
    ) {
        self.id = id
        self.role = role
        self.permissions = permissions
        self.domain = domain
        self.recordPattern = recordPattern
        self.recordTypes = recordTypes
        self.expiresAt = expiresAt
        pattern = recordPattern.map { GlobPattern($0) }
        types = recordTypes.map { Set($0.map { $0.uppercased() }) }
    }

    /// Whether it is limited to some records: then it gives `domains:read` and record permissions only.
    public var isLimited: Bool { recordPattern != nil || recordTypes != nil }

    public func isInForce(at now: Timestamp) -> Bool { expiresAt.map { now < $0 } ?? true }

    func gives(_ wanted: Permission) -> Bool {
        guard permissions.contains(where: { $0.covers(wanted) }) else { return false }
        return !isLimited || wanted == .readDomains || wanted.text.hasPrefix("records:")
    }

    /// Whether it gives anything that there is. One that is limited and carries no record permission gives nothing.
    var givesAnything: Bool {
        isLimited ? Permission.catalogue.contains { gives($0.permission) } : !permissions.isEmpty
    }

    func covers(recordNamed name: String, type: String) -> Bool {
        if let types, !types.contains(type.uppercased()) { return false }
        return pattern.map { $0.matches(name) } ?? true
    }

    /// Whether it covers every record that `other` covers, for at least as long.
    func isAtLeastAsWide(as other: HeldGrant) -> Bool {
        guard domain == other.domain, outlasts(other.expiresAt) else { return false }
        if let types {
            guard let narrower = other.types, types.isSuperset(of: narrower) else { return false }
        }
        guard let pattern else { return true }
        return other.pattern.map { pattern.includes($0) } ?? false
    }

    /// Whether it is in force until `end`; nil: for ever.
    func outlasts(_ end: Timestamp?) -> Bool {
        guard let expiresAt else { return true }
        return end.map { $0 <= expiresAt } ?? false
    }
}
