/// What all transfers of one client share.
struct ClientSettings: Sendable {
    let maximumConnectionsPerHost: Int
    let maximumQueued: Int
    let connectTimeout: Duration
    let userAgent: String
    /// Replaces the system's certificates where given.
    let caFile: String?
}

extension Duration {
    /// In milliseconds rounded up, between 0 and a day: what curl takes.
    var milliseconds: Int {
        guard self > .zero else { return 0 }
        guard self < .seconds(86_400) else { return 86_400_000 }
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
