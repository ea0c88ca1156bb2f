/// Why a text is no range of addresses in CIDR notation. Each case carries the text as it was given.
public enum AddressPrefixError: Error, Equatable, Sendable {
    /// What stands before the slash is no address.
    case noAddress(String)
    /// No slash.
    case noLength(String)
    /// The length is no number up to 32 or 128.
    case badLength(String, upTo: Int)
    /// Bits behind the length are set: the range that holds the address is `corrected`.
    case hostBits(String, corrected: AddressPrefix)

    /// A sentence for people: what is wrong and what to write instead.
    public var message: String {
        switch self {
        case .noAddress(let text):
            "\"\(text)\" is not a network: write it like 192.0.2.0/24 or 2001:db8::/32."
        case .noLength(let text):
            "\"\(text)\" has no length: write a slash and the number of leading bits, like 192.0.2.0/24."
        case .badLength(let text, let most):
            "The length of \"\(text)\" must be a number from 0 to \(most)."
        case .hostBits(let text, let corrected):
            "\"\(text)\" has bits set behind its length: write \(corrected.text)."
        }
    }
}
