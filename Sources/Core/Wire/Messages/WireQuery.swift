/// A query to be sent: one question, and always an EDNS0 OPT record (RFC 6891) with a payload size that passes every path.
public struct WireQuery: Hashable, Sendable {
    /// The flags of a query.
    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16

        public init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// RD: the server is a resolver and shall find the answer elsewhere.
        public static let recursionDesired = Flags(rawValue: 0x0100)
        /// AD: the answer shall say whether it was validated (RFC 6840 5.7).
        public static let authenticData = Flags(rawValue: 0x0020)
        /// CD: the resolver shall not hold back what fails validation.
        public static let checkingDisabled = Flags(rawValue: 0x0010)
    }

    public let id: UInt16
    public let question: WireQuestion
    public let flags: Flags
    /// DO: the answer shall hold signatures (RFC 3225).
    public let wantsSignatures: Bool

    /// The largest answer by UDP, in octets: no fragments even over IPv6 and tunnels (dnsflagday.net/2020).
    public static let payloadSize: UInt16 = 1232

    public init(id: UInt16, question: WireQuestion, flags: Flags = [], wantsSignatures: Bool = false) {
        self.id = id
        self.question = question
        self.flags = flags
        self.wantsSignatures = wantsSignatures
    }

    /// The message, 12 octets of header, the question and 11 octets of OPT.
    public func encoded() -> [UInt8] {
        var octets: [UInt8] = []
        func append(_ number: UInt16) {
            octets.append(UInt8(number >> 8))
            octets.append(UInt8(number & 0xFF))
        }
        for number in [id, flags.rawValue, 1, 0, 0, 1] { append(number) }
        octets.append(contentsOf: question.spelling)
        append(question.type.rawValue)
        append(question.recordClass)
        // OPT: the root, the payload size in place of the class, the flags in place of the TTL, no options.
        octets.append(0)
        for number in [WireType.opt.rawValue, Self.payloadSize, 0, wantsSignatures ? 0x8000 : 0, 0] { append(number) }
        return octets
    }
}
