/// Where an assignment counts (`domain.md` 6); the higher covers the lower.
public enum Scope: Hashable, Sendable {
    case platform
    case tenant(Identifier)
    case domain(Identifier)
}

/// A role that somebody holds, by themselves or through a group, at a scope.
public struct HeldAssignment: Equatable, Sendable {
    public let id: Identifier
    public let role: String
    public let permissions: [Permission]
    public let scope: Scope

    public init(id: Identifier, role: String, permissions: [Permission], scope: Scope) {
        self.id = id
        self.role = role
        self.permissions = permissions
        self.scope = scope
    }

    func covers(_ target: AccessTarget) -> Bool {
        switch scope {
        case .platform: true
        case .tenant(let id): target.tenant == id
        case .domain(let id): target.domain == id
        }
    }
}

/// A role that somebody was granted on one zone, perhaps on some of its records only.
public struct HeldGrant: Equatable, Sendable {
    public let id: Identifier
    public let role: String
    public let permissions: [Permission]
    public let domain: Identifier
    /// Matched against the relative name; `*` is any run of characters. Nil: every name.
    public let recordPattern: String?
    /// Nil: every type.
    public let recordTypes: [String]?
    public let expiresAt: Timestamp?

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
    }

    /// Whether it is limited to some records: then it gives `domains:read` and record permissions only.
    public var isLimited: Bool { recordPattern != nil || recordTypes != nil }

    func isInForce(at now: Timestamp) -> Bool { expiresAt.map { now < $0 } ?? true }

    func gives(_ wanted: Permission) -> Bool {
        guard permissions.contains(where: { $0.covers(wanted) }) else { return false }
        return !isLimited || wanted == .readDomains || wanted.text.hasPrefix("records:")
    }

    func covers(recordNamed name: String, type: String) -> Bool {
        if let recordTypes, !recordTypes.contains(type) { return false }
        return recordPattern.map { GlobPattern($0).matches(name) } ?? true
    }
}

/// Everything that a caller holds: what the decision is made from.
public struct Holdings: Equatable, Sendable {
    public let assignments: [HeldAssignment]
    public let grants: [HeldGrant]
    /// What an API key is narrowed to; empty: not narrowed.
    public let keyScopes: [Permission]

    public init(assignments: [HeldAssignment], grants: [HeldGrant], keyScopes: [Permission]) {
        self.assignments = assignments
        self.grants = grants
        self.keyScopes = keyScopes
    }

    /// Whether something is held at platform scope that answers `wanted`.
    public func holdsAtPlatform(_ wanted: Permission) -> Bool {
        AccessQuestion(wanted, on: .platform).decision(from: self, at: Timestamp(seconds: 0)) == .allowed
    }
}

/// A pattern in which `*` stands for any run of characters, dots included; nothing else is special; case is ignored.
public struct GlobPattern: Equatable, Sendable {
    private let parts: [[UInt8]]

    public init(_ pattern: String) {
        parts = pattern.utf8.map(asciiLowercased).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            .map(Array.init)
    }

    /// Whether the whole of `text` matches.
    public func matches(_ text: String) -> Bool {
        var rest = text.utf8.map(asciiLowercased)[...]
        guard let first = parts.first, let last = parts.last else { return false }
        guard parts.count > 1 else { return rest.elementsEqual(first) }
        guard rest.starts(with: first) else { return false }
        rest = rest.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }
}
