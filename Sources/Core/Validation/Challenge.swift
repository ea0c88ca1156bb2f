/// The proof that a tenant runs a zone: a TXT record with a token that nobody can guess (`_scaidns-verify.example.org` TXT
/// `scaidns-verify=<64 hexadecimal digits>`).
public struct Challenge: Hashable, Sendable {
    public let zone: DomainName
    /// 64 lower-case hexadecimal digits.
    public let token: String
    /// Where the TXT record has to stand.
    public let recordName: DomainName

    /// The left-most label of ``recordName``.
    public static let label = "_scaidns-verify"

    /// Whether a record of that name could be the proof of some challenge.
    public static func isRecordName(_ name: DomainName) -> Bool { name.labels.first == Array(label.utf8) }

    /// A new challenge. `random` are the token's 32 octets from a cryptographic source.
    ///
    /// - Throws: ``ChallengeError``
    public init(zone: DomainName, random: [UInt8]) throws(ChallengeError) {
        guard random.count == 32 else { throw .badToken }
        let digits = random.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        try self.init(zone: zone, token: digits.joined())
    }

    /// A challenge that was kept.
    ///
    /// - Throws: ``ChallengeError``
    public init(zone: DomainName, token: String) throws(ChallengeError) {
        let digits = Set("0123456789abcdef".utf8)
        guard token.utf8.count == 64, token.utf8.allSatisfy(digits.contains) else { throw .badToken }
        do {
            recordName = try zone.prepending(Self.label)
        } catch {
            throw .nameTooLong
        }
        self.zone = zone
        self.token = token
    }

    /// The text that has to stand in the TXT record, all of it and nothing else.
    public var recordValue: String { "scaidns-verify=" + token }

    /// Whether the joined strings of a TXT record are the proof.
    public func isProven(by text: [UInt8]) -> Bool { text.elementsEqual(recordValue.utf8) }
}

/// Why there can be no such challenge.
public enum ChallengeError: Error, Equatable {
    /// Not 32 octets, or not 64 lower-case hexadecimal digits.
    case badToken
    /// `_scaidns-verify.` does not fit in front of the zone's name (255 octets): the zone can only be had otherwise.
    case nameTooLong
}
