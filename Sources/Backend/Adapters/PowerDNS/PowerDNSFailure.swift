/// Why PowerDNS did not do what it was told.
public enum PowerDNSFailure: Error, Equatable, Sendable {
    /// Never reached: nothing has happened there.
    case unreachable(String)
    /// Sent, but not answered in time or not to the end: it may have happened or not.
    case unknownOutcome(String)
    /// The content is refused (422), in PowerDNS's words.
    case refused(String)
    /// The zone is not there (404).
    case noSuchZone
    /// The zone is there already (409).
    case zoneExists
    /// The API key is wrong (401).
    case wrongKey
    /// PowerDNS failed (5xx): a lock, or an argument that it could not stand.
    case broken(status: Int)
    /// An answer that is not PowerDNS's.
    case badAnswer(String)

    /// A short reason without addresses or credentials.
    public var reason: String {
        switch self {
        case .unreachable(let why): "PowerDNS cannot be reached: \(why)"
        case .unknownOutcome(let why): "PowerDNS did not answer: \(why)"
        case .refused(let words): "PowerDNS refuses it: \(words)"
        case .noSuchZone: "PowerDNS does not have the zone"
        case .zoneExists: "PowerDNS has a zone of that name already"
        case .wrongKey: "PowerDNS does not accept PDNS_API_KEY"
        case .broken(let status): "PowerDNS failed with status \(status)"
        case .badAnswer(let why): "PowerDNS answered something else: \(why)"
        }
    }
}
