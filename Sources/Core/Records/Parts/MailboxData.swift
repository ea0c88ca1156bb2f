/// A type whose RDATA is two names about mailboxes.
protocol MailboxData: RecordData {
    /// What errors call the two names.
    static var mailboxFields: (first: String, second: String) { get }
    var mailboxes: (first: DomainName, second: DomainName) { get }

    init(mailboxes first: DomainName, _ second: DomainName)
}

extension MailboxData {
    init(from fields: inout FieldReader) throws(RecordContentError) {
        let first = try fields.name(Self.mailboxFields.first)
        self.init(mailboxes: first, try fields.name(Self.mailboxFields.second))
    }

    func write(to fields: inout FieldWriter) {
        fields.name(mailboxes.first)
        fields.name(mailboxes.second)
    }

    init(wire: inout WireReader) throws(WireError) {
        let first = try wire.name()
        self.init(mailboxes: first, try wire.name())
    }

    func write(to wire: inout WireWriter) {
        wire.name(mailboxes.first)
        wire.name(mailboxes.second)
    }
}
