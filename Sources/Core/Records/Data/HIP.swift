/// The identity of a host apart from its place, and who knows where it is (RFC 8005 5).
struct HIP: RecordData {
    static let type = RecordType("HIP", code: 55)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Identity of a host and its rendezvous servers"
    static let reference = "RFC 8005 5"
    static let examples = RecordExamples(
        valid: [
            (
                "2 200100107B1A74DF365639CC39F1D578 AwEAAbdx Rvs.example.com.",
                "2 200100107b1a74df365639cc39f1d578 AwEAAbdx rvs.example.com."
            ),
            ("2 2001 AwEA", "2 2001 AwEA"),
        ],
        invalid: [
            ("2 2001", "HIP public key is missing"),
            ("2 200 AwEA", "HIP host identity tag must be 1-255 octets in hexadecimal, got \"200\""),
            ("2 2001 Aw", "HIP public key must be base64, padded to groups of four, got \"Aw\""),
        ],
        wire: [("2 2001 AwEA a.", "020200032001030100016100")]
    )

    let algorithm: UInt8
    /// 1 to 255 octets.
    let tag: [UInt8]
    /// 1 to 65,535 octets.
    let key: [UInt8]
    let servers: [DomainName]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        algorithm = try fields.number("algorithm")
        let tag = try fields.token("host identity tag")
        guard let octets = FieldReader.hexadecimal(tag), (1...255).contains(octets.count) else {
            throw fields.refusal(
                "host identity tag",
                "must be 1-255 octets in hexadecimal",
                got: String(decoding: tag, as: UTF8.self)
            )
        }
        self.tag = octets
        let key = try fields.token("public key")
        guard let octets = Base64.decoded(Array(key)), !octets.isEmpty else {
            throw fields.refusal(
                "public key", "must be base64, padded to groups of four", got: String(decoding: key, as: UTF8.self))
        }
        self.key = octets
        var servers: [DomainName] = []
        while !fields.isAtEnd { servers.append(try fields.name("rendezvous server")) }
        self.servers = servers
    }

    func write(to fields: inout FieldWriter) {
        fields.number(algorithm)
        fields.hexadecimal(tag)
        fields.base64(key)
        for server in servers { fields.name(server) }
    }

    init(wire: inout WireReader) throws(WireError) {
        let tagLength = Int(try wire.number8())
        algorithm = try wire.number8()
        let keyLength = Int(try wire.number16())
        guard tagLength > 0, keyLength > 0 else { throw wire.badField("HIP lengths") }
        tag = Array(try wire.take(tagLength))
        key = Array(try wire.take(keyLength))
        var servers: [DomainName] = []
        while !wire.isAtEnd { servers.append(try wire.name()) }
        self.servers = servers
    }

    func write(to wire: inout WireWriter) {
        wire.number8(UInt8(truncatingIfNeeded: tag.count))
        wire.number8(algorithm)
        wire.number16(UInt16(truncatingIfNeeded: key.count))
        wire.octets(tag)
        wire.octets(key)
        for server in servers { wire.name(server) }
    }
}
