extension RolloverPolicy {
    /// The step that a ZSK on its way takes next (RFC 7583 3.2.1); nil when none is on its way and none is to be.
    func zoneSigningStep(_ keys: ZoneKeys, at now: Timestamp) -> RolloverStep? {
        if let key = keys.keys(.zsk, .made).first { return commit(.publish(id: key.id), keys, now) }
        if let key = keys.keys(.zsk, .published).first {
            // Signing before every cache has the key would make signatures that some validators cannot check.
            return after(key.readyAt, at: now) { commit(.activate(id: key.id), keys, now) }
        }
        let active = keys.keys(.zsk, .active)
        if active.count > 1, let newest = keys.newest(active), let old = active.first(where: { $0.id != newest.id }) {
            return after(newest.readyAt, at: now) { commit(.retire(id: old.id), keys, now) }
        }
        if let key = keys.keys(.zsk, .retired).first {
            return after(key.neededUntil, at: now) { commit(.remove(id: key.id), keys, now) }
        }
        // A CSK is split by a ZSK that takes over, whichever roll comes first.
        let isBeginning = keys.state == .rotatingZSK || (keys.state == .rotatingKSK && keys.combinedKey != nil)
        return isBeginning ? commit(.make(.zsk, keys.algorithmInUse), keys, now) : nil
    }

    /// `step`, once `moment` has come; a key without a moment has never been published, and waits for good.
    func after(_ moment: Timestamp?, at now: Timestamp, _ step: () -> RolloverStep) -> RolloverStep {
        guard let moment else { return .hold(.unfamiliarKeys) }
        return now < moment ? .wait(until: moment) : step()
    }
}
