@testable import Core

/// A zone, its PowerDNS, its parent and the worker, played through time with crashes, silences and delays.
struct SimulatedZone {
    /// What goes wrong on purpose, to show that the simulation would notice.
    enum Fault: CaseIterable {
        case dnskeyTTLIgnored
        case longestTTLIgnored
        case parentTTLIgnored
        case delayIgnored
        case submittedTooEarly
        case switchedOffTooEarly
    }

    /// How the parent comes to a new DS set.
    enum Registrar: CaseIterable {
        /// A person replaces the set once the new DS may be submitted.
        case replaces
        /// A person adds the new DS, perhaps at once, and takes the old one out when the roll is through.
        case adds
        /// The registry takes over what the CDS set says.
        case scans
    }

    var numbers: SeededNumbers
    let fault: Fault?
    let registrar: Registrar
    let policy: RolloverPolicy
    var now: Int64 = 0
    var powerDNS = SimulatedPowerDNS()
    var history: CacheHistory
    var keys: ZoneKeys
    var cds = CDSPublication.none
    var isSwitchingOff = false
    var rolled: [SigningKeyUse: Int] = [:]
    var holds: Set<HoldReason> = []
    private let lag: Int64
    private let zone: DomainName
    private var registrarActsAt: Int64 = .max
    private var hasSeenCurrent = false
    private var keyPairs: [Int64: (key: PublicSigningKey, signer: DelegationSigner)] = [:]

    init(seed: UInt64, fault: Fault? = nil, startsWithCSK: Bool = false) throws {
        zone = try DomainName("example.org.")
        var numbers = SeededNumbers(seed: seed)
        self.fault = fault
        registrar = fault == .submittedTooEarly ? .replaces : Registrar.allCases[Int(seed % 3)]
        lag = numbers.seconds(upTo: 7200)
        let ttls = (dnskey: numbers.seconds(upTo: 172_800), longest: numbers.seconds(upTo: 259_200))
        policy = RolloverPolicy(
            kskLifetime: 50 * 86_400,
            zskLifetime: 14 * 86_400,
            overlap: 5 * 86_400,
            propagationDelay: fault == .delayIgnored ? 0 : lag
        )
        let longest = max(ttls.longest, ttls.dnskey)
        history = CacheHistory(
            signersAtParent: ServedHistory([], ttl: numbers.seconds(upTo: 345_600), lag: lag),
            keys: ServedHistory(KeySet(published: [], signers: []), ttl: ttls.dnskey, lag: lag),
            signatures: ServedHistory([], ttl: longest, lag: lag)
        )
        let believed = ZoneTTLs(
            dnskey: fault == .dnskeyTTLIgnored ? 0 : ttls.dnskey,
            longest: fault == .longestTTLIgnored ? 0 : longest
        )
        keys = ZoneKeys(state: .pendingDS, algorithm: .ecdsaP256, ttls: believed)
        self.numbers = numbers
        if startsWithCSK { try adoptCSK(believed, ttls.dnskey, longest) }
    }

    private mutating func adoptCSK(_ believed: ZoneTTLs, _ dnskeyTTL: Int64, _ longest: Int64) throws {
        let id = powerDNS.add(isSecureEntryPoint: true, isActive: true)
        history = CacheHistory(
            signersAtParent: ServedHistory([id], ttl: numbers.seconds(upTo: 345_600), lag: lag),
            keys: ServedHistory(KeySet(published: [id], signers: [id]), ttl: dnskeyTTL, lag: lag),
            signatures: ServedHistory([id], ttl: longest, lag: lag)
        )
        keys = try ZoneKeys.adopting(
            powerDNS.listed,
            isDelegated: true,
            ttls: believed,
            delay: policy.propagationDelay,
            at: Timestamp(seconds: 0)
        )
    }

    /// Plays until `end` (seconds).
    mutating func play(until end: Int64) {
        while now < end { turn() }
    }

