/// A relay that brings multicast over unicast (RFC 8777 4).
struct AMTRELAY: RecordData {
    static let type = RecordType("AMTRELAY", code: 260)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Relay for multicast over unicast"
    static let reference = "RFC 8777 4"
    static let examples = RecordExamples(
        valid: [
            ("10 0 1 203.0.113.15", "10 0 1 203.0.113.15"),
            ("10 0 2 2001:DB8::15", "10 0 2 2001:db8::15"),
            ("128 1 3 Relay.example.com.", "128 1 3 relay.example.com."),
            ("0 1 0 .", "0 1 0 ."),
        ],
        invalid: [
            ("10 2 1 203.0.113.15", "AMTRELAY discovery must be 0-1, got \"2\""),
            ("10 0 4 .", "AMTRELAY relay type must be 0-3, got \"4\""),
        ],
        wire: [("10 0 1 203.0.113.15", "0a01cb00710f"), ("0 1 0 .", "0080"), ("128 1 3 a.", "8083016100")]
    )

    let precedence: UInt8
    /// Whether a relay may be looked for before the traffic (the D bit).
    let isOptional: Bool
    let relay: Gateway

    init(from fields: inout FieldReader) throws(RecordContentError) {
        precedence = try fields.number("precedence")
        let discovery: UInt8 = try fields.number("discovery", upTo: 1)
        isOptional = discovery == 1
        let kind: UInt8 = try fields.number("relay type", upTo: 3)
        relay = try Gateway(kind: kind, from: &fields, "relay")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(precedence)
        fields.number(isOptional ? 1 : 0)
        fields.number(relay.kind)
        relay.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        precedence = try wire.number8()
        let octet = try wire.number8()
        isOptional = octet & 0x80 != 0
        relay = try Gateway(kind: octet & 0x7F, wire: &wire)
    }

    func write(to wire: inout WireWriter) {
        wire.number8(precedence)
        wire.number8((isOptional ? 0x80 : 0) | relay.kind)
        relay.write(to: &wire)
    }
}
