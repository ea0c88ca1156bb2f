extension RolloverPolicy {
    /// The keys of a zone that is being signed: made, then put to use at once, the ZSK first. Nil when they are there.
    ///
    /// Nothing points at the zone yet, so no wait is needed between them; the DS waits (`ZoneKeys.dsSubmitAt`).
    func firstKeys(_ keys: ZoneKeys, at now: Timestamp) -> RolloverStep? {
        guard keys.combinedKey == nil else { return nil }
        if !keys.rows.contains(where: { $0.role == .ksk }) {
            return commit(.make(.ksk, keys.algorithmInUse), keys, now)
        }
        if !keys.rows.contains(where: { $0.role == .zsk }) {
            return commit(.make(.zsk, keys.algorithmInUse), keys, now)
        }
        for role in [SigningKey.Role.zsk, .ksk]
        where keys.rows.filter({ $0.role == role }).allSatisfy({ $0.stage == .made }) {
            if let key = keys.keys(role, .made).first { return commit(.activate(id: key.id), keys, now) }
        }
        return nil
    }

    /// No key is on its way: the DS is awaited, or a roll begins, or its date is.
    func settledStep(_ keys: ZoneKeys, at now: Timestamp) -> RolloverStep {
        guard let wanted = keys.wanted, wanted.stage == .active else { return .hold(.unfamiliarKeys) }
        switch keys.state {
        case .pendingDS:
            guard keys.watch.isFresh(for: wanted.id, within: Self.lookLife, at: now) else { return .lookAtParent }
            return keys.watch.hasFound(wanted.id)
                ? .record(KeyRecord(rows: keys.rows, event: .confirm)) : awaiting(keys)
        case .active: return beginning(keys, wanted: wanted, at: now)
        // Both have a key on its way, or make one: the steps before this one answer for them.
        case .rotatingKSK, .rotatingZSK, .disabled: return .hold(.unfamiliarKeys)
        }
    }

    /// The roll whose date came first begins. A KSK's needs a parent that answers and lists the present DS; a ZSK's has
    /// nothing to ask of the parent, and is kept back by a mismatch alone.
    private func beginning(_ keys: ZoneKeys, wanted: SigningKey, at now: Timestamp) -> RolloverStep {
        guard let signing = keys.keys(.zsk, .active).first ?? keys.combinedKey else { return .hold(.unfamiliarKeys) }
        let (kskDate, zskDate) = (rollAt(wanted, as: .keySigning), rollAt(signing, as: .zoneSigning))
        let (kskIsDue, zskIsDue) = (kskDate <= now, zskDate <= now)
        guard kskIsDue || zskIsDue else { return .wait(until: min(kskDate, zskDate)) }
        if zskIsDue, keys.watch.finding == .mismatch { return .hold(.parentMismatch) }
        let zskStep = RolloverStep.record(begin(.zoneSigning, keys))
        if zskIsDue, !kskIsDue || zskDate <= kskDate { return zskStep }
        guard keys.watch.isFresh(for: wanted.id, within: Self.lookLife, at: now) else { return .lookAtParent }
        if keys.watch.hasFound(wanted.id) { return .record(begin(.keySigning, keys)) }
        return zskIsDue ? zskStep : .hold(doubt(in: keys.watch))
    }

    private func begin(_ use: SigningKeyUse, _ keys: ZoneKeys) -> KeyRecord {
        KeyRecord(rows: keys.rows, event: .rotate(use, keysAreSettled: true))
    }
}
