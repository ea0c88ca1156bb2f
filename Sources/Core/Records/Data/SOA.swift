/// The start of a zone (RFC 1035 3.3.13), times in seconds.
public struct SOA: RecordData {
    public static let type = RecordType.soa
    public static let summary = "Start of a zone; written by ScaiDNS alone"
    public static let reference = "RFC 1035 3.3.13, RFC 2308"
    public static let examples = RecordExamples(
        valid: [
            (
                "ns1.example.net. hostmaster.example.org. 1 10800 3600 604800 3600",
                "ns1.example.net. hostmaster.example.org. 1 10800 3600 604800 3600"
            ),
            (
                "ns1.example.net. hostmaster.example.org. 1 3h 1h 1w 1h",
                "ns1.example.net. hostmaster.example.org. 1 10800 3600 604800 3600"
            ),
        ],
        invalid: [
            ("ns1.example.net. hostmaster.example.org. 1", "SOA refresh is missing"),
            (
                "ns1.example.net. hostmaster.example.org. 1 3x 1 1 1",
                "SOA refresh must be 0-4294967295 seconds, got \"3x\""
            ),
        ],
        wire: [
            (
                "ns1.example. a.example. 1 2 3 4 5",
                "036e7331076578616d706c65000161076578616d706c65000000000100000002000000030000000400000005"
            )
        ]
    )

    /// The primary name server.
    public let primary: DomainName
    /// The mailbox of who is responsible, its `@` written as a dot.
    public let responsible: DomainName
    public let serial: UInt32
    public let refresh: UInt32
    public let retry: UInt32
    public let expire: UInt32
    /// The TTL of negative answers (RFC 2308).
    public let minimum: UInt32

    /// The SOA that a zone starts with: refresh 3 h, retry 1 h, expire 14 days, negative answers for 1 h.
    public init(primary: DomainName, responsible: DomainName, serial: UInt32) {
        self.primary = primary
        self.responsible = responsible
        self.serial = serial
        refresh = 10_800
        retry = 3600
        expire = 1_209_600
        minimum = 3600
    }

    public init(from fields: inout FieldReader) throws(RecordContentError) {
        primary = try fields.name("primary")
        responsible = try fields.name("mailbox")
        serial = try fields.number("serial")
        refresh = try fields.seconds("refresh")
        retry = try fields.seconds("retry")
        expire = try fields.seconds("expire")
        minimum = try fields.seconds("minimum")
    }

    public func write(to fields: inout FieldWriter) {
        fields.name(primary)
        fields.name(responsible)
        for number in [serial, refresh, retry, expire, minimum] { fields.number(number) }
    }

    public init(wire: inout WireReader) throws(WireError) {
        primary = try wire.name()
        responsible = try wire.name()
        serial = try wire.number32()
        refresh = try wire.number32()
        retry = try wire.number32()
        expire = try wire.number32()
        minimum = try wire.number32()
    }

    public func write(to wire: inout WireWriter) {
        wire.name(primary)
        wire.name(responsible)
        for number in [serial, refresh, retry, expire, minimum] { wire.number32(number) }
    }
}