    /// Plays until `end` (seconds), then switches DNSSEC off and plays on until the keys are gone.
    mutating func run(until end: Int64) {
        play(until: end)
        isSwitchingOff = true
        keys.doubts = [.switchingOff]
        while keys.state != .disabled || !keys.rows.isEmpty, now < end + 200 * 86_400 { turn() }
    }

    /// One round of the worker, and what happens until it looks again.
    private mutating func turn() {
        keys.listed = powerDNS.listed
        let pause: Int64
        let step = policy.nextStep(for: keys, at: Timestamp(seconds: now))
        switch step {
        case .wait(let until):
            let due = until?.seconds ?? now + 3600
            pause =
                max(1, due - now)
                + (numbers.chance(10) ? numbers.seconds(upTo: 14 * 86_400) : numbers.seconds(upTo: 900))
        case .hold(let reason):
            holds.insert(reason)
            lookAtParent()
            pause = 3600
        case .lookAtParent:
            lookAtParent()
            pause = 1
        case .commit(let intent): pause = carryOut(intent)
        case .record(let record):
            if !numbers.chance(10) { note(record) }
            pause = numbers.chance(90) ? 1 : numbers.seconds(upTo: 8 * 86_400)
        }
        if isSwitchingOff { switchOff() }
        callersAct()
        // Somebody looks now and then in between, too: that is another job of the worker.
        if numbers.chance(20) { lookAtParent() }
        advance(to: now + pause)
    }

    /// Commits and calls; the worker or the connection may die at any point.
    private mutating func carryOut(_ intent: KeyIntent) -> Int64 {
        keys = keys.committing(intent)
        switch Int.random(in: 0..<10, using: &numbers) {
        case 0: return numbers.seconds(upTo: 8 * 86_400)
        case 1: return 1
        case 2:
            // A call that makes a key may even take effect after a second one was made.
            var delay = numbers.seconds(upTo: policy.callDeadline - 1)
            if case .make = intent.action { delay *= 3 }
            powerDNS.postpone(intent.action, until: now + delay)
            return 1
        default:
            powerDNS.perform(intent.action)
            serve(at: now)
            return numbers.chance(85) ? 1 : numbers.seconds(upTo: 8 * 86_400)
        }
    }

    private mutating func note(_ record: KeyRecord) {
        guard let next = try? keys.recording(record) else { return }
        let wasKSK = keys.keys(.ksk, .retired).count
        if record.event == .zskRolled { rolled[.zoneSigning, default: 0] += 1 }
        keys = next
        if keys.keys(.ksk, .retired).count < wasKSK { rolled[.keySigning, default: 0] += 1 }
    }

    /// What people do out of turn: rotate by hand, and say that the DS is published before it was seen.
    private mutating func callersAct() {
        guard !isSwitchingOff else { return }
        if numbers.chance(1), keys.intent == nil {
            let use: SigningKeyUse = numbers.chance(50) ? .zoneSigning : .keySigning
            if let state = try? keys.state.after(.rotate(use, keysAreSettled: keys.areSettled)) { keys.state = state }
        }
        if keys.state == .rotatingKSK, numbers.chance(1), let state = try? keys.state.after(.confirm) {
            keys.state = state
        }
    }

    // MARK: the parent

    private mutating func key(_ id: Int64) -> (key: PublicSigningKey, signer: DelegationSigner)? {
        if let known = keyPairs[id] { return known }
        let octets = (0..<64).map { UInt8(truncatingIfNeeded: id &* 31 &+ Int64($0)) }
        guard let key = PublicSigningKey(flags: 257, algorithm: .ecdsaP256, publicKey: octets),
            let signer = key.delegationSigner(at: zone, digestType: .sha256)
        else { return nil }
        keyPairs[id] = (key, signer)
        return (key, signer)
    }

