/// The location of a service (RFC 2782).
struct SRV: RecordData {
    static let type = RecordType.srv
    static let summary = "Host and port of a service"
    static let reference = "RFC 2782"
    static let examples = RecordExamples(
        valid: [("10 5 5060 sip.example.org.", "10 5 5060 sip.example.org."), ("0 0 0 .", "0 0 0 .")],
        invalid: [("10 5 sip.example.org.", "SRV port must be 0-65535, got \"sip.example.org.\"")],
        wire: [("10 5 5060 sip.example.org.", "000a000513c403736970076578616d706c65036f726700")]
    )

    let priority: UInt16
    let weight: UInt16
    let port: UInt16
    let target: DomainName

    /// The root says that the service is not there (RFC 2782).
    var obstacle: RecordObstacle? { .target(target, mayBeRoot: true) }

    init(from fields: inout FieldReader) throws(RecordContentError) {
        priority = try fields.number("priority")
        weight = try fields.number("weight")
        port = try fields.number("port")
        target = try fields.name("target")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(priority)
        fields.number(weight)
        fields.number(port)
        fields.name(target)
    }

    init(wire: inout WireReader) throws(WireError) {
        priority = try wire.number16()
        weight = try wire.number16()
        port = try wire.number16()
        target = try wire.name()
    }

    func write(to wire: inout WireWriter) {
        wire.number16(priority)
        wire.number16(weight)
        wire.number16(port)
        wire.name(target)
    }
}
