@testable import Core

/// One of the sets that validators cache, as it was served from one moment to the next.
struct ServedVersion<Content: Hashable & Sendable>: Sendable {
    let content: Content
    /// Seconds.
    let from: Int64
    /// Nil while it is served.
    var until: Int64?
    let ttl: Int64
}

/// Everything that was ever served of one kind, oldest first.
struct ServedHistory<Content: Hashable & Sendable>: Sendable {
    private(set) var versions: [ServedVersion<Content>]
    /// How long a change takes to the last server, in seconds.
    let lag: Int64

    init(_ content: Content, ttl: Int64, lag: Int64) {
        versions = [ServedVersion(content: content, from: .min / 4, until: nil, ttl: ttl)]
        self.lag = lag
    }

    var current: ServedVersion<Content> { versions[versions.count - 1] }

    mutating func serve(_ content: Content, ttl: Int64, at now: Int64) {
        guard content != current.content || ttl != current.ttl else { return }
        versions[versions.count - 1].until = now
        versions.append(ServedVersion(content: content, from: now, until: nil, ttl: ttl))
    }

    /// What some cache in the world may hold at that moment: what is served, and what the slowest server handed out last,
    /// for its whole TTL.
    func cached(at now: Int64) -> Set<Content> {
        Set(versions.filter { $0.from <= now && now < ($0.until ?? .max / 4) + lag + $0.ttl }.map(\.content))
    }
}

/// A DNSKEY set with its signatures, which travel together.
struct KeySet: Hashable, Sendable {
    let published: Set<Int64>
    let signers: Set<Int64>
}

/// The three things that a validator puts together, each from a cache of its own age.
struct CacheHistory: Sendable {
    /// Keys that the parent's DS set points at; empty: the zone is insecure, and that is fine.
    var signersAtParent: ServedHistory<Set<Int64>>
    var keys: ServedHistory<KeySet>
    /// Keys that signed the zone's records; empty: unsigned.
    var signatures: ServedHistory<Set<Int64>>

    /// The first moment at which some combination of cached sets has no chain of trust; nil when there is none.
    ///
    /// More combinations than at a version's beginning there never are: caches only empty until the next one begins.
    func firstBreak() -> String? {
        let moments = Set(
            signersAtParent.versions.map(\.from) + keys.versions.map(\.from) + signatures.versions.map(\.from)
        ).sorted()
        for moment in moments {
            for signers in signersAtParent.cached(at: moment) where !signers.isEmpty {
                for set in keys.cached(at: moment) {
                    // RFC 4035 5.2: a key that the DS points at, in the set, that has signed the set.
                    let isTrusted = !signers.intersection(set.published).isDisjoint(with: set.signers)
                    for signed in signatures.cached(at: moment) {
                        // RFC 4035 5.3: a signature of a key in the set.
                        guard isTrusted, !signed.isDisjoint(with: set.published) else {
                            return "at \(moment): DS \(signers.sorted()), DNSKEY \(set.published.sorted()) signed by "
                                + "\(set.signers.sorted()), records signed by \(signed.sorted())"
                        }
                    }
                }
            }
        }
        return nil
    }
}

/// Numbers that look random and are the same in each run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// Another factor than the step: else each seed would give the next one's numbers, shifted by one.
    init(seed: UInt64) {
        state = (seed &+ 1) &* 0xD1B5_4A32_D192_ED03
        state ^= state >> 29
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True in so many of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func seconds(upTo maximum: Int64) -> Int64 { Int64.random(in: 0...max(0, maximum), using: &self) }
}
