/// Why octets from the network are no DNS message. Offsets count from the start of the message.
public enum WireError: Error, Equatable {
    /// The message ends where octets were still expected.
    case endsEarly(at: Int)
    /// A compression pointer that does not point to before the name it stands in (RFC 1035 4.1.4), or too many in one name.
    case badPointer(at: Int)
    /// A label of the reserved kinds 01 and 10 (RFC 6891 5).
    case badLabel(at: Int)
    /// A name of more than 255 octets.
    case nameTooLong(at: Int)
    /// Data of a record that do not fit its type.
    case badData(type: UInt16, at: Int)
    /// More records than anybody needs (``WireMessage/mostRecords``).
    case tooManyRecords(Int)
}
