/// The key by which a host is spoken to with IPsec (RFC 4025 2).
struct IPSECKEY: RecordData {
    static let type = RecordType("IPSECKEY", code: 45)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Key and gateway for IPsec"
    static let reference = "RFC 4025 2"
    static let examples = RecordExamples(
        valid: [
            ("10 1 2 192.0.2.38 AQNR U3mG", "10 1 2 192.0.2.38 AQNRU3mG"),
            ("10 2 2 2001:0DB8:0:8002::2000:1 AQNR", "10 2 2 2001:db8:0:8002::2000:1 AQNR"),
            ("10 3 2 Gateway.example.com. AQNR", "10 3 2 gateway.example.com. AQNR"),
            ("10 0 0 .", "10 0 0 ."),
        ],
        invalid: [
            ("10 4 2 . AQNR", "IPSECKEY gateway type must be 0-3, got \"4\""),
            ("10 0 2 a. AQNR", "IPSECKEY gateway must be . for type 0, got \"a.\""),
            ("10 0 0 . AQNR", "IPSECKEY content must end here, got \"AQNR\""),
            ("10 0 2 .", "IPSECKEY public key is missing"),
        ],
        wire: [("10 1 2 192.0.2.38 AQNR", "0a0102c0000226010351"), ("10 0 0 .", "0a0000")]
    )

    let precedence: UInt8
    let gateway: Gateway
    /// 1 DSA, 2 RSA; with 0 there is no key.
    let algorithm: UInt8
    /// Empty with algorithm 0, else at least one octet (RFC 4025 2.4).
    let key: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        precedence = try fields.number("precedence")
        let kind: UInt8 = try fields.number("gateway type", upTo: 3)
        algorithm = try fields.number("algorithm")
        gateway = try Gateway(kind: kind, from: &fields, "gateway")
        key = algorithm == 0 ? [] : try fields.base64("public key")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(precedence)
        fields.number(gateway.kind)
        fields.number(algorithm)
        gateway.write(to: &fields)
        if !key.isEmpty { fields.base64(key) }
    }

    init(wire: inout WireReader) throws(WireError) {
        precedence = try wire.number8()
        let kind = try wire.number8()
        algorithm = try wire.number8()
        gateway = try Gateway(kind: kind, wire: &wire)
        key = wire.rest()
        guard key.isEmpty == (algorithm == 0) else { throw wire.badField("public key") }
    }

    func write(to wire: inout WireWriter) {
        wire.number8(precedence)
        wire.number8(gateway.kind)
        wire.number8(algorithm)
        gateway.write(to: &wire)
        wire.octets(key)
    }
}
