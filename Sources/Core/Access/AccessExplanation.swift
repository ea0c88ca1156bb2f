/// Why an ``AccessQuestion`` is answered as it is: what `me/permissions/check` and the console show (`api.md` 2).
public struct AccessExplanation: Equatable, Sendable {
    /// One thing that is held, and what it does to the question.
    public struct Line: Equatable, Sendable {
        public enum Source: String, Sendable {
            case assignment
            case grant
            case keyScopes = "key_scopes"
        }

        public enum Effect: String, Sendable {
            case allows
            case doesNotCover = "does_not_cover"
            /// An API key's scopes leave the permission out.
            case narrows
        }

        public let source: Source
        /// Of the assignment or grant; nil for key scopes.
        public let id: Identifier?
        public let role: String?
        public let scope: Scope?
        public let effect: Effect
    }

    public let decision: AccessDecision
    /// One sentence for people.
    public let reason: String
    /// What allows stands first; at most 100 lines.
    public let lines: [Line]

    /// What the question is allowed by; empty when it is not.
    public var allowedBy: [Line] { decision == .allowed ? lines.filter { $0.effect == .allows } : [] }

    static let mostLines = 100
}

extension AccessQuestion {
    /// The decision together with everything that was weighed for it.
    public func explanation(from holdings: Holdings, at now: Timestamp) -> AccessExplanation {
        let decision = decision(from: holdings, at: now)
        var lines = holdings.assignments.map { assignment in
            AccessExplanation.Line(
                source: .assignment,
                id: assignment.id,
                role: assignment.role,
                scope: assignment.scope,
                effect: assignment.covers(target) && assignment.gives(permission) ? .allows : .doesNotCover
            )
        }
        lines += holdings.grants.map { grant in
            let counts = grant.domain == target.domain && grant.isInForce(at: now)
            return AccessExplanation.Line(
                source: .grant,
                id: grant.id,
                role: grant.role,
                scope: .domain(grant.domain),
                effect: counts && grant.gives(permission) && covers(grant) ? .allows : .doesNotCover
            )
        }
        if !holdings.keyScopes.isEmpty {
            let effect: AccessExplanation.Line.Effect = holdings.scopesAllow(permission) ? .allows : .narrows
            lines.append(.init(source: .keyScopes, id: nil, role: nil, scope: nil, effect: effect))
        }
        let ordered = lines.filter { $0.effect != .doesNotCover } + lines.filter { $0.effect == .doesNotCover }
        return AccessExplanation(
            decision: decision,
            reason: reason(for: decision, ordered),
            lines: Array(ordered.prefix(AccessExplanation.mostLines))
        )
    }

    private func reason(for decision: AccessDecision, _ lines: [AccessExplanation.Line]) -> String {
        switch decision {
        case .allowed:
            guard let line = lines.first(where: { $0.effect == .allows && $0.role != nil }), let scope = line.scope
            else {
                return "\(permission) is allowed."
            }
            return "\(permission) is allowed by the role \(line.role ?? "") "
                + (line.source == .grant ? "granted on this zone." : "at \(scope.kind) scope.")
        case .denied where lines.contains { $0.effect == .narrows }:
            return "The scopes of the API key leave \(permission) out."
        case .denied: return "Nothing that is held here gives \(permission)."
        case .notCovered: return "A grant gives \(permission) in this zone, but not on this name and type."
        case .hidden: return "Nothing is held here, so this is not even seen."
        }
    }
}
