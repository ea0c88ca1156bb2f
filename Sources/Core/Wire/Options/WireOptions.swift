/// What the OPT record of a message says (EDNS, RFC 6891 6.1), except for the upper bits of the response code, which stand
/// with it in the header.
public struct WireOptions: Hashable, Sendable {
    /// The largest message by UDP that the sender takes, in octets; less than 512 means 512.
    public var payloadSize: UInt16
    /// 0; a server answers BADVERS to any other.
    public var version: UInt8
    /// The sixteen flags; all but DO are to be zero in what is sent, and ignored in what is received.
    public var flags: UInt16
    /// In the order of the message, unknown ones included.
    public var options: [WireOption]

    /// The largest answer by UDP, in octets: no fragments even over IPv6 and tunnels (dnsflagday.net/2020).
    public static let safePayloadSize: UInt16 = 1232

    public init(
        payloadSize: UInt16 = safePayloadSize,
        version: UInt8 = 0,
        wantsSignatures: Bool = false,
        options: [WireOption] = []
    ) {
        self.payloadSize = payloadSize
        self.version = version
        flags = wantsSignatures ? Self.signaturesFlag : 0
        self.options = options
    }

    /// DO: the answer shall hold signatures (RFC 3225).
    public var wantsSignatures: Bool {
        get { flags & Self.signaturesFlag != 0 }
        set { flags = newValue ? flags | Self.signaturesFlag : flags & ~Self.signaturesFlag }
    }

    private static let signaturesFlag: UInt16 = 0x8000

    /// The errors that the sender explains (RFC 8914), usually none or one; at most as many as there are options.
    public var extendedErrors: [WireExtendedError] { options.compactMap(WireExtendedError.init) }

    /// How many octets an answer by UDP may have: 512 to a query without OPT (RFC 1035 4.2.1), else what the asker takes and at
    /// least 512 (RFC 6891 6.2.3), never more than `most`.
    public static func datagramLimit(for query: WireOptions?, most: UInt16 = safePayloadSize) -> Int {
        Int(max(512, min(query?.payloadSize ?? 512, most)))
    }
}

extension WireOptions {
    /// Reads an OPT record; `at` is where it begins. The upper bits of the response code are shifted to their place.
    init(_ record: WireRecord, at start: Int) throws(WireError) {
        guard record.owner.isRoot else { throw .badOptions(at: start) }
        payloadSize = record.recordClass
        version = UInt8(truncatingIfNeeded: record.ttl >> 16)
        flags = UInt16(truncatingIfNeeded: record.ttl)
        var options: [WireOption] = []
        var reader = WireReader(record.data)
        do {
            while !reader.isAtEnd {
                let code = try reader.number16()
                let length = Int(try reader.number16())
                options.append(WireOption(code: code, data: Array(try reader.take(length))))
            }
        } catch {
            throw .badOptions(at: start)
        }
        self.options = options
    }

    /// The OPT record.
    ///
    /// - Throws: ``WireEncodingError/dataTooLong(octets:)``
    func encoded(responseCode: WireResponseCode) throws(WireEncodingError) -> [UInt8] {
        let length = options.reduce(0) { $0 + 4 + $1.data.count }
        guard length <= 65_535 else { throw .dataTooLong(octets: length) }
        var writer = WireWriter()
        writer.name(.root)
        writer.number16(WireType.opt.rawValue)
        writer.number16(payloadSize)
        writer.number8(UInt8(truncatingIfNeeded: responseCode.rawValue >> 4))
        writer.number8(version)
        writer.number16(flags)
        writer.counted { data in
            for option in options {
                data.number16(option.code)
                data.counted { $0.octets(option.data) }
            }
        }
        return writer.octets
    }
}
