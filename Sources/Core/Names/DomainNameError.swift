/// Why a text is not a domain name (RFC 1035 2.3.4, 5.1) or not one that may stand where it was given.
public enum DomainNameError: Error, Equatable, Sendable {
    /// Nothing was given.
    case empty
    /// Two dots in a row, or a leading dot.
    case emptyLabel(in: String)
    /// A label over 63 octets.
    case labelTooLong(octets: Int)
    /// A name over 255 octets on the wire.
    case tooLong(octets: Int)
    /// A character that has to be escaped, or that no name of this kind may hold.
    case badCharacter(String, in: String)
    /// A backslash that neither a printable character, a blank included, nor three digits up to 255 follow.
    case badEscape(in: String)
    /// A name in Unicode where only ASCII can be taken, or one that IDNA refuses (the reason says why).
    case notConvertible(String, reason: String)
    /// A `*` label where none may stand (RFC 4592): anywhere but left-most in an owner name, anywhere in a zone name.
    case wildcard(in: String)
    /// A host or zone label that begins or ends with a hyphen (RFC 1123 2.1).
    case hyphen(label: String)

    /// Octets that are no uncompressed name on the wire (RFC 1035 3.1), from this one on, counted from 0.
    case badWire(at: Int)

    /// A sentence for people: what is wrong and what to write instead.
    public var message: String {
        switch self {
        case .empty: "The name is empty."
        case .emptyLabel(let name): "\"\(name)\" has an empty label: write one dot between labels."
        case .labelTooLong(let octets): "A label may have at most 63 octets, this one has \(octets)."
        case .tooLong(let octets): "A name may have at most 255 octets, this one has \(octets)."
        case .badCharacter(let character, let name):
            "\"\(name)\" holds \"\(character)\", which cannot stand in this name."
        case .badEscape(let name): "\"\(name)\" holds a bad escape: write \\DDD (000-255) or \\ and the character."
        case .notConvertible(let name, let reason): "\"\(name)\" cannot be written as a domain name: \(reason)."
        case .wildcard(let name): "\"\(name)\" holds a \"*\" label, which may only be the left-most of a record's name."
        case .badWire(let octet): "The octets are no domain name in wire form, from octet \(octet) on."
        case .hyphen(let label): "The label \"\(label)\" may not begin or end with a hyphen."
        }
    }
}
