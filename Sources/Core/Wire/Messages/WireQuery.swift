/// A query to be sent: one question, and always an EDNS0 OPT record (RFC 6891) with a payload size that passes every path.
public struct WireQuery: Hashable, Sendable {
    public let id: UInt16
    public let question: WireQuestion
    public let flags: WireFlags
    /// DO: the answer shall hold signatures (RFC 3225).
    public let wantsSignatures: Bool

    public init(id: UInt16, question: WireQuestion, flags: WireFlags = [], wantsSignatures: Bool = false) {
        self.id = id
        self.question = question
        self.flags = flags
        self.wantsSignatures = wantsSignatures
    }

    /// The message, 12 octets of header, the question and 11 octets of OPT.
    public func encoded() -> [UInt8] {
        var writer = WireWriter()
        for number in [id, flags.rawValue, 1, 0, 0, 1] { writer.number16(number) }
        writer.octets(question.spelling)
        writer.number16(question.type.rawValue)
        writer.number16(question.recordClass)
        // OPT: the root, the payload size in place of the class, the flags in place of the TTL, no options.
        writer.name(.root)
        let signatures: UInt16 = wantsSignatures ? 0x8000 : 0
        for number in [WireType.opt.rawValue, WireOptions.safePayloadSize, 0, signatures, 0] { writer.number16(number) }
        return writer.octets
    }
}
