/// What `scaidns register-scaikey` uses.
public struct RegistrationSettings: SettingsGroup, Equatable {
    public let scaiKeyURL: WebURL

    public init(_ reader: inout SettingsReader) {
        scaiKeyURL = reader.scaiKeyURL()
    }
}

/// What `scaidns sync` uses.
public struct SyncSettings: SettingsGroup, Equatable {
    public let database: DatabaseSettings
    public let directory: ScaiKeyDirectorySettings

    public init(_ reader: inout SettingsReader) {
        database = DatabaseSettings(&reader)
        directory = ScaiKeyDirectorySettings(&reader)
    }
}

/// What `scaidns audit verify` uses.
public struct AuditVerificationSettings: SettingsGroup, Equatable {
    public let database: DatabaseSettings
    public let sealSource: SealSource

    /// What the key of the audit seals comes from.
    public enum SealSource: Equatable, Sendable {
        case key(Secret)
        /// The key is derived from `API_KEY_PEPPER`.
        case pepper(Secret)
    }

    public init(_ reader: inout SettingsReader) {
        database = DatabaseSettings(&reader)
        if let key = reader.auditSealKey() {
            sealSource = .key(key)
        } else {
            sealSource = .pepper(
                reader.secret(.apiKeyPepper, minimum: 32, expected: "at least 32 characters, or AUDIT_SEAL_KEY")
            )
        }
    }
}
