/// What a zone waits for at its parent, in the words of OpenDNSSEC.
public enum ParentWait: String, Hashable, Sendable, CaseIterable {
    /// The DS may be submitted, and the parent does not list it.
    case dsSubmit = "ds-submit"
    /// The parent lists it, beside others or too early, and the roll is not confirmed yet.
    case dsSeen = "ds-seen"
    /// The old DS, or every DS of a zone that is being switched off, is to be withdrawn.
    case dsRetract = "ds-retract"
    /// The old DS is gone from the parent, not yet from caches.
    case dsGone = "ds-gone"
}

extension ZoneKeys {
    /// What is waited for at the parent now; nil when nothing is, or when a DS is not to be submitted yet.
    public func parentWait(at now: Timestamp) -> ParentWait? {
        guard state != .disabled, let wanted else { return nil }
        if doubts.contains(.switchingOff) { return watch.isListed == false ? .dsGone : .dsRetract }
        let isFound = watch.hasFound(wanted.id)
        if wanted.stage == .published || state == .pendingDS {
            if isFound { return .dsSeen }
            guard let dsSubmitAt, dsSubmitAt <= now else { return nil }
            return .dsSubmit
        }
        guard keys(.ksk, .retired).first != nil else { return isFound && watch.finding == .extra ? .dsRetract : nil }
        return isFound && watch.finding == .ok ? .dsGone : .dsRetract
    }
}
