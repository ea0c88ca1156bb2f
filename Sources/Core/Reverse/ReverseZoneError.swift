/// Why there is no reverse zone, or no place in it, for what was given (`domain.md` 8).
public enum ReverseZoneError: Error, Equatable, Sendable {
    /// The text is no range of addresses; ``AddressPrefixError/hostBits(_:corrected:)`` says what was meant.
    case noRange(AddressPrefixError)
    /// A range of a length that zones cannot have. `corrected` begins a row of zones that make up the range, or, behind /124, is
    /// the one that holds it.
    case unsupportedLength(String, corrected: AddressPrefix)
    /// An address that does not belong to the zone.
    case outside(IPAddress, range: AddressPrefix)

    /// The range to give instead; nil where none can be guessed.
    public var corrected: AddressPrefix? {
        switch self {
        case .noRange(.hostBits(_, let corrected)), .unsupportedLength(_, let corrected): corrected
        case .noRange(.noAddress), .noRange(.noLength), .noRange(.badLength), .outside: nil
        }
    }

    /// A sentence for people: what is wrong and what to write instead.
    public var message: String {
        switch self {
        case .noRange(let error): error.message
        case .unsupportedLength(let text, let corrected):
            switch corrected.network {
            case .v4:
                "\"\(text)\" is no zone: an IPv4 length is 8, 16 or 24 to 32. Make zones like \(corrected.text)."
            case .v6:
                "\"\(text)\" is no zone: an IPv6 length is 4 to 124 in steps of 4. Make zones like \(corrected.text)."
            }
        case .outside(let address, let range): "\(address.text) lies outside \(range.text)."
        }
    }
}
