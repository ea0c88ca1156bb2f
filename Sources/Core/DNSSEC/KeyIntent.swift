/// One call to PowerDNS's cryptokeys that is about to be made: committed before the call, so that a death at any point is
/// answered by listing the keys again and comparing.
///
/// Making a key is the one call that cannot be repeated blindly: hence the ids seen, and hence a key is made unpublished
/// and inactive, so that one too many is of no use to anybody and may be deleted.
public struct KeyIntent: Hashable, Sendable {
    public let action: Action
    /// When the call was last about to be made.
    public let at: Timestamp
    /// The ids that PowerDNS listed before the first attempt.
    public let seen: Set<Int64>

    public init(_ action: Action, at: Timestamp, seen: Set<Int64>) {
        self.action = action
        self.at = at
        self.seen = seen
    }

    public enum Action: Hashable, Sendable {
        /// `POST`, neither active nor published.
        case make(SigningKey.Role, DNSSECAlgorithm)
        /// `PUT`: into the DNSKEY set; a KSK signs it, too.
        case publish(id: Int64)
        /// `PUT`: published and signing.
        case activate(id: Int64)
        /// `PUT`: published only.
        case retire(id: Int64)
        /// `DELETE`.
        case remove(id: Int64)
    }

    /// The key that the action is about; nil where it is yet to be made.
    public var keyID: Int64? {
        switch action {
        case .make: nil
        case .publish(let id), .activate(let id), .retire(let id), .remove(let id): id
        }
    }

    /// What the key's switches are to be; nil for making and removing.
    public func target(for role: SigningKey.Role) -> SigningKey.Served? {
        switch action {
        case .make, .remove: nil
        case .publish: SigningKey.Served(isPublished: true, isActive: role != .zsk)
        case .activate: SigningKey.Served(isPublished: true, isActive: true)
        case .retire: SigningKey.Served(isPublished: true, isActive: false)
        }
    }

    /// The same call once more: the ids seen stay those before the first attempt.
    func repeated(at now: Timestamp) -> KeyIntent { KeyIntent(action, at: now, seen: seen) }
}
