import API
import Core

/// How challenges are made, shown and repeated: the operator's settings (`VALIDATION_*`).
public struct ChallengeRules: Sendable {
    /// Seconds; the TTL suggested for the TXT record.
    let suggestedTTL: Int
    /// Seconds from its issue in which a challenge can be met.
    let lifetime: Int64
    let schedule: CheckSchedule
    /// How long a request waits for its push to PowerDNS.
    let pushWait: Duration

    public init(suggestedTTL: Int, lifetimeHours: Int, checkInterval: Int, pushWait: Duration) {
        self.suggestedTTL = suggestedTTL
        lifetime = Int64(lifetimeHours) * 3600
        schedule = CheckSchedule(interval: checkInterval)
        self.pushWait = pushWait
    }

    /// A new challenge for a zone, first looked for by the worker after one interval.
    func issue(for domain: Identifier, zone: DomainName, _ surroundings: Surroundings) throws -> ValidationRow {
        let challenge = try Challenge(zone: zone, random: surroundings.randomness.bytes(32))
        let now = surroundings.now
        return ValidationRow(
            id: surroundings.newID(),
            domain: domain,
            token: challenge.token,
            status: .pending,
            expiresAt: now.adding(seconds: lifetime),
            createdAt: now,
            lastCheckedAt: nil,
            nextCheckAt: now.adding(seconds: Int64(schedule.interval)),
            attempts: 0,
            lastMessage: nil
        )
    }

    /// The challenge as the API shows it.
    func answer(_ row: ValidationRow, zone: DomainName) throws -> Validation {
        let challenge = try Challenge(zone: zone, token: row.token)
        return Validation(
            id: row.id.text,
            status: row.status,
            challengeValue: challenge.recordValue,
            dnsRecord: Validation.ChallengeRecord(
                name: challenge.recordName.text,
                type: "TXT",
                value: challenge.recordValue,
                ttl: suggestedTTL
            ),
            expiresAt: row.expiresAt,
            createdAt: row.createdAt,
            lastCheckedAt: row.lastCheckedAt,
            lastMessage: row.lastMessage,
            attempts: Int(row.attempts),
            nextCheckAt: row.nextCheckAt
        )
    }
}
