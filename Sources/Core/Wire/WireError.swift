/// Why octets are no DNS message, or not the RDATA of their type. Offsets count from the start of the message, or of RDATA
/// that stand alone.
public enum WireError: Error, Equatable {
    /// Octets were still expected where the message, or the part that was to be read, ends.
    case endsEarly(at: Int)
    /// A compression pointer that does not point to before the name it stands in (RFC 1035 4.1.4), too many in one name, or
    /// one where names are not compressed.
    case badPointer(at: Int)
    /// A label of the reserved kinds 01 and 10 (RFC 6891 5).
    case badLabel(at: Int)
    /// A name of more than 255 octets.
    case nameTooLong(at: Int)
    /// A field whose octets are there, but not a value that it may have; `at` is where the field ends.
    case badField(String, at: Int)
    /// Octets behind the last field of RDATA, or behind the last record of a message.
    case leftOver(octets: Int, at: Int)
    /// More records than anybody needs (``WireMessage/mostRecords``).
    case tooManyRecords(Int)
    /// A second OPT record, one outside the additional section, or one that is not the root's (RFC 6891 6.1.1).
    case badOptions(at: Int)
}
