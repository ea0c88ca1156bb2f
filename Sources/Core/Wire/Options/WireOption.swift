/// One option of an OPT record (RFC 6891 6.1.2): a number of IANA's registry and data that only who knows the number reads.
public struct WireOption: Hashable, Sendable {
    public let code: UInt16
    /// At most 65,531 octets in a message that can be written.
    public let data: [UInt8]

    public init(code: UInt16, data: [UInt8]) {
        self.code = code
        self.data = data
    }
}
