/// When signing keys are replaced, and how long each step of it waits (RFC 6781 4.1, RFC 7583).
///
/// ```
/// ZSK, pre-publication:   make -> publish -> (DNSKEY TTL + delay) -> activate, retire the old one
///                         -> (longest TTL + delay) -> remove the old one
/// KSK, double signature:  make -> publish, signing -> (DNSKEY TTL + delay) -> DS submitted and seen
///                         -> (parent's DS TTL + delay) -> remove the old one
/// ```
/// Each wait counts from the moment at which the step before it was seen done, never from when it was due: a worker that
/// was down for a week does one step after the other and skips no wait.
public struct RolloverPolicy: Hashable, Sendable {
    /// How long a key is used, in seconds.
    public let kskLifetime: Int64
    public let zskLifetime: Int64
    /// How long before the end of a life its roll begins, in seconds.
    public let overlap: Int64
    /// How long a change takes to every server of the zone or of the parent, in seconds.
    public let propagationDelay: Int64
    /// After how many seconds a call to PowerDNS whose outcome is unknown can no longer take effect.
    public let callDeadline: Int64

    /// Negative figures count as 0.
    public init(
        kskLifetime: Int64 = 365 * 86_400,
        zskLifetime: Int64 = 30 * 86_400,
        overlap: Int64 = 7 * 86_400,
        propagationDelay: Int64 = 3600,
        callDeadline: Int64 = 60
    ) {
        self.kskLifetime = max(0, kskLifetime)
        self.zskLifetime = max(0, zskLifetime)
        self.overlap = max(0, overlap)
        self.propagationDelay = max(0, propagationDelay)
        self.callDeadline = max(0, callDeadline)
    }

    /// A look at the parent older than this is not acted on, in seconds.
    static let lookLife: Int64 = 3600

    /// A KSK is removed only right after a look, in seconds: what is removed does not come back.
    static let removalLookLife: Int64 = 300

    /// How long after a key was made an unknown unpublished one is taken for its twin, in seconds.
    static let twinLife: Int64 = 86_400

    /// The next step for `keys`. Asked again after each step, and whenever something may have changed.
    public func nextStep(for keys: ZoneKeys, at now: Timestamp) -> RolloverStep {
        if keys.state == .disabled { return removal(of: keys, at: now) }
        if let reason = keys.holdReason { return .hold(reason) }
        if let intent = keys.intent { return outcome(of: intent, in: keys, at: now) }
        if let twin = twin(in: keys, at: now) { return commit(.remove(id: twin.id), keys, now) }
        if keys.state == .pendingDS, let step = firstKeys(keys, at: now) { return step }
        let steps = [zoneSigningStep(keys, at: now), keySigningStep(keys, at: now)].compactMap { $0 }
        return mostUrgent(of: steps) ?? settledStep(keys, at: now)
    }

    /// When the roll of a key begins by itself: the overlap before the end of its life, but not before half of it, so that
    /// an overlap longer than the life does not make rolls without end.
    public func rollAt(_ key: SigningKey, as use: SigningKeyUse) -> Timestamp {
        let life = use == .keySigning ? kskLifetime : zskLifetime
        return key.stageSince.adding(seconds: max(life - min(overlap, life), life / 2))
    }

    /// When the key's life ends.
    public func expiry(of key: SigningKey) -> Timestamp {
        key.stageSince.adding(seconds: key.role == .zsk ? zskLifetime : kskLifetime)
    }

    /// Signing is off: what we have rows for is removed, one after the other. Keys of others stay.
    private func removal(of keys: ZoneKeys, at now: Timestamp) -> RolloverStep {
        if let intent = keys.intent {
            if case .remove = intent.action { return outcome(of: intent, in: keys, at: now) }
            // Whatever else was on its way is overtaken once it can no longer take effect; a key it made is taken in first.
            if made(by: intent, in: keys) != nil { return outcome(of: intent, in: keys, at: now) }
            let deadline = deadline(of: intent, at: now)
            return now < deadline ? .wait(until: deadline) : .record(KeyRecord(rows: keys.rows, event: nil))
        }
        if let twin = twin(in: keys, at: now) { return commit(.remove(id: twin.id), keys, now) }
        guard let row = keys.rows.first else { return .wait(until: nil) }
        return commit(.remove(id: row.id), keys, now)
    }

    /// What can be done goes before what has to wait, a doubt before a date.
    private func mostUrgent(of steps: [RolloverStep]) -> RolloverStep? {
        steps.min { rank($0) < rank($1) }
    }

    private func rank(_ step: RolloverStep) -> (Int, Timestamp) {
        switch step {
        case .record: (0, Timestamp(microseconds: .min))
        case .commit: (1, Timestamp(microseconds: .min))
        case .lookAtParent: (2, Timestamp(microseconds: .min))
        case .hold: (3, Timestamp(microseconds: .min))
        case .wait(let until): (4, until ?? Timestamp(microseconds: .max))
        }
    }

    func commit(_ action: KeyIntent.Action, _ keys: ZoneKeys, _ now: Timestamp) -> RolloverStep {
        .commit(KeyIntent(action, at: now, seen: Set(keys.listed.map(\.id))))
    }
}
