/// The start of a zone (RFC 1035 3.3.13), times in seconds.
public struct SOA: RecordData {
    public static let type = RecordType.soa
    public static let summary = "Start of a zone; written by ScaiDNS alone"
    public static let examples = RecordExamples(
        valid: [
            (
                "ns1.example.net. hostmaster.example.org. 1 10800 3600 604800 3600",
                "ns1.example.net. hostmaster.example.org. 1 10800 3600 604800 3600"
            )
        ],
        invalid: [("ns1.example.net. hostmaster.example.org. 1", "SOA refresh is missing")]
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
        refresh = try fields.number("refresh")
        retry = try fields.number("retry")
        expire = try fields.number("expire")
        minimum = try fields.number("minimum")
    }

    public var text: String {
        "\(primary.absoluteText) \(responsible.absoluteText) \(serial) \(refresh) \(retry) \(expire) \(minimum)"
    }
}
