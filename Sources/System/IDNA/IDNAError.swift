/// Why a name has no ASCII form. Each case carries the label as it was given.
public enum IDNAError: Error, Equatable, Sendable {
    /// The whole text is longer than any name can be.
    case tooLong(characters: Int)
    /// The ASCII form of the label is longer than 63 octets.
    case labelTooLong(String)
    /// A character that IDNA does not allow, or not at that place.
    case notAllowed(in: String)
    /// A hyphen where IDNA has none: first, last, or third and fourth.
    case misplacedHyphen(in: String)
    /// Right-to-left and left-to-right characters are mixed against RFC 5893.
    case mixedDirections(in: String)
    /// An `xn--` label that no Unicode label turns into.
    case invalidALabel(String)
}
