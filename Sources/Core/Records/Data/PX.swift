/// How an X.400 address and a mail domain map to each other (RFC 2163 4).
struct PX: RecordData {
    static let type = RecordType("PX", code: 26)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: the mail domain of an X.400 address"
    static let reference = "RFC 2163 4"
    static let examples = RecordExamples(
        valid: [("10 Net2.it. PRMD-net2.ADMD-p400.C-it.", "10 net2.it. prmd-net2.admd-p400.c-it.")],
        invalid: [("10 net2.it.", "PX X.400 name is missing")],
        wire: [("10 a. b.", "000a016100016200")]
    )

    let preference: UInt16
    let mailName: DomainName
    let x400Name: DomainName

    init(from fields: inout FieldReader) throws(RecordContentError) {
        preference = try fields.number("preference")
        mailName = try fields.name("mail name")
        x400Name = try fields.name("X.400 name")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(preference)
        fields.name(mailName)
        fields.name(x400Name)
    }

    init(wire: inout WireReader) throws(WireError) {
        preference = try wire.number16()
        mailName = try wire.name()
        x400Name = try wire.name()
    }

    func write(to wire: inout WireWriter) {
        wire.number16(preference)
        wire.name(mailName)
        wire.name(x400Name)
    }
}
