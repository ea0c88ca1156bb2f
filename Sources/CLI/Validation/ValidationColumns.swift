import API
import Core

/// What is shown of a challenge and of the look for it.
enum ValidationColumns {
    /// The record to publish and how long it counts; shown with a zone too.
    static let challenge: [Column<Validation>] = [
        Column(name: "challenge_name", text: { $0.dnsRecord.name + "." }),
        Column(name: "challenge_type", text: \.dnsRecord.type),
        Column(name: "challenge_value", text: \.dnsRecord.value),
        Column(name: "challenge_ttl", text: { String($0.dnsRecord.ttl) }),
        Column(name: "challenge_expires_at", text: \.expiresAt.description),
    ]

    static let detail: [Column<Validation>] =
        challenge + [
            Column(name: "status", text: \.status.rawValue, style: { style(of: $0.status) }),
            Column(name: "attempts", text: { String($0.attempts) }),
            Column(name: "last_checked_at", text: { $0.lastCheckedAt?.description ?? "" }),
            Column(name: "last_message", text: { $0.lastMessage ?? "" }),
            Column(name: "next_check_at", text: { $0.nextCheckAt?.description ?? "" }),
            Column(name: "created_at", text: \.createdAt.description),
            Column(name: "id", text: \.id),
        ]

    static let servers: [Column<ValidationCheck.Server>] = [
        Column(name: "name", text: \.name),
        Column(name: "address", text: \.address),
        Column(name: "outcome", text: \.outcome, style: { $0.outcome == "match" ? .good : .bad }),
        Column(name: "values", text: { $0.values.joined(separator: " ") }),
    ]

    private static func style(of status: ValidationStatus) -> Style {
        switch status {
        case .validated: .good
        case .pending, .verifying: .attention
        case .failed, .expired, .cancelled: .bad
        }
    }
}