    private mutating func lookAtParent() {
        let moment = Timestamp(seconds: now)
        let wanted = keys.wanted
        guard !numbers.chance(15) else {
            keys.watch = keys.watch.noting(.silent, finding: .unknown, wanted: wanted?.id, at: moment)
            return
        }
        // One of the parent's servers answers, perhaps one that is behind.
        let versions = history.signersAtParent.versions.filter { $0.until == nil || now < ($0.until ?? 0) + lag }
        let version = versions.randomElement(using: &numbers) ?? history.signersAtParent.current
        if version.until == nil { hasSeenCurrent = true }
        let signers = version.content.compactMap { key($0)?.signer }
        let answer = ParentAnswer.listed(signers, ttl: fault == .parentTTLIgnored ? 0 : version.ttl)
        let published = keys.rows.filter { $0.role.isSecureEntryPoint && $0.stage != .made }
        let finding = DSAtParent(
            answer,
            zone: zone,
            published: published.compactMap { key($0.id)?.key },
            wanted: [wanted].compactMap { $0 }.filter { $0.stage != .made }.compactMap { key($0.id)?.key }
        )
        keys.watch = keys.watch.noting(answer, finding: finding, wanted: wanted?.id, at: moment)
        cds = keys.publication(after: cds, isWanted: true)
    }

    /// The set that the registrar would have at the parent now, if it came to look.
    private var submission: Set<Int64>? {
        if isSwitchingOff { return [] }
        guard let wanted = keys.wanted, wanted.stage != .made else { return nil }
        let listed = history.signersAtParent.current.content
        let isReady = now >= (keys.dsSubmitAt?.seconds ?? .max) || fault == .submittedTooEarly
        // The first DS waits in any case: caches may hold the zone unsigned.
        if listed.isEmpty { return isReady ? [wanted.id] : nil }
        switch registrar {
        case .replaces: return isReady ? [wanted.id] : nil
        case .adds: return wanted.stage == .published ? listed.union([wanted.id]) : [wanted.id]
        case .scans:
            return cds == .keys
                ? Set(powerDNS.listed.filter { $0.isSecureEntryPoint && $0.served.isPublished }.map(\.id)) : nil
        }
    }

    private mutating func switchOff() {
        lookAtParent()
        let moment = Timestamp(seconds: now)
        let listing = keys.watch.listing(at: moment, delay: policy.propagationDelay)
        let force = fault == .switchedOffTooEarly && history.signersAtParent.current.content.isEmpty
        if let state = try? keys.state.after(.disable(listing, force: force)), state != keys.state {
            keys.state = state
            keys.doubts = []
        }
    }

    // MARK: time

    private mutating func advance(to moment: Int64) {
        while true {
            let nextLate = powerDNS.late.map(\.at).min() ?? .max
            let next = min(nextLate, registrarActsAt, moment)
            guard next < moment || nextLate == moment else { break }
            now = max(now, next)
            if nextLate <= now, let call = powerDNS.takeLate(upTo: now) {
                powerDNS.perform(call.action)
                serve(at: now)
            } else {
                act()
            }
        }
        now = moment
        if registrarActsAt == .max, let set = submission, set != history.signersAtParent.current.content {
            registrarActsAt = now + numbers.seconds(upTo: numbers.chance(50) ? 600 : 12 * 86_400)
        }
    }

    private mutating func act() {
        // A DS set that comes and goes between two looks, with a TTL of its own, nobody here can know of.
        guard hasSeenCurrent else {
            registrarActsAt = now + 600
            return
        }
        registrarActsAt = .max
        guard let set = submission else { return }
        hasSeenCurrent = false
        history.signersAtParent.serve(set, ttl: numbers.seconds(upTo: 345_600), at: now)
    }

    private mutating func serve(at moment: Int64) {
        history.keys.serve(
            KeySet(published: powerDNS.published, signers: powerDNS.keySetSigners),
            ttl: history.keys.current.ttl,
            at: moment
        )
        history.signatures.serve(powerDNS.recordSigners, ttl: history.signatures.current.ttl, at: moment)
    }
}
