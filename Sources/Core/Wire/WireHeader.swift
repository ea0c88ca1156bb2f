/// What the header of a message says (RFC 1035 4.1.1), its response code with the upper bits of the OPT record (RFC 6891 6.1.3).
public struct WireHeader: Hashable, Sendable {
    public var id: UInt16
    public var flags: WireFlags
    public var opcode: WireOpcode
    /// 0 to 15 in a message without ``WireOptions``, else 0 to 4095.
    public var responseCode: WireResponseCode

    public init(
        id: UInt16,
        flags: WireFlags = [],
        opcode: WireOpcode = .query,
        responseCode: WireResponseCode = .noError
    ) {
        self.id = id
        self.flags = flags
        self.opcode = opcode
        self.responseCode = responseCode
    }
}
