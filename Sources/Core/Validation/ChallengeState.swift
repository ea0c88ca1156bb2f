/// Where a challenge is on its way, and what may become of it.
///
/// ```
/// pending   -> verifying, expired, cancelled
/// verifying -> validated, failed
/// failed    -> verifying, expired, cancelled
/// validated, expired, cancelled: the end
/// ```
public enum ChallengeState: String, Hashable, Sendable, CaseIterable {
    case pending
    case verifying
    case failed
    case validated
    case expired
    case cancelled

    /// What befalls a challenge.
    public enum Event: Hashable, Sendable, CaseIterable {
        case checkBegan
        case checkPassed
        /// Also when a check was put off or its worker died.
        case checkFailed
        case lifeEnded
        /// A newer challenge, another holder of the name, or the end of the zone.
        case wasCancelled
    }

    /// Whether a check may begin.
    public var isOpen: Bool { self == .pending || self == .failed }

    /// - Throws: ``ChallengeRefusal`` for an event that cannot befall this state.
    public func after(_ event: Event) throws(ChallengeRefusal) -> ChallengeState {
        switch (self, event) {
        case (.pending, .checkBegan), (.failed, .checkBegan): .verifying
        case (.verifying, .checkPassed): .validated
        case (.verifying, .checkFailed): .failed
        case (.pending, .lifeEnded), (.failed, .lifeEnded): .expired
        case (.pending, .wasCancelled), (.failed, .wasCancelled): .cancelled
        default: throw ChallengeRefusal(state: self, event: event)
        }
    }
}

/// An event that a challenge in this state cannot take.
public struct ChallengeRefusal: Error, Equatable {
    public let state: ChallengeState
    public let event: ChallengeState.Event
}
