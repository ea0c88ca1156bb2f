/// Where a child says that its CDS or CSYNC has changed (RFC 9859 2).
struct DSYNC: RecordData {
    static let type = RecordType("DSYNC", code: 66)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Where notifications about a child's records go"
    static let reference = "RFC 9859 2"
    static let examples = RecordExamples(
        valid: [
            ("CDS 1 5359 Scanner.example.net.", "CDS NOTIFY 5359 scanner.example.net."),
            ("TYPE62 notify 53 a.", "CSYNC NOTIFY 53 a."),
            ("CDS 2 53 a.", "CDS 2 53 a."),
        ],
        invalid: [
            ("NOTYPE NOTIFY 53 a.", "DSYNC type must be a record type, got \"NOTYPE\""),
            ("CDS PULL 53 a.", "DSYNC scheme must be 0-255 or a name such as NOTIFY, got \"PULL\""),
            ("CDS NOTIFY 65536 a.", "DSYNC port must be 0-65535, got \"65536\""),
        ],
        wire: [("CDS NOTIFY 53 a.", "003b010035016100")]
    )

    /// The type of the records that the notification is about.
    let subject: RecordType
    let scheme: UInt8
    let port: UInt16
    let target: DomainName

    init(from fields: inout FieldReader) throws(RecordContentError) {
        let word = try fields.word("type")
        guard let subject = RecordType(masterFile: word) else {
            throw fields.refusal("type", "must be a record type", got: word)
        }
        self.subject = subject
        scheme = try fields.mnemonic("scheme", from: ["NOTIFY": Self.notify])
        port = try fields.number("port")
        target = try fields.name("target")
    }

    func write(to fields: inout FieldWriter) {
        fields.word(subject.name)
        if scheme == Self.notify { fields.word("NOTIFY") } else { fields.number(scheme) }
        fields.number(port)
        fields.name(target)
    }

    init(wire: inout WireReader) throws(WireError) {
        subject = RecordType(code: try wire.number16())
        scheme = try wire.number8()
        port = try wire.number16()
        target = try wire.name()
    }

    func write(to wire: inout WireWriter) {
        wire.number16(subject.code)
        wire.number8(scheme)
        wire.number16(port)
        wire.name(target)
    }

    private static let notify: UInt8 = 1
}
