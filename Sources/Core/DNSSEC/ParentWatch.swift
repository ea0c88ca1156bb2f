/// What the looks at the parent's DS set have shown so far.
///
/// A value that is folded over the looks, oldest first, and kept with the zone. It knows the one thing that no single look
/// tells: when the last DS set *without* the wanted key has left every cache.
///
/// A DS set that came and went between two looks, with a longer TTL than those seen, it cannot know of.
public struct ParentWatch: Hashable, Sendable {
    /// The key, by PowerDNS's id, whose DS is wanted; looks made for another key say nothing about this one.
    public private(set) var wanted: Int64?
    /// What the last look found; ``DSAtParent/unknown`` before the first.
    public private(set) var finding = DSAtParent.unknown
    public private(set) var lookedAt: Timestamp?
    /// Since when every answer has had all wanted.
    public private(set) var wantedSince: Timestamp?
    /// When no cache holds a DS set without the wanted key any more, the parent's own delay not counted; nil while the
    /// parent lacks it.
    public private(set) var othersGoneAt: Timestamp?
    /// What the last answer showed, silences left out; nil before the first.
    public private(set) var answered: DSAtParent?
    /// Since when each answer has shown that: what alarms count from.
    public private(set) var answeredSince: Timestamp?
    /// Whether the last answer (silence is none) had any DS; nil before the first.
    public private(set) var isListed: Bool?
    /// When a DS set that was seen may last be in a cache; nil when none was.
    public private(set) var cachedUntil: Timestamp?
    /// The largest TTL of a set that was seen lately, and when: the parent's servers may differ for a while, and the one with
    /// the longer TTL may be heard first.
    private var peakTTL: Int64 = 0
    private var peakAt: Timestamp?

    public init() {}

    /// Takes what was kept in the database.
    public init(restoring parts: Parts) {
        wanted = parts.wanted
        finding = parts.finding
        lookedAt = parts.lookedAt
        wantedSince = parts.wantedSince
        othersGoneAt = parts.othersGoneAt
        answered = parts.answered
        answeredSince = parts.answeredSince
        isListed = parts.isListed
        cachedUntil = parts.cachedUntil
        peakTTL = parts.peakTTL
        peakAt = parts.peakAt
    }

    /// The watch after one more look. `finding` judges `answer` with `key` wanted.
    public func noting(
        _ answer: ParentAnswer, finding: DSAtParent, wanted key: Int64?, at now: Timestamp
    ) -> ParentWatch {
        var next = self
        if key != wanted {
            next.wanted = key
            next.wantedSince = nil
            next.othersGoneAt = nil
        }
        next.lookedAt = now
        next.finding = finding
        // Silence is no sign that anything changed: what was known stays, and the rollover holds meanwhile.
        guard case .listed(let signers, let ttl) = answer else { return next }
        let seconds = ttlClamped(ttl)
        if finding != answered { next.answeredSince = now }
        next.answered = finding
        if !finding.hasAllWanted {
            next.wantedSince = nil
            next.othersGoneAt = nil
        } else if next.wantedSince == nil {
            next.wantedSince = now
            // A set without the wanted key may have been fetched until just now, with the TTL it had then; and one that an
            // earlier look saw may have had a longer one.
            next.othersGoneAt = latest(cachedUntil, now.adding(seconds: max(peakTTL, seconds)))
        }
        next.isListed = !signers.isEmpty
        // The set of the last look may have been handed out until just now.
        if !signers.isEmpty || isListed == true {
            next.cachedUntil = latest(
                cachedUntil, now.adding(seconds: signers.isEmpty ? peakTTL : max(peakTTL, seconds)))
        }
        if !signers.isEmpty, seconds >= peakTTL || peakAt.map({ $0.adding(seconds: 86_400) <= now }) ?? true {
            next.peakTTL = seconds
            next.peakAt = now
        }
        return next
    }

    /// What the last look found; ``DSAtParent/unknown`` when it was made for another key.
    public func finding(for key: Int64?) -> DSAtParent { wanted == key ? finding : .unknown }

    /// Whether the last look found all wanted, and was made for this key.
    public func hasFound(_ key: Int64) -> Bool { wanted == key && finding.hasAllWanted && wantedSince != nil }

    /// Whether a look was made in the last `seconds` for this key.
    public func isFresh(for key: Int64, within seconds: Int64, at now: Timestamp) -> Bool {
        guard wanted == key, let lookedAt else { return false }
        return lookedAt <= now && now < lookedAt.adding(seconds: seconds)
    }

    /// Whether a DS of the zone may still lead validators to it; `delay` is the parent's propagation in seconds.
    public func listing(at now: Timestamp, delay: Int64) -> DSListing {
        switch isListed {
        // What was listed when the parent last spoke counts as listed, also when it is silent now.
        case true?: return .listed
        case nil: return .unknown
        case false?:
            guard finding != .unknown else { return .unknown }
            guard let until = cachedUntil?.adding(seconds: max(0, delay)), now < until else { return .gone }
            return .mayBeCached(until: until)
        }
    }

    private func latest(_ one: Timestamp?, _ other: Timestamp) -> Timestamp {
        one.map { max($0, other) } ?? other
    }
}

extension ParentWatch {
    /// The watch's fields as a database keeps them.
    public struct Parts: Hashable, Sendable {
        public var wanted: Int64?
        public var finding = DSAtParent.unknown
        public var lookedAt: Timestamp?
        public var wantedSince: Timestamp?
        public var othersGoneAt: Timestamp?
        public var answered: DSAtParent?
        public var answeredSince: Timestamp?
        public var isListed: Bool?
        public var cachedUntil: Timestamp?
        /// Largest TTL of a set that was seen lately, in seconds, and when.
        public var peakTTL: Int64 = 0
        public var peakAt: Timestamp?

        public init() {}
    }

    public var parts: Parts {
        var parts = Parts()
        parts.wanted = wanted
        parts.finding = finding
        parts.lookedAt = lookedAt
        parts.wantedSince = wantedSince
        parts.othersGoneAt = othersGoneAt
        parts.answered = answered
        parts.answeredSince = answeredSince
        parts.isListed = isListed
        parts.cachedUntil = cachedUntil
        parts.peakTTL = peakTTL
        parts.peakAt = peakAt
        return parts
    }
}

/// Whether the parent leads validators to a zone: what switching off has to know.
public enum DSListing: Hashable, Sendable {
    /// The parent lists a DS, or did when it last answered.
    case listed
    /// No longer, but caches may hold one until then.
    case mayBeCached(until: Timestamp)
    /// None, neither there nor in caches.
    case gone
    /// The parent does not answer and never showed a DS.
    case unknown
}

/// A TTL in seconds, kept to what RFC 2181 8 allows: 0 to 2^31-1.
func ttlClamped(_ ttl: Int64) -> Int64 { min(max(ttl, 0), 2_147_483_647) }
