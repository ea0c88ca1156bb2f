public import Core

/// The operations on the proof that a zone belongs to its tenant (`api.md` 4).
public enum ValidationEndpoints {
    /// The pending challenge, or JSON `null`.
    public static let show = Endpoint<DomainPath, Nothing, Nothing, Validation?>(
        .get,
        "/api/v1/domains/{domain_id}/validation",
        needs: .readDomains
    )
    public static let check = Endpoint<DomainPath, Nothing, Nothing, ValidationCheck>(
        .post,
        "/api/v1/domains/{domain_id}/validation/check",
        needs: .updateDomains
    )
}

/// Where a challenge is on its way (`domain.md` 4).
public enum ValidationStatus: String, Codable, Sendable, CaseIterable {
    case pending
    case verifying
    case failed
    case validated
    case expired
    case cancelled
}

/// A challenge: the TXT record that proves that the tenant runs the zone.
public struct Validation: Codable, Sendable, Equatable {
    public let id: String
    public let validationType: String
    public let status: ValidationStatus
    /// The text that has to stand in the TXT record: `scaidns-verify=<64 hexadecimal digits>`.
    public let challengeValue: String
    public let dnsRecord: ChallengeRecord
    public let expiresAt: Timestamp
    public let createdAt: Timestamp
    public let lastCheckedAt: Timestamp?
    public let lastMessage: String?
    public let attempts: Int
    public let nextCheckAt: Timestamp?

    /// The record to publish.
    public struct ChallengeRecord: Codable, Sendable, Equatable {
        /// Absolute, without the trailing dot: `_scaidns-verify.example.org`.
        public let name: String
        public let type: String
        public let value: String
        /// Seconds.
        public let ttl: Int

        public init(name: String, type: String, value: String, ttl: Int) {
            self.name = name
            self.type = type
            self.value = value
            self.ttl = ttl
        }
    }

    public init(
        id: String,
        validationType: String = "txt_record",
        status: ValidationStatus,
        challengeValue: String,
        dnsRecord: ChallengeRecord,
        expiresAt: Timestamp,
        createdAt: Timestamp,
        lastCheckedAt: Timestamp?,
        lastMessage: String?,
        attempts: Int,
        nextCheckAt: Timestamp?
    ) {
        self.id = id
        self.validationType = validationType
        self.status = status
        self.challengeValue = challengeValue
        self.dnsRecord = dnsRecord
        self.expiresAt = expiresAt
        self.createdAt = createdAt
        self.lastCheckedAt = lastCheckedAt
        self.lastMessage = lastMessage
        self.attempts = attempts
        self.nextCheckAt = nextCheckAt
    }

    private enum CodingKeys: String, CodingKey {
        case id, status, attempts
        case validationType = "validation_type"
        case challengeValue = "challenge_value"
        case dnsRecord = "dns_record"
        case expiresAt = "expires_at"
        case createdAt = "created_at"
        case lastCheckedAt = "last_checked_at"
        case lastMessage = "last_message"
        case nextCheckAt = "next_check_at"
    }
}

/// The outcome of looking for the challenge now; 200 whether it was found or not.
public struct ValidationCheck: Codable, Sendable, Equatable {
    public let isValid: Bool
    public let message: String
    public let validationID: String
    /// What each authoritative server answered.
    public let servers: [Server]

    /// One authoritative server's answer.
    public struct Server: Codable, Sendable, Equatable {
        public let name: String
        public let address: String
        /// `match`, `mismatch`, `absent`, `refused`, `timeout`, `forbidden_address` or `error`.
        public let outcome: String
        /// The texts found, at most 16.
        public let values: [String]

        public init(name: String, address: String, outcome: String, values: [String]) {
            self.name = name
            self.address = address
            self.outcome = outcome
            self.values = values
        }
    }

    public init(isValid: Bool, message: String, validationID: String, servers: [Server]) {
        self.isValid = isValid
        self.message = message
        self.validationID = validationID
        self.servers = servers
    }

    private enum CodingKeys: String, CodingKey {
        case message, servers
        case isValid = "is_valid"
        case validationID = "validation_id"
    }
}
