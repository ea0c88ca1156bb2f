extension RolloverPolicy {
    /// What became of a call: its effect is seen and written down, or it is made again once the first attempt can no longer
    /// take effect.
    func outcome(of intent: KeyIntent, in keys: ZoneKeys, at now: Timestamp) -> RolloverStep {
        if let record = effect(of: intent, in: keys, at: now) { return .record(record) }
        let deadline = deadline(of: intent, at: now)
        guard now >= deadline else { return .wait(until: deadline) }
        if case .remove(let id) = intent.action, let key = keys.keys(.ksk, .retired).first(where: { $0.id == id }),
            keys.state != .disabled
        {
            // The parent may have changed its mind since the first attempt.
            let step = retirement(of: key, keys, at: now)
            guard case .commit = step else { return step }
        }
        return .commit(intent.repeated(at: now))
    }

    /// When the intent's call can no longer take effect. The clock may have been set back: then the intent lies ahead, and
    /// waiting for it might never end.
    func deadline(of intent: KeyIntent, at now: Timestamp) -> Timestamp {
        intent.at > now ? now : intent.at.adding(seconds: callDeadline)
    }

    /// The key that `intent` has made: unknown, not there before the first attempt, of no use yet, and of the kind that was
    /// asked for. The first, if the call took effect twice; the other is its twin.
    func made(by intent: KeyIntent, in keys: ZoneKeys) -> ListedKey? {
        guard case .make(let role, let algorithm) = intent.action else { return nil }
        return keys.unknown.filter { key in
            !intent.seen.contains(key.id) && key.algorithm == algorithm
                && key.isSecureEntryPoint == role.isSecureEntryPoint
                && key.served == SigningKey.Served(isPublished: false, isActive: false)
        }.min { $0.id < $1.id }
    }

    /// A second key of a call that took effect twice. Nobody uses it, so it may go at once.
    func twin(in keys: ZoneKeys, at now: Timestamp) -> ListedKey? {
        let recent = keys.makings.filter { now < $0.at.adding(seconds: Self.twinLife) }
        return recent.lazy.compactMap { made(by: $0, in: keys) }.first
    }

    private func effect(of intent: KeyIntent, in keys: ZoneKeys, at now: Timestamp) -> KeyRecord? {
        if case .make(let role, let algorithm) = intent.action {
            guard let key = made(by: intent, in: keys) else { return nil }
            let row = SigningKey(id: key.id, role: role, algorithm: algorithm, stage: .made, createdAt: now)
            return KeyRecord(rows: keys.rows + [row], event: nil)
        }
        guard let id = intent.keyID else { return nil }
        let listed = keys.listed.first { $0.id == id }
        if case .remove = intent.action {
            guard listed == nil else { return nil }
            return record(keys.rows.filter { $0.id != id }, of: keys)
        }
        guard let row = keys.rows.first(where: { $0.id == id }), listed?.served == intent.target(for: row.role) else {
            return nil
        }
        return record(rows(of: keys, with: row, after: intent.action, at: now), of: keys)
    }

    /// The rows, and the end of a ZSK roll where they show it.
    private func record(_ rows: [SigningKey], of keys: ZoneKeys) -> KeyRecord {
        var next = keys
        next.rows = rows
        let hasRolled = keys.state == .rotatingZSK && next.areSettled(.zoneSigning) && !next.keys(.zsk, .active).isEmpty
        return KeyRecord(rows: rows, event: hasRolled ? .zskRolled : nil)
    }

    private func rows(
        of keys: ZoneKeys,
        with row: SigningKey,
        after action: KeyIntent.Action,
        at now: Timestamp
    ) -> [SigningKey] {
        let inEveryCache = now.adding(seconds: keys.ttls.dnskey).adding(seconds: propagationDelay)
        let signaturesGone = now.adding(seconds: keys.ttls.longest).adding(seconds: propagationDelay)
        return keys.rows.map { other in
            var key = other
            if key.id == row.id {
                key.stageSince = now
                switch action {
                case .publish:
                    key.stage = .published
                    key.readyAt = inEveryCache
                case .activate:
                    key.stage = .active
                    // A key that comes into use at once makes an unsigned zone signed: the DS waits until no cache holds
                    // anything of the zone without a signature.
                    key.readyAt = key.readyAt ?? signaturesGone
                case .retire:
                    key.stage = .retired
                    key.neededUntil = signaturesGone
                case .make, .remove: break
                }
            } else if key.role == .csk, row.role == .zsk, action == .activate(id: row.id) {
                // With an active ZSK of its algorithm beside it, PowerDNS signs with the CSK the DNSKEY set alone; what it
                // signed before may be cached.
                key.role = .ksk
                key.neededUntil = signaturesGone
            }
            return key
        }
    }
}
