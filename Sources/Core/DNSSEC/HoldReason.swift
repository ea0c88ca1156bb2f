/// Why a rollover stands still: a doubt that time alone does not remove. Nothing breaks meanwhile, since between two steps
/// every key that may be needed is served.
public enum HoldReason: Error, Hashable, Sendable {
    /// `pdns-keyroller` rolls this zone.
    case keyroller
    /// A check of ours fails, with its sentence.
    case checkFailed(String)
    /// Switching off was asked for, and the DS is being withdrawn.
    case switchingOff
    /// The parent does not answer.
    case parentSilent
    /// The DS of the key that is to stay was at the parent, or should be, and is not.
    case parentLacksWanted
    /// No DS at the parent belongs to a published key.
    case parentMismatch
    /// Somebody has deleted a key of ours.
    case keyGone(id: Int64)
    /// Somebody has switched a key of ours, or put another in its place.
    case keyChanged(id: Int64)
    /// Somebody has added a key that is in use.
    case unknownKey(id: Int64)
    /// The keys are of several algorithms; replacing an algorithm is not done here.
    case severalAlgorithms
    /// The keys are neither a CSK nor KSK and ZSK.
    case unfamiliarKeys

    /// One sentence for people.
    public var message: String {
        switch self {
        case .keyroller: "pdns-keyroller is at work on this zone and is left alone."
        case .checkFailed(let sentence): sentence
        case .switchingOff: "DNSSEC is being switched off: nothing is rolled until the DS is gone from the parent."
        case .parentSilent: "The parent's servers do not answer when they are asked for the DS set."
        case .parentLacksWanted: "The parent does not list the DS of the key that is to stay."
        case .parentMismatch: "The parent lists DS records, and none belongs to a published key."
        case .keyGone(let id): "Signing key \(id) was deleted in PowerDNS by somebody else."
        case .keyChanged(let id): "Signing key \(id) was changed in PowerDNS by somebody else."
        case .unknownKey(let id): "PowerDNS uses signing key \(id), which was not made here."
        case .severalAlgorithms: "The signing keys are of several algorithms."
        case .unfamiliarKeys: "The signing keys are neither one CSK nor a KSK and a ZSK."
        }
    }
}

extension ZoneKeys {
    /// The first doubt: what the caller knows, then what PowerDNS lists against what we left there.
    var holdReason: HoldReason? {
        if let doubt = doubts.first { return doubt }
        for row in rows {
            guard let key = listed.first(where: { $0.id == row.id }) else {
                if intent?.action == .remove(id: row.id) { continue }
                return .keyGone(id: row.id)
            }
            let isSame = key.isSecureEntryPoint == row.role.isSecureEntryPoint && key.algorithm == row.algorithm
            let isTarget = intent?.keyID == row.id && intent?.target(for: row.role) == key.served
            guard isSame, key.served == row.expected || isTarget else { return .keyChanged(id: row.id) }
        }
        // One that is neither published nor signing changes nothing for anybody.
        if let key = unknown.first(where: { $0.served.isPublished || $0.served.isActive }) {
            return .unknownKey(id: key.id)
        }
        return Set(rows.map(\.algorithm)).count > 1 ? .severalAlgorithms : nil
    }
}
