extension RolloverPolicy {
    /// The step that a KSK on its way takes next (RFC 7583 3.3.1); nil when none is on its way and none is to be.
    func keySigningStep(_ keys: ZoneKeys, at now: Timestamp) -> RolloverStep? {
        // A CSK signs the zone's data too: it rolls as a KSK only after a ZSK has taken that over.
        if keys.combinedKey != nil { return nil }
        if let key = keys.keys(.ksk, .made).first { return commit(.publish(id: key.id), keys, now) }
        if let key = keys.keys(.ksk, .published).first { return submission(of: key, keys, at: now) }
        if let key = keys.keys(.ksk, .retired).first { return retirement(of: key, keys, at: now) }
        return keys.state == .rotatingKSK ? commit(.make(.ksk, keys.algorithmInUse), keys, now) : nil
    }

    /// The new KSK signs beside the old one until its DS has been seen; without limit.
    private func submission(of key: SigningKey, _ keys: ZoneKeys, at now: Timestamp) -> RolloverStep {
        guard keys.watch.isFresh(for: key.id, within: Self.lookLife, at: now) else { return .lookAtParent }
        guard keys.watch.hasFound(key.id) else { return awaiting(keys) }
        let record = RolloverStep.record(succession(of: key, keys, at: now))
        // That the roll is confirmed tells people that the old DS may go; but until every cache has the new key the old DS
        // is what keeps the chain. Where it has gone already there is nothing to keep.
        return keys.watch.finding == .extra ? after(key.readyAt, at: now) { record } : record
    }

    /// The new key is the zone's KSK; the others serve on until no cache needs them.
    private func succession(of key: SigningKey, _ keys: ZoneKeys, at now: Timestamp) -> KeyRecord {
        let rows = keys.rows.map { other in
            var row = other
            guard row.role == .ksk, row.stage == .active || row.id == key.id else { return row }
            row.stage = row.id == key.id ? .active : .retired
            row.stageSince = now
            return row
        }
        // A caller's confirmation may have moved the state already.
        return KeyRecord(rows: rows, event: keys.state == .rotatingKSK ? .confirm : nil)
    }

    /// The old KSK goes when no cache can hold a DS set without the new one, nor a DNSKEY set without it, nor anything that
    /// the old key signed as a CSK; and only while the parent is seen to list the new one.
    ///
    /// The old DS may still stand there beside the new one. That is no reason to keep the key: one DS that leads to a key of
    /// the set is enough for a validator (RFC 4035 5.2), and the parent may wait for the CDS set, which lists every
    /// published KSK, before it takes the old one out.
    func retirement(of key: SigningKey, _ keys: ZoneKeys, at now: Timestamp) -> RolloverStep {
        guard let stays = keys.wanted, stays.stage == .active else { return .hold(.unfamiliarKeys) }
        guard keys.watch.hasFound(stays.id), let othersGoneAt = keys.watch.othersGoneAt else {
            guard keys.watch.isFresh(for: stays.id, within: Self.lookLife, at: now) else { return .lookAtParent }
            return .hold(doubt(in: keys.watch))
        }
        let moments = [othersGoneAt.adding(seconds: propagationDelay), key.neededUntil, stays.readyAt]
        let due = moments.compactMap { $0 }.max() ?? now
        guard now >= due else { return .wait(until: due) }
        guard keys.watch.isFresh(for: stays.id, within: Self.removalLookLife, at: now) else { return .lookAtParent }
        return commit(.remove(id: key.id), keys, now)
    }

    /// When the old KSK of a roll may go, as far as that is known now; nil while the new one's DS has not been seen.
    public func removalDue(of key: SigningKey, in keys: ZoneKeys) -> Timestamp? {
        guard key.role != .zsk else { return key.neededUntil }
        guard key.stage == .retired, let stays = keys.wanted, keys.watch.hasFound(stays.id) else { return nil }
        return [keys.watch.othersGoneAt?.adding(seconds: propagationDelay), key.neededUntil, stays.readyAt]
            .compactMap { $0 }.max()
    }

    /// A DS is awaited: the next look, or the doubt that the last one left.
    func awaiting(_ keys: ZoneKeys) -> RolloverStep {
        switch keys.watch.finding {
        case .unknown: .hold(.parentSilent)
        case .mismatch: .hold(.parentMismatch)
        case .missing, .ok, .extra: .wait(until: keys.watch.lookedAt?.adding(seconds: Self.lookLife))
        }
    }

    func doubt(in watch: ParentWatch) -> HoldReason {
        switch watch.finding {
        case .unknown: .parentSilent
        case .mismatch: .parentMismatch
        case .missing, .ok, .extra: .parentLacksWanted
        }
    }
}
