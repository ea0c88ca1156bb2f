/// The services of an address, which nobody asks for any more (RFC 1035 3.4.2).
struct WKS: RecordData {
    static let type = RecordType("WKS", code: 11)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: the services that an address offers"
    static let reference = "RFC 1035 3.4.2, RFC 1123 2.2"
    static let examples = RecordExamples(
        valid: [
            ("192.0.2.1 tcp smtp ftp 26", "192.0.2.1 6 21 25 26"),
            ("192.0.2.1 17", "192.0.2.1 17"),
        ],
        invalid: [
            ("192.0.2.1 tcp nosuch", "WKS port must be 0-65535 or a name such as TCPMUX, got \"nosuch\""),
            ("192.0.2.1", "WKS protocol is missing"),
        ],
        wire: [("192.0.2.1 6 0 21 25 26", "c0000201068000046" + "0")]
    )

    let address: IPAddress.V4
    /// The number of an IP protocol.
    let transport: UInt8
    /// Ascending.
    let ports: [UInt16]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        address = try fields.addressV4("address")
        transport = try fields.mnemonic("protocol", from: ["TCP": 6, "UDP": 17])
        var ports: Set<UInt16> = []
        while !fields.isAtEnd { ports.insert(try fields.mnemonic("port", from: Self.services)) }
        self.ports = ports.sorted()
    }

    func write(to fields: inout FieldWriter) {
        fields.address(address)
        fields.number(transport)
        for port in ports { fields.number(port) }
    }

    init(wire: inout WireReader) throws(WireError) {
        address = try wire.addressV4()
        transport = try wire.number8()
        let bits = wire.rest()
        guard bits.count <= 8192, bits.last != 0 else { throw wire.badField("WKS bit map") }
        ports = bits.indices.flatMap { index in
            TypeBitmap.types(in: bits[index...index], from: UInt16(truncatingIfNeeded: index * 8))
        }
    }

    func write(to wire: inout WireWriter) {
        wire.octets(address.octets)
        wire.number8(transport)
        var bits = [UInt8](repeating: 0, count: ports.last.map { Int($0) / 8 + 1 } ?? 0)
        for port in ports { bits[Int(port) / 8] |= 0x80 >> UInt8(port & 7) }
        wire.octets(bits)
    }

    /// The names of services that zone files of its days have (RFC 1700, assigned numbers).
    private static let services: [String: UInt16] = [
        "TCPMUX": 1, "ECHO": 7, "DISCARD": 9, "SYSTAT": 11, "DAYTIME": 13, "NETSTAT": 15, "FTP-DATA": 20, "FTP": 21,
        "TELNET": 23, "SMTP": 25, "TIME": 37, "NAMESERVER": 42, "WHOIS": 43, "DOMAIN": 53, "TFTP": 69, "GOPHER": 70,
        "FINGER": 79, "HTTP": 80, "HOSTNAME": 101, "POP2": 109, "POP3": 110, "SUNRPC": 111, "NNTP": 119, "NTP": 123,
        "IMAP": 143, "SNMP": 161, "IRC": 194,
    ]
}
