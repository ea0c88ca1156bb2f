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
    /// An OPT record that is the second, not in the additional section, not the root's, or whose options do not fill it
    /// (RFC 6891 6.1).
    case badOptions(at: Int)
}

/// Why a message cannot be written.
public enum WireEncodingError: Error, Equatable {
    /// Header, questions and OPT, which no truncation drops, need more octets than there may be.
    case tooLong(octets: Int, limit: Int)
    /// The data of a record, or all options, have more than 65,535 octets.
    case dataTooLong(octets: Int)
    /// A response code over 4095, or over 15 in a message without ``WireOptions``.
    case badResponseCode(UInt16)
    /// An OPT record among the records: what it says stands in ``WireMessage/options``.
    case strayOptions
}
