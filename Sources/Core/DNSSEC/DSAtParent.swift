/// What the parent's servers said when they were asked for a zone's DS set.
public enum ParentAnswer: Hashable, Sendable {
    /// No server answered, or their answers could not be used.
    case silent
    /// The set, empty where the parent has none, and its TTL in seconds (of an empty set: how long its absence is cached).
    case listed([DelegationSigner], ttl: Int64)
}

/// How the parent's DS set stands to the keys of a zone: the table of `domain.md` 5.
public enum DSAtParent: String, Hashable, Sendable, CaseIterable {
    /// The parent's set equals the wanted one.
    case ok
    /// All wanted, plus others: the old DS after a roll.
    case extra
    /// Not all wanted; none at all, or at least one that belongs to a published KSK.
    case missing
    /// There are some and none belongs to a published KSK: validators see the zone as bogus.
    case mismatch
    /// The parent does not answer.
    case unknown

    /// Judges `answer` for `zone`. `published` are the KSKs (and CSKs) in the DNSKEY set, `wanted` those that are to stay:
    /// while a KSK rolls, the new one.
    ///
    /// Keys are compared: a DS of any digest type that is computed here counts. A wanted key that is not published cannot
    /// be trusted through its DS and counts as not there.
    public init(_ answer: ParentAnswer, zone: DomainName, published: [PublicSigningKey], wanted: [PublicSigningKey]) {
        guard case .listed(let signers, _) = answer else {
            self = .unknown
            return
        }
        let counted = Self.counted(signers)
        let isOurs = counted.contains { signer in published.contains { signer.belongs(to: $0, at: zone) } }
        guard signers.isEmpty || isOurs else {
            self = .mismatch
            return
        }
        let hasAll = wanted.allSatisfy { key in
            published.contains(key) && counted.contains { $0.belongs(to: key, at: zone) }
        }
        guard hasAll else {
            self = .missing
            return
        }
        self = signers.allSatisfy { signer in wanted.contains { signer.belongs(to: $0, at: zone) } } ? .ok : .extra
    }

    /// The records that validators go by: they leave SHA-1 out where the set has a stronger digest (RFC 4509 3), so a key
    /// that has SHA-1 alone beside another's SHA-256 is not trusted.
    private static func counted(_ signers: [DelegationSigner]) -> [DelegationSigner] {
        let strong = signers.filter { DSDigestType.published.contains($0.digestType) }
        return strong.isEmpty ? signers : signers.filter { $0.digestType != .sha1 }
    }

    /// Whether every wanted key is at the parent.
    public var hasAllWanted: Bool { self == .ok || self == .extra }
}

extension DSAtParent {
    /// What follows from a finding (third column of the table).
    public struct Consequence: Hashable, Sendable {
        /// Whether it moves `pending_ds` and `rotating_ksk` on by itself. With others beside the wanted ones a roll moves on
        /// once every cache has the new key (``RolloverPolicy``): people take it as leave to remove the old DS.
        public let confirms: Bool
        public let alarm: Alarm
        /// Whether a rollover that needs the parent stands still.
        public let holds: Bool
    }

    /// When somebody is to be woken.
    public enum Alarm: Hashable, Sendable {
        case never
        case atOnce
        /// When the finding has stood for that many seconds.
        case after(seconds: Int64)
    }

    /// What the finding means for a zone in `state`.
    public func consequence(in state: DNSSECState) -> Consequence {
        let awaitsDS = state == .pendingDS || state == .rotatingKSK
        return switch self {
        case .ok: Consequence(confirms: awaitsDS, alarm: .never, holds: false)
        case .extra: Consequence(confirms: awaitsDS, alarm: .after(seconds: 30 * 86_400), holds: false)
        case .missing:
            Consequence(
                confirms: false,
                alarm: awaitsDS || state == .disabled ? .never : .atOnce,
                holds: !awaitsDS
            )
        case .mismatch: Consequence(confirms: false, alarm: .atOnce, holds: true)
        case .unknown: Consequence(confirms: false, alarm: .never, holds: true)
        }
    }

    /// Seconds between two looks at the parent: an hour where a DS is awaited, else a day.
    public static func lookInterval(in state: DNSSECState) -> Int64 {
        state == .pendingDS || state == .rotatingKSK ? 3600 : 86_400
    }
}
