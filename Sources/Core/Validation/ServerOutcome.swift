/// What one authoritative server answered when it was asked for the challenge's record.
public struct ServerOutcome: Hashable, Sendable {
    /// The kinds of outcome, spelled as on the API's wire.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The token is there.
        case match
        /// TXT records are there, none of them the token's.
        case mismatch
        /// The server has the zone and no such record.
        case absent
        /// The server does not answer for this zone.
        case refused
        case timeout
        /// The address guard forbids to ask.
        case forbiddenAddress = "forbidden_address"
        /// Unreachable, failing, not authoritative, or beyond understanding.
        case error
    }

    /// The host name from the NS set; the address again where a resolver was asked.
    public let name: String
    public let address: String
    public let kind: Kind
    /// The texts found, at most 16, each cut at 1,020 octets.
    public let values: [String]

    public init(name: String, address: String, kind: Kind, values: [String] = []) {
        self.name = name
        self.address = address
        self.kind = kind
        self.values = values
    }

    /// The outcome of TXT records found: a match when one of them is the proof, absent when there are none.
    public init(name: String, address: String, texts: [[UInt8]], challenge: Challenge) {
        let isProven = texts.contains { challenge.isProven(by: $0) }
        // The proof is shown even where more than 16 texts stand before it.
        let shown = texts.filter { challenge.isProven(by: $0) } + texts.filter { !challenge.isProven(by: $0) }
        self.init(
            name: name,
            address: address,
            kind: texts.isEmpty ? .absent : isProven ? .match : .mismatch,
            values: shown.prefix(16).map { String(decoding: $0.prefix(1020), as: UTF8.self) }
        )
    }
}
