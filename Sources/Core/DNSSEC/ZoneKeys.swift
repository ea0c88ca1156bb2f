/// Everything that decides about a zone's next DNSSEC step: our rows, what PowerDNS lists, what the parent shows.
public struct ZoneKeys: Hashable, Sendable {
    public var state: DNSSECState
    /// What the first keys are made of; later ones are of the algorithm that is in use.
    public var algorithm: DNSSECAlgorithm
    /// Our rows.
    public var rows: [SigningKey]
    /// What PowerDNS lists now.
    public var listed: [ListedKey]
    /// The call that is on its way, as committed.
    public var intent: KeyIntent?
    /// The last intents to make a key that were closed, at most ``rememberedMakings``: by them late twins are known.
    public var makings: [KeyIntent]
    public var watch: ParentWatch
    public var ttls: ZoneTTLs
    /// Why the caller wants nothing to move; the first is told.
    public var doubts: [HoldReason]

    public init(state: DNSSECState, algorithm: DNSSECAlgorithm, ttls: ZoneTTLs) {
        self.state = state
        self.algorithm = algorithm
        self.ttls = ttls
        rows = []
        listed = []
        intent = nil
        makings = []
        watch = ParentWatch()
        doubts = []
    }

    static let rememberedMakings = 4

    /// The KSK or CSK that is to stay: while one rolls, the new one. Its DS is the wanted one.
    public var wanted: SigningKey? {
        let candidates = rows.filter(\.role.isSecureEntryPoint)
        return newest(candidates.filter { $0.stage == .published }) ?? newest(candidates.filter { $0.stage == .active })
            ?? newest(candidates.filter { $0.stage == .made })
    }

    /// Whether no key is on its way in or out: a roll may begin.
    public var areSettled: Bool { intent == nil && areSettled(.keySigning) && areSettled(.zoneSigning) }

    /// From when on the wanted DS may stand at the parent (OpenDNSSEC's `ds-submit`); nil while the key is not published.
    ///
    /// Before that moment some cache may hold the DNSKEY set without the key, or the zone unsigned, and a DS that points at
    /// the key alone would make it bogus (RFC 7583 3.3.1, RFC 6781 4.1.2).
    public var dsSubmitAt: Timestamp? { wanted?.readyAt }

    /// The keys whose DS should stand at the parent now, by id; what a parent that is served here is made to list.
    public func delegation(at now: Timestamp) -> Set<Int64> {
        guard state != .disabled, !doubts.contains(.switchingOff), let wanted, let readyAt = wanted.readyAt else {
            return []
        }
        guard now < readyAt else { return [wanted.id] }
        return Set(rows.filter { $0.role.isSecureEntryPoint && $0.stage == .active && $0.id != wanted.id }.map(\.id))
    }

    func keys(_ role: SigningKey.Role, _ stage: SigningKey.Stage) -> [SigningKey] {
        rows.filter { $0.role == role && $0.stage == stage }
    }

    /// A zone with keys of two algorithms would need signatures of both everywhere (RFC 4035 2.2).
    var algorithmInUse: DNSSECAlgorithm { rows.first?.algorithm ?? algorithm }

    /// The CSK that still has to be split.
    var combinedKey: SigningKey? { keys(.csk, .active).first }

    func areSettled(_ use: SigningKeyUse) -> Bool {
        let keys = rows.filter { use == .keySigning ? $0.role.isSecureEntryPoint : $0.role == .zsk }
        return keys.count <= 1 && keys.allSatisfy { $0.stage == .active }
    }

    /// The last by coming to its stage, then by id.
    func newest(_ keys: [SigningKey]) -> SigningKey? {
        keys.max { ($0.stageSince, $0.id) < ($1.stageSince, $1.id) }
    }

    /// Listed keys that we have no row for.
    var unknown: [ListedKey] {
        let ids = Set(rows.map(\.id))
        return listed.filter { !ids.contains($0.id) }
    }
}

/// The TTLs of a zone that its caches go by, in seconds; negative ones count as 0.
///
/// Each is the largest that was in force since the last step of the rollover: what was cached before a TTL was lowered lives
/// on with the old one.
public struct ZoneTTLs: Hashable, Sendable {
    /// Of the DNSKEY set; in PowerDNS the SOA's minimum.
    public let dnskey: Int64
    /// The longest of any record set, negative answers included.
    public let longest: Int64

    public init(dnskey: Int64, longest: Int64) {
        self.dnskey = ttlClamped(dnskey)
        self.longest = max(ttlClamped(longest), ttlClamped(dnskey))
    }
}
