/// A signing key of a zone as our database knows it. The private key is PowerDNS's alone.
public struct SigningKey: Hashable, Sendable {
    /// PowerDNS's id of the cryptokey.
    public let id: Int64
    public var role: Role
    public let algorithm: DNSSECAlgorithm
    public var stage: Stage
    public let createdAt: Timestamp
    /// When the key came to its stage, as far as we know: never earlier than it did.
    public var stageSince: Timestamp
    /// When every cache that holds the DNSKEY set holds this key; nil while it is not published.
    public var readyAt: Timestamp?
    /// Before that moment caches may hold signatures that need the key, and it stays in the DNSKEY set.
    public var neededUntil: Timestamp?

    public init(
        id: Int64,
        role: Role,
        algorithm: DNSSECAlgorithm,
        stage: Stage,
        createdAt: Timestamp,
        readyAt: Timestamp? = nil
    ) {
        self.id = id
        self.role = role
        self.algorithm = algorithm
        self.stage = stage
        self.createdAt = createdAt
        stageSince = createdAt
        self.readyAt = readyAt
        neededUntil = nil
    }

    /// What the key signs.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        case ksk
        case zsk
        /// Both: adopted as it is, split at the next roll.
        case csk

        /// Whether a DS points at it.
        public var isSecureEntryPoint: Bool { self != .zsk }
    }

    /// Where the key is on its way.
    ///
    /// ```
    /// ZSK: made -> published (in DNSKEY, not signing) -> active (signing) -> retired (in DNSKEY only) -> gone
    /// KSK: made -> published (in DNSKEY and signing it, DS not seen) -> active (DS seen) -> retired (signing still) -> gone
    /// ```
    /// The first keys of a zone go from made to active at once.
    public enum Stage: String, Hashable, Sendable, CaseIterable {
        /// In PowerDNS, neither published nor signing.
        case made
        case published
        case active
        case retired
    }

    /// How PowerDNS lists the key when nobody else has touched it.
    var expected: Served {
        switch (stage, role) {
        case (.made, _): Served(isPublished: false, isActive: false)
        case (.published, .zsk), (.retired, .zsk): Served(isPublished: true, isActive: false)
        case (.active, _), (.published, _), (.retired, _): Served(isPublished: true, isActive: true)
        }
    }

    /// PowerDNS's two switches of a key.
    public struct Served: Hashable, Sendable {
        /// In the DNSKEY set.
        public let isPublished: Bool
        /// Signing.
        public let isActive: Bool

        public init(isPublished: Bool, isActive: Bool) {
            self.isPublished = isPublished
            self.isActive = isActive
        }
    }
}

/// A key as PowerDNS lists it.
public struct ListedKey: Hashable, Sendable {
    public let id: Int64
    /// Flag bit 15 of its DNSKEY: 257 has it, 256 has not. (The reported `keytype` is derived and of no use.)
    public let isSecureEntryPoint: Bool
    public let algorithm: DNSSECAlgorithm
    public let served: SigningKey.Served

    public init(id: Int64, isSecureEntryPoint: Bool, algorithm: DNSSECAlgorithm, served: SigningKey.Served) {
        self.id = id
        self.isSecureEntryPoint = isSecureEntryPoint
        self.algorithm = algorithm
        self.served = served
    }
}
